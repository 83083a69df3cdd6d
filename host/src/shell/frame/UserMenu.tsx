import { ContextualMenuItemType, DefaultButton, DirectionalHint, type IContextualMenuItem } from '@fluentui/react';
import React from 'react';
import { send } from '../api/http';
import { bareId } from '../api/rows';
import type { SwitchableUser } from '../model/appDescription';
import { useShell, type Shell } from '../shell';

/** Who is acting, and the switch to the demo users: one for each role. */
export function UserMenu(): JSX.Element {
  const shell = useShell();
  const { user, users } = shell.model.description;
  const items: IContextualMenuItem[] = [
    { key: 'heading', text: 'Act as', itemType: ContextualMenuItemType.Header },
    ...users.map((candidate) => toItem(shell, candidate, bareId(candidate.id) === bareId(user.id))),
    { key: 'divider', itemType: ContextualMenuItemType.Divider },
    { key: 'reset', text: 'Stop acting as another user', onClick: () => void act(shell, null) },
  ];
  const roles = user.roles.map((role) => role.name).join(', ');
  return (
    <DefaultButton
      className="shell-user"
      title="Switch the acting user"
      menuProps={{ items, directionalHint: DirectionalHint.bottomRightEdge, className: 'shell-user-menu' }}
      menuIconProps={{ iconName: 'ChevronDown' }}
    >
      <span className="shell-avatar" aria-hidden="true">
        {initials(user.name)}
      </span>
      <span className="shell-user-text">
        <span>{user.name}</span>
        <span className="shell-user-role">{roles || 'No role'}</span>
      </span>
    </DefaultButton>
  );
}

function toItem(shell: Shell, candidate: SwitchableUser, isActing: boolean): IContextualMenuItem {
  return {
    key: candidate.id,
    text: candidate.name,
    secondaryText: candidate.roles.join(', ') || 'No role',
    canCheck: true,
    checked: isActing,
    onClick: () => void act(shell, candidate.id),
  };
}

/** The page is loaded afresh: what a user sees depends on the user everywhere. */
async function act(shell: Shell, id: string | null): Promise<void> {
  if (!(await shell.router.mayLeave())) return;
  const answer = await send('/host/acting-user', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id }),
  });
  // Read to its end, so that the new cookie is there before the page is.
  await answer.text();
  location.reload();
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
