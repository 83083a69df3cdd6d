import type { RibbonCommand, RibbonDisplayRule, RibbonEnableRule } from '@bbl/dataverse/metadata';
import type { AppUser } from '../model/appDescription';
import type { AppModel } from '../model/appModel';
import { hasPrivilege, type PrivilegeType } from '../model/privileges';
import { isLookup } from '../format/valueText';
import { gridItems, type CommandContext } from './commandContext';

/** A rule's answer; a promise that takes longer than this counts as false (platform.md 1.15). */
export const RULE_TIMEOUT_MS = 10_000;

type CustomRule = Extract<RibbonEnableRule, { readonly kind: 'custom' }>;

export interface RulePorts {
  readonly model: AppModel;
  /** Runs the function of a custom rule. */
  readonly runCustom: (rule: CustomRule, context: CommandContext) => unknown;
  /** Hears of rules that threw: the button is hidden, and nobody would know why. */
  readonly report: (command: RibbonCommand, error: unknown) => void;
}

/**
 * Whether a command is shown: every display and enable rule is true. An answer that is known at once is no promise.
 * A rule that throws, rejects or takes longer than 10 s is false.
 */
export function isShown(command: RibbonCommand, context: CommandContext, ports: RulePorts): boolean | Promise<boolean> {
  const pending: Promise<boolean>[] = [];
  try {
    if (!command.displayRules.every((rule) => displayRule(rule, context, ports.model))) return false;
    // Rules without a script come first: most buttons are decided by the selection alone.
    const rules = [...command.enableRules].sort((a, b) => Number(a.kind === 'custom') - Number(b.kind === 'custom'));
    for (const rule of rules) {
      const answer = enableRule(rule, context, ports);
      if (answer === false) return false;
      if (answer !== true) pending.push(answer);
    }
  } catch (error) {
    ports.report(command, error);
    return false;
  }
  if (pending.length === 0) return true;
  return Promise.all(pending).then(
    (answers) => answers.every(Boolean),
    (error: unknown) => {
      ports.report(command, error);
      return false;
    },
  );
}

function displayRule(rule: RibbonDisplayRule, context: CommandContext, model: AppModel): boolean {
  if (rule.kind === 'formState') return formState(rule.state, context) !== rule.invert;
  const { user } = model.description;
  return entityPrivilege(user, model, rule.table || context.table, rule.privilege, rule.depth) !== rule.invert;
}

function enableRule(rule: RibbonEnableRule, context: CommandContext, ports: RulePorts): boolean | Promise<boolean> {
  switch (rule.kind) {
    case 'selectionCount':
      return selectionCount(rule, gridItems(context).selected.length) !== rule.invert;
    case 'formState':
      return formState(rule.state, context) !== rule.invert;
    case 'value':
      return (columnValue(rule.column, context) === rule.value) !== rule.invert;
    case 'recordPrivilege':
      return (
        entityPrivilege(ports.model.description.user, ports.model, context.table, rule.privilege, 'Basic') !==
        rule.invert
      );
    case 'custom':
      return custom(rule, context, ports);
  }
}

function custom(rule: CustomRule, context: CommandContext, ports: RulePorts): boolean | Promise<boolean> {
  const answer = ports.runCustom(rule, context);
  if (!isPromise(answer)) return Boolean(answer) !== rule.invert;
  return within(answer, RULE_TIMEOUT_MS).then((value) => Boolean(value) !== rule.invert);
}

function within(answer: PromiseLike<unknown>, timeoutMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

function selectionCount(rule: { readonly minimum?: number; readonly maximum?: number }, count: number): boolean {
  return count >= (rule.minimum ?? 0) && (rule.maximum === undefined || count <= rule.maximum);
}

function formState(state: string, { form }: CommandContext): boolean {
  if (!form) throw new Error('A form state rule stands on a command that has no form');
  switch (state) {
    case 'Create':
      return form.mode === 'create';
    case 'Existing':
      return form.mode === 'update';
    case 'ReadOnly':
    case 'Disabled':
      return form.mode === 'readOnly';
    default:
      throw new Error(`Form state ${state} is not supported by the local host`);
  }
}

/** The value of a column as the rule's text would spell it; on a grid that of the one selected row. */
function columnValue(column: string, { form, grid, location }: CommandContext): string {
  if (location === 'form' && form) {
    const value = form.attributes.get(column)?.value ?? null;
    return isLookup(value) ? value.id : value === null ? '' : String(value);
  }
  const [row] = grid?.selectedRecords ?? [];
  const value = row?.raw(column) ?? null;
  return value === null ? '' : String(value);
}

function entityPrivilege(user: AppUser, model: AppModel, table: string, privilege: string, depth: string): boolean {
  return hasPrivilege(user, model.table(table), privilege as PrivilegeType, depth);
}
