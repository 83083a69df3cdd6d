import type { RibbonButton, RibbonCommand } from '@bbl/dataverse/metadata';
import type { Shell } from '../shell';
import { Observable } from '../state/observable';
import { loadScript } from '../state/scripts';
import type { CommandContext } from './commandContext';
import { isShown, type RulePorts } from './rules';
import { callRibbonFunction } from './runFunction';

/** Rules wait until the selection stands still this long. */
const DEBOUNCE_MS = 100;

export interface RibbonEntry {
  readonly button: RibbonButton;
  readonly command: RibbonCommand;
}

/**
 * The ribbon's buttons of one place and which of them are shown now. Rules run again after every change of the
 * selection or the form; while one has not answered, its button stays as it was.
 */
export class CommandBarModel extends Observable {
  private readonly entries: readonly RibbonEntry[];
  private readonly shown = new Map<string, boolean>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private evaluation = 0;
  private isReady = false;
  private readonly ports: RulePorts;

  constructor(
    private readonly shell: Shell,
    private readonly context: CommandContext,
  ) {
    super();
    this.entries = entriesOf(shell, context);
    this.ports = {
      model: shell.model,
      runCustom: (rule, at) => callRibbonFunction(shell, rule, at),
      report: (command, error) =>
        reportError(new Error(`A rule of ${command.id} failed: its button is hidden`, { cause: error })),
    };
  }

  get visible(): readonly RibbonEntry[] {
    return this.entries.filter(({ button }) => this.shown.get(button.id) === true);
  }

  /** Loads the libraries of custom rules, then shows what they allow. Follows the grid and the form until released. */
  start(): () => void {
    const { grid, form } = this.context;
    const unsubscribes = [grid, form].flatMap((source) => (source ? [source.subscribe(() => this.schedule())] : []));
    void this.loadLibraries().then(() => {
      this.isReady = true;
      this.evaluate();
    });
    return () => {
      clearTimeout(this.timer);
      this.evaluation += 1;
      unsubscribes.forEach((unsubscribe) => unsubscribe());
    };
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.evaluate(), DEBOUNCE_MS);
  }

  private evaluate(): void {
    if (!this.isReady) return;
    this.evaluation += 1;
    const evaluation = this.evaluation;
    for (const { button, command } of this.entries) {
      const answer = isShown(command, this.context, this.ports);
      if (typeof answer === 'boolean') this.shown.set(button.id, answer);
      else void answer.then((value) => this.take(evaluation, button.id, value));
    }
    this.changed();
  }

  private take(evaluation: number, buttonId: string, isVisible: boolean): void {
    if (evaluation !== this.evaluation || this.shown.get(buttonId) === isVisible) return;
    this.shown.set(buttonId, isVisible);
    this.changed();
  }

  private async loadLibraries(): Promise<void> {
    const libraries = this.entries.flatMap(({ command }) =>
      command.enableRules.flatMap((rule) => (rule.kind === 'custom' ? [rule.library] : [])),
    );
    for (const library of new Set(libraries)) {
      // A missing library hides the buttons that need it: their rules throw when they run.
      await loadScript(this.shell.model.webResourceUrl(library)).catch(reportError);
    }
  }
}

function entriesOf({ model }: Shell, { table, location }: CommandContext): readonly RibbonEntry[] {
  const ribbon = model.ribbon(table);
  if (!ribbon) return [];
  return ribbon.buttons
    .filter((button) => button.location === location)
    .sort((a, b) => a.sequence - b.sequence)
    .flatMap((button) => {
      const command = ribbon.commands.find((candidate) => candidate.id === button.commandId);
      return command ? [{ button, command }] : [];
    });
}
