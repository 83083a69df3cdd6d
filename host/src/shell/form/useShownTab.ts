import { useEffect, useRef, useState } from 'react';
import type { FormModel } from './formModel';
import type { TabState } from './layout';
import { relatedLists, type RelatedList } from './related';

/** Where a page keeps which tab or related list it shows. */
export interface TabMemory {
  /** Id of a tab or key of a related list. */
  readonly tab: string | undefined;
  readonly keep: (tab: string) => void;
}

interface ShownTab {
  /** A related list in place of the form's tab. */
  readonly related: RelatedList | undefined;
  readonly showTab: (tab: TabState) => void;
  readonly showRelated: (list: RelatedList) => void;
}

/** The tab or related list on show: the one that was left where the page is come back to, else the form's first tab. */
export function useShownTab(form: FormModel, memory: TabMemory | undefined): ShownTab {
  const [related, setRelated] = useState(() =>
    memory?.tab === undefined ? undefined : relatedLists(form).find(({ key }) => key === memory.tab),
  );
  useEffect(() => {
    const left = form.layout.tabs.find(({ metadata, isVisible }) => isVisible && metadata.id === memory?.tab);
    if (left) form.showTab(left);
  }, [form]);
  const { activeTab } = form;
  const lastTab = useRef(activeTab);
  useEffect(() => {
    // A script that shows a tab means to be seen.
    if (lastTab.current !== activeTab) setRelated(undefined);
    lastTab.current = activeTab;
  }, [activeTab]);
  return {
    related,
    showTab: (tab) => {
      setRelated(undefined);
      form.showTab(tab);
      memory?.keep(tab.metadata.id);
    },
    showRelated: (list) => {
      setRelated(list);
      memory?.keep(list.key);
    },
  };
}
