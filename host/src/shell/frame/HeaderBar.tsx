import { DirectionalHint, IconButton, TooltipHost, type IContextualMenuItem } from '@fluentui/react';
import React from 'react';
import { hasPrivilege } from '../model/privileges';
import { appTitle } from '../model/siteMap';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { UserMenu } from './UserMenu';

/** The bar on top: the app, what works everywhere, and who is acting. */
export function HeaderBar({ onToggleNav }: { onToggleNav: () => void }): JSX.Element {
  const { model, router, appearance } = useShell();
  useObservable(appearance);
  return (
    <header className="shell-header">
      <IconButton
        className="shell-header-button"
        iconProps={{ iconName: 'GlobalNavButton' }}
        ariaLabel="Site map"
        title="Show or hide the site map"
        onClick={onToggleNav}
      />
      <a
        className="shell-header-app"
        href={router.href({ kind: 'home' })}
        onClick={(event) => {
          event.preventDefault();
          void router.open({ kind: 'home' });
        }}
      >
        {appTitle(model.app)}
      </a>
      <TooltipHost content={`${model.description.solution.displayName} ${model.description.solution.version}`}>
        <span className="shell-badge">Local host</span>
      </TooltipHost>
      <span className="shell-spacer" />
      <QuickCreateButton />
      <IconButton
        className="shell-header-button"
        iconProps={{ iconName: appearance.isDark ? 'Sunny' : 'ClearNight' }}
        ariaLabel={appearance.isDark ? 'Light appearance' : 'Dark appearance'}
        title={appearance.isDark ? 'Light appearance' : 'Dark appearance'}
        onClick={() => appearance.toggle()}
      />
      <UserMenu />
    </header>
  );
}

/** The plus sign: new rows of the app's tables without leaving the page. */
function QuickCreateButton(): JSX.Element | null {
  const { model, openers, router } = useShell();
  const items: IContextualMenuItem[] = model.app.tables
    .flatMap((name) => model.findTable(name) ?? [])
    .filter((table) => model.form(table.name, 'quickCreate') && hasPrivilege(model.description.user, table, 'Create'))
    .sort((a, b) => a.displayName.localeCompare(b.displayName))
    .map((table) => ({
      key: table.name,
      text: table.displayName,
      onClick: () => {
        void openers.quickCreate(table.name, {}).then((created) => {
          if (created) void router.open({ kind: 'record', table: created.table, id: created.id });
        });
      },
    }));
  if (items.length === 0) return null;
  return (
    <IconButton
      className="shell-header-button"
      iconProps={{ iconName: 'Add' }}
      menuIconProps={{ hidden: true, style: { display: 'none' } }}
      ariaLabel="Quick create"
      title="Quick create"
      menuProps={{ items, directionalHint: DirectionalHint.bottomRightEdge }}
    />
  );
}
