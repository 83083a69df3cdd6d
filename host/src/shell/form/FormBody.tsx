import { DefaultButton, DirectionalHint, MessageBar, MessageBarType, Pivot, PivotItem } from '@fluentui/react';
import React from 'react';
import { useObservable } from '../state/observable';
import type { FormModel, FormNotification } from './formModel';
import { isSectionShown, type TabState } from './layout';
import { RelatedGrid } from './RelatedGrid';
import { relatedLists, type RelatedList } from './related';
import { useShownTab, type TabMemory } from './useShownTab';
import { SectionView } from './SectionView';
import type { ShownForm } from './useForm';

interface FormBodyProps {
  readonly shown: ShownForm;
  readonly head?: JSX.Element;
  /** Pages keep their tab; a dialog starts with the first. */
  readonly memory?: TabMemory;
}

/** Notifications, tabs and the sections of the tab on show. Related rows stand behind the tabs. */
export function FormBody({ shown, head, memory }: FormBodyProps): JSX.Element {
  const { form } = shown;
  useObservable(form);
  const { related, showTab, showRelated } = useShownTab(form, memory);
  const { activeTab } = form;
  return (
    <>
      <div className="shell-form-card">
        {head}
        <FormNotifications form={form} />
        <div className="shell-form-tabs">
          <div className="shell-form-tabstrip">
            <TabStrip form={form} related={related} onTab={showTab} />
          </div>
          <RelatedMenu form={form} chosen={related} onChoose={showRelated} />
        </div>
      </div>
      <div className="shell-form-scroll">
        {related ? (
          <RelatedGrid key={related.key} form={form} list={related} />
        ) : (
          activeTab && <TabView shown={shown} tab={activeTab} />
        )}
      </div>
    </>
  );
}

const MESSAGE_TYPES = {
  ERROR: MessageBarType.error,
  WARNING: MessageBarType.warning,
  INFO: MessageBarType.info,
} as const;

function FormNotifications({ form }: { form: FormModel }): JSX.Element {
  return (
    <div className="shell-form-notifications">
      {form.mode === 'readOnly' && <MessageBar>{readOnlyText(form)}</MessageBar>}
      {form.notifications.map((notification) => (
        <FormNotificationBar key={notification.id} form={form} notification={notification} />
      ))}
    </div>
  );
}

function FormNotificationBar({ form, notification }: { form: FormModel; notification: FormNotification }): JSX.Element {
  return (
    <MessageBar
      messageBarType={MESSAGE_TYPES[notification.level]}
      isMultiline
      dismissButtonAriaLabel="Dismiss"
      onDismiss={() => form.clearNotification(notification.id)}
    >
      {notification.message}
    </MessageBar>
  );
}

function readOnlyText(form: FormModel): string {
  if (form.id === undefined) return `You don't have the right to create a ${form.table.displayName}.`;
  return form.row?.['statecode'] === 1
    ? 'Read-only: this row is inactive.'
    : `Read-only: you don't have the right to change this ${form.table.displayName}.`;
}

interface TabStripProps {
  readonly form: FormModel;
  readonly related: RelatedList | undefined;
  readonly onTab: (tab: TabState) => void;
}

function TabStrip({ form, related, onTab }: TabStripProps): JSX.Element | null {
  const tabs = form.layout.tabs.filter((tab) => tab.isVisible);
  if (tabs.length < 2 && form.id === undefined) return null;
  return (
    <Pivot
      headersOnly
      overflowBehavior="menu"
      overflowAriaLabel="More tabs"
      selectedKey={related || !form.activeTab ? null : form.activeTab.metadata.id}
      onLinkClick={(item) => {
        const tab = tabs.find((candidate) => candidate.metadata.id === item?.props.itemKey);
        if (tab) onTab(tab);
      }}
    >
      {tabs.map((tab) => (
        <PivotItem key={tab.metadata.id} itemKey={tab.metadata.id} headerText={tab.label} />
      ))}
    </Pivot>
  );
}

interface RelatedMenuProps {
  readonly form: FormModel;
  readonly chosen: RelatedList | undefined;
  readonly onChoose: (list: RelatedList) => void;
}

function RelatedMenu({ form, chosen, onChoose }: RelatedMenuProps): JSX.Element | null {
  const lists = form.id === undefined ? [] : relatedLists(form);
  if (lists.length === 0) return null;
  return (
    <DefaultButton
      className={chosen ? 'shell-related shell-related-chosen' : 'shell-related'}
      text={chosen ? chosen.label : 'Related'}
      menuIconProps={{ iconName: 'ChevronDown' }}
      menuProps={{
        directionalHint: DirectionalHint.bottomLeftEdge,
        items: lists.map((list) => ({
          key: list.key,
          text: list.label,
          canCheck: true,
          checked: list.key === chosen?.key,
          onClick: () => onChoose(list),
        })),
      }}
    />
  );
}

function TabView({ shown, tab }: { shown: ShownForm; tab: TabState }): JSX.Element {
  return (
    <div
      className="shell-tab"
      style={{ '--tab-columns': tab.columns.map(({ width }) => columnWidth(width)).join(' ') } as React.CSSProperties}
    >
      {tab.columns.map((column, index) => (
        <div key={index} className="shell-tab-column">
          {column.sections.filter(isSectionShown).map((section) => (
            <SectionView key={section.metadata.id} shown={shown} section={section} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** `33%` as a share, so that gaps between the columns do not overflow. */
function columnWidth(width: string): string {
  const percent = Number.parseFloat(width);
  return `minmax(0, ${percent > 0 ? percent : 100}fr)`;
}
