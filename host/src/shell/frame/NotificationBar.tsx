import { MessageBar, MessageBarButton, MessageBarType } from '@fluentui/react';
import React from 'react';
import { useShell } from '../shell';
import { NotificationLevel, type Notification } from '../state/notifications';
import { useObservable } from '../state/observable';

const TYPES: { readonly [level: number]: MessageBarType } = {
  [NotificationLevel.Success]: MessageBarType.success,
  [NotificationLevel.Error]: MessageBarType.error,
  [NotificationLevel.Warning]: MessageBarType.warning,
  [NotificationLevel.Information]: MessageBarType.info,
};

/** Global notifications, newest last; readers hear them as they come. */
export function NotificationBar(): JSX.Element {
  const { notifications } = useShell();
  useObservable(notifications);
  return (
    <div className="shell-notifications" aria-live="polite">
      {notifications.items.map((item) => (
        <NotificationItem key={item.id} item={item} onDismiss={() => notifications.remove(item.id)} />
      ))}
    </div>
  );
}

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
