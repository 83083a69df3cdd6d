/** @jest-environment jsdom */
import { GridController } from '../grid/gridController';
import { MemoryClient } from '../testing/memoryClient';
import { DESCRIPTION, ORDER_VIEW, sampleModel } from '../testing/sampleApp';
import type { CommandContext } from './commandContext';
import { platformButtons } from './platformButtons';

async function commandsOn(model = sampleModel(), selected: readonly string[] = []): Promise<readonly string[]> {
  const grid = new GridController(
    new MemoryClient([
      { orderid: '1', name: 'a' },
      { orderid: '2', name: 'b' },
    ]),
    model,
    { view: ORDER_VIEW },
  );
  await grid.refresh();
  grid.select(selected);
  const context: CommandContext = {
    location: 'homepageGrid',
    table: 'order',
    form: undefined,
    grid,
    gridControl: undefined,
  };
  return platformButtons(model, context).map((button) => button.command);
}

test('buttons follow the selection', async () => {
  expect(await commandsOn()).toEqual(['new', 'refresh']);
  expect(await commandsOn(undefined, ['1'])).toEqual(['new', 'edit', 'activate', 'deactivate', 'delete', 'refresh']);
  expect(await commandsOn(undefined, ['1', '2'])).toEqual(['new', 'activate', 'deactivate', 'delete', 'refresh']);
});

test('a missing privilege takes its button away', async () => {
  const privileges = Object.fromEntries(
    Object.entries(DESCRIPTION.user.privileges).filter(([name]) => name !== 'prvCreateOrder'),
  );
  const model = sampleModel({ user: { ...DESCRIPTION.user, privileges } });
  expect(await commandsOn(model)).toEqual(['refresh']);
});

test('the table’s ribbon hides buttons of a place by their ids', async () => {
  const hidden = [
    'Mscrm.HomepageGrid.order.DeleteMenu',
    'Mscrm.HomepageGrid.order.Deactivate',
    'Mscrm.Form.order.NewRecord',
  ];
  const model = sampleModel({ ribbons: [{ table: 'order', buttons: [], commands: [], hidden }] });
  expect(await commandsOn(model, ['1'])).toEqual(['new', 'edit', 'activate', 'refresh']);
});
