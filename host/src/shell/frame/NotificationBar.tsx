import { ActionButton, MessageBar, MessageBarButton, MessageBarType } from '@fluentui/react';
import React, { useState } from 'react';
import { useShell } from '../shell';
import { NotificationLevel, type Notification } from '../state/notifications';
import { useObservable } from '../state/observable';

const TYPES: { readonly [level: number]: MessageBarType } = {
  [NotificationLevel.Success]: MessageBarType.success,
  [NotificationLevel.Error]: MessageBarType.error,
  [NotificationLevel.Warning]: MessageBarType.warning,
  [NotificationLevel.Information]: MessageBarType.info,
};

/** Global notifications in one line, whatever their number: the newest, and behind a count the others. */
export function NotificationBar(): JSX.Element {
  const { notifications } = useShell();
  useObservable(notifications);
  const [isOpen, setOpen] = useState(false);
  const newestFirst = [...notifications.items].reverse();
  const hasMore = newestFirst.length > 1;
  const shown = isOpen ? newestFirst : newestFirst.slice(0, 1);
  const dismissAll = (): void => {
    for (const { id } of newestFirst.filter((item) => item.isClosable)) notifications.remove(id);
    setOpen(false);
  };
  return (
    <div className="shell-notifications">
      <div id={LIST_ID} className="shell-notifications-list" aria-live="polite">
        {shown.map((item) => (
          <NotificationItem key={item.id} item={item} onDismiss={() => notifications.remove(item.id)} />
        ))}
      </div>
      {hasMore && (
        <div className="shell-notifications-more">
          {isOpen && <ActionButton text="Dismiss all" onClick={dismissAll} />}
          <ActionButton
            text={isOpen ? 'Show fewer' : `${newestFirst.length - 1} more`}
            iconProps={{ iconName: isOpen ? 'ChevronUp' : 'ChevronDown' }}
            aria-expanded={isOpen}
            aria-controls={LIST_ID}
            onClick={() => setOpen(!isOpen)}
          />
        </div>
      )}
    </div>
  );
}

const LIST_ID = 'shell-notifications';

function NotificationItem({ item, onDismiss }: { item: Notification; onDismiss: () => void }): JSX.Element {
  const { action } = item;
  return (
    <MessageBar
      messageBarType={TYPES[item.level] ?? MessageBarType.info}
      isMultiline={false}
      truncated
      overflowButtonAriaLabel="Show the whole message"
      dismissButtonAriaLabel="Dismiss"
      {...(item.isClosable ? { onDismiss } : {})}
      {...(action
        ? { actions: <MessageBarButton onClick={() => action.run?.()}>{action.label}</MessageBarButton> }
        : {})}
    >
      {item.message}
    </MessageBar>
  );
}
