import { ContextualMenuItemType, DefaultButton, DirectionalHint, type IContextualMenuItem } from '@fluentui/react';
import type { ViewMetadata } from '@bbl/dataverse/metadata';
import React from 'react';
import { bareId } from '../api/rows';
import { useShell } from '../shell';

interface ViewSelectorProps {
  readonly view: ViewMetadata;
  readonly onSelect: (view: ViewMetadata) => void;
}

/** The view's name as the page's title, with the table's other views behind it. */
export function ViewSelector({ view, onSelect }: ViewSelectorProps): JSX.Element {
  const items = useViewItems({ view, onSelect });
  return (
    <h1 className="shell-view-title">
      <DefaultButton
        className="shell-view-selector"
        text={view.name}
        title="Change view"
        menuIconProps={{ iconName: 'ChevronDown' }}
        menuProps={{ items, directionalHint: DirectionalHint.bottomLeftEdge }}
      />
    </h1>
  );
}

/** The views of the table as menu items, the present one checked. */
export function useViewItems({ view, onSelect }: ViewSelectorProps): IContextualMenuItem[] {
  const { model } = useShell();
  const views = model.publicViews(view.table);
  return [
    { key: 'heading', text: 'Public views', itemType: ContextualMenuItemType.Header },
    ...views.map((candidate) => ({
      key: candidate.id,
      text: candidate.name,
      canCheck: true,
      checked: bareId(candidate.id) === bareId(view.id),
      ...(candidate.isDefault ? { secondaryText: 'Default' } : {}),
      onClick: () => onSelect(candidate),
    })),
  ];
}
