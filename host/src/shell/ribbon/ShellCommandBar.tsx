import { CommandBar, type ICommandBarItemProps } from '@fluentui/react';
import React, { useEffect, useMemo, useRef } from 'react';
import { messageOf } from '../api/http';
import { MaskIcon } from '../frame/MaskIcon';
import { useShell, type Shell } from '../shell';
import { Observable, useObservable } from '../state/observable';
import type { CommandContext } from './commandContext';
import { CommandBarModel, type RibbonEntry } from './commandBarModel';
import { platformButtons, type PlatformButton, type PlatformCommand } from './platformButtons';
import { runActions } from './runFunction';

/** What the platform's own buttons do where the bar stands. */
export type PlatformHandlers = { readonly [command in PlatformCommand]?: () => void };

/** Platform buttons that stand before the solution's; the others follow them. */
const LEADING: ReadonlySet<PlatformCommand> = new Set(['save', 'saveAndClose', 'new', 'edit']);
const NOTHING = new Observable();

interface ShellCommandBarProps {
  readonly context: CommandContext;
  readonly handlers: PlatformHandlers;
  readonly label: string;
}

/** The command bar of a list, a sub-grid or a form: the platform's buttons and those of the table's ribbon. */
export function ShellCommandBar({ context, handlers, label }: ShellCommandBarProps): JSX.Element {
  const shell = useShell();
  const bar = useMemo(() => new CommandBarModel(shell, context), [shell, context]);
  useEffect(() => bar.start(), [bar]);
  useObservable(bar);
  useObservable(context.grid ?? NOTHING);
  useObservable(context.form ?? NOTHING);
  const run = useRunner(shell, context);

  const platform = platformButtons(shell.model, context).filter((button) => handlers[button.command]);
  const toItem = (button: PlatformButton): ICommandBarItemProps => platformItem(button, handlers, context);
  const items: ICommandBarItemProps[] = [
    ...platform.filter((button) => LEADING.has(button.command)).map(toItem),
    ...bar.visible.map((entry) => ribbonItem(shell, entry, () => run(entry))),
    ...platform.filter((button) => !LEADING.has(button.command)).map(toItem),
  ];
  return (
    <CommandBar
      className="shell-commandbar"
      items={items}
      ariaLabel={label}
      overflowButtonProps={{ ariaLabel: 'More commands', title: 'More commands' }}
      styles={{ root: { padding: 0 } }}
    />
  );
}

function platformItem(
  button: PlatformButton,
  handlers: PlatformHandlers,
  { form }: CommandContext,
): ICommandBarItemProps {
  return {
    key: button.command,
    text: button.label,
    iconProps: { iconName: button.iconName },
    onClick: () => handlers[button.command]?.(),
    disabled: form?.isBusy === true,
  };
}

function ribbonItem({ model }: Shell, { button }: RibbonEntry, onClick: () => void): ICommandBarItemProps {
  const { icon } = button;
  return {
    key: button.id,
    text: button.label,
    title: button.toolTip || button.label,
    onClick,
    ...(icon
      ? { iconProps: {}, onRenderIcon: () => <MaskIcon url={model.webResourceUrl(icon)} /> }
      : { iconProps: { iconName: 'Page' } }),
  };
}

/** Runs a command's actions, one run of a command at a time; what they throw is shown. */
function useRunner(shell: Shell, context: CommandContext): (entry: RibbonEntry) => void {
  const running = useRef(new Set<string>());
  return ({ command }) => {
    if (running.current.has(command.id)) return;
    running.current.add(command.id);
    void runActions(shell, command.actions, context)
      .catch((error: unknown) => {
        const details = error instanceof Error ? error.stack : undefined;
        return shell.dialogs.error('The command failed', messageOf(error), details);
      })
      .finally(() => running.current.delete(command.id));
  };
}
