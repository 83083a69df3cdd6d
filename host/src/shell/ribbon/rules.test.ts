/** @jest-environment jsdom */
import type { RibbonCommand, RibbonDisplayRule, RibbonEnableRule } from '@bbl/dataverse/metadata';
import { GridController } from '../grid/gridController';
import { MemoryClient } from '../testing/memoryClient';
import { ORDER_VIEW, sampleModel } from '../testing/sampleApp';
import type { CommandContext } from './commandContext';
import { resolveParameters } from './parameters';
import { isShown, RULE_TIMEOUT_MS, type RulePorts } from './rules';

const model = sampleModel();
const rows = ['1', '2', '3'].map((id) => ({ orderid: id, name: `Order ${id}` }));

async function gridContext(...selected: string[]): Promise<CommandContext> {
  const grid = new GridController(new MemoryClient(rows), model, { view: ORDER_VIEW });
  await grid.refresh();
  grid.select(selected);
  return { location: 'homepageGrid', table: 'order', form: undefined, grid, gridControl: undefined };
}

const command = (enableRules: RibbonEnableRule[], displayRules: RibbonDisplayRule[] = []): RibbonCommand => ({
  id: 'sample.command',
  enableRules,
  displayRules,
  actions: [],
});
const custom = (functionName = 'rule', invert = false): RibbonEnableRule => ({
  kind: 'custom',
  default: false,
  invert,
  functionName,
  library: 'sample.js',
  parameters: [],
});

function ports(answer: () => unknown, onReport: (error: unknown) => void = () => undefined): RulePorts {
  return { model, runCustom: answer, report: (_, error) => onReport(error) };
}

test('selection counts are limits on both sides', async () => {
  const rule: RibbonEnableRule = { kind: 'selectionCount', minimum: 1, maximum: 2, invert: false };
  const shown = async (...selected: string[]) =>
    isShown(
      command([rule]),
      await gridContext(...selected),
      ports(() => true),
    );
  expect(await shown()).toBe(false);
  expect(await shown('1')).toBe(true);
  expect(await shown('1', '2')).toBe(true);
  expect(await shown('1', '2', '3')).toBe(false);
});

test('a privilege that the user lacks hides the command, whatever the other rules say', async () => {
  const display = (privilege: string): RibbonDisplayRule => ({
    kind: 'entityPrivilege',
    table: 'order',
    privilege,
    depth: 'Basic',
    invert: false,
  });
  const context = await gridContext();
  expect(
    isShown(
      command([], [display('Write')]),
      context,
      ports(() => true),
    ),
  ).toBe(true);
  expect(
    isShown(
      command([custom()], [display('Share')]),
      context,
      ports(() => true),
    ),
  ).toBe(false);
});

test('a custom rule answers at once or by a promise', async () => {
  const context = await gridContext();
  expect(
    isShown(
      command([custom()]),
      context,
      ports(() => true),
    ),
  ).toBe(true);
  expect(
    isShown(
      command([custom('rule', true)]),
      context,
      ports(() => true),
    ),
  ).toBe(false);
  await expect(
    isShown(
      command([custom()]),
      context,
      ports(() => Promise.resolve(true)),
    ),
  ).resolves.toBe(true);
  await expect(
    isShown(
      command([custom(), custom()]),
      context,
      ports(() => Promise.resolve(false)),
    ),
  ).resolves.toBe(false);
});

test('a rule that throws or rejects hides the command and is reported', async () => {
  const context = await gridContext();
  const reported: unknown[] = [];
  const thrown = new Error('broken');
  expect(
    isShown(
      command([custom()]),
      context,
      ports(
        () => {
          throw thrown;
        },
        (error) => reported.push(error),
      ),
    ),
  ).toBe(false);
  await expect(
    isShown(
      command([custom()]),
      context,
      ports(
        () => Promise.reject(thrown),
        (error) => reported.push(error),
      ),
    ),
  ).resolves.toBe(false);
  expect(reported).toEqual([thrown, thrown]);
});

test('a promise that does not settle within 10 s counts as false', async () => {
  jest.useFakeTimers();
  try {
    const context = await gridContext();
    const answer = isShown(
      command([custom()]),
      context,
      ports(() => new Promise(() => undefined)),
    );
    jest.advanceTimersByTime(RULE_TIMEOUT_MS);
    await expect(answer).resolves.toBe(false);
  } finally {
    jest.useRealTimers();
  }
});

test('a form state rule without a form hides the command', async () => {
  const reported: unknown[] = [];
  const rule: RibbonEnableRule = { kind: 'formState', state: 'Existing', invert: false };
  expect(
    isShown(
      command([rule]),
      await gridContext(),
      ports(
        () => true,
        (error) => reported.push(error),
      ),
    ),
  ).toBe(false);
  expect(reported).toHaveLength(1);
});

describe('parameters of ribbon functions', () => {
  const crm = (value: string) => ({ kind: 'crm' as const, value });

  test('rows are named by what is selected, loaded and left', async () => {
    const context = await gridContext('2');
    const names = [
      'SelectedControlSelectedItemIds',
      'SelectedControlAllItemCount',
      'SelectedControlUnselectedItemIds',
      'FirstPrimaryItemId',
      'SelectedEntityTypeName',
    ];
    expect(resolveParameters(names.map(crm), context, 'org')).toEqual([['2'], 3, ['1', '3'], '2', 'order']);
    expect(resolveParameters([crm('SelectedControlSelectedItemReferences')], context, 'org')).toEqual([
      [{ Id: '2', Name: 'Order 2', TypeName: 'order' }],
    ]);
  });

  test('literals keep their types', async () => {
    const parameters = [
      { kind: 'string' as const, value: 'a' },
      { kind: 'int' as const, value: '7' },
      { kind: 'bool' as const, value: 'true' },
    ];
    expect(resolveParameters(parameters, await gridContext(), 'org')).toEqual(['a', 7, true]);
  });

  test('an unknown parameter is refused by name', async () => {
    const context = await gridContext();
    expect(() => resolveParameters([crm('Nonsense')], context, 'org')).toThrow(
      'CrmParameter Nonsense is not supported',
    );
  });
});
