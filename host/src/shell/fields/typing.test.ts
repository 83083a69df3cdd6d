/** @jest-environment jsdom */
import { setIconOptions } from '@fluentui/react';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { act, Simulate } from 'react-dom/test-utils';
import { FormModel } from '../form/formModel';
import { MemoryClient } from '../testing/memoryClient';
import { ORDER_FORM, ORDER_ID, sampleModel } from '../testing/sampleApp';
import { DateInput } from './DateInput';
import type { FieldProps } from './fieldProps';
import { NumberInput } from './NumberInput';
import { TextInput } from './TextInput';

const ROW = { orderid: ORDER_ID, name: 'Order 1', total: 10, shipdate: '2026-03-05', statecode: 0 };

setIconOptions({ disableWarnings: true });
let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  ReactDOM.unmountComponentAtNode(place);
  place.remove();
});

/** One field of the sample order, drawn again whenever the form changes. */
async function openField(column: string, Input: (props: FieldProps) => JSX.Element) {
  const form = new FormModel(new MemoryClient([ROW]), sampleModel(), ORDER_FORM, ORDER_ID);
  await form.read();
  const attribute = form.attributes.get(column);
  const control = form.control(column);
  if (!attribute || !control) throw new Error(`The form has no ${column}`);
  const props: FieldProps = {
    form,
    control,
    attribute,
    isLocked: false,
    elementId: column,
    label: column,
    isInvalid: false,
    describedBy: undefined,
  };
  const draw = (): void => act(() => void ReactDOM.render(React.createElement(Input, { ...props }), place));
  draw();
  form.subscribe(draw);
  const input = (): HTMLInputElement => place.querySelector<HTMLInputElement>('input')!;
  return {
    form,
    attribute,
    text: () => input().value,
    type: (value: string) => act(() => Simulate.change(input(), { target: { value } } as never)),
    leave: () => act(() => Simulate.blur(input())),
    /** A script, a save or a refresh changes the value meanwhile. */
    change: (value: string | number) => form.update(() => attribute.reset(value)),
  };
}

test.each([
  ['name', TextInput, 'Order', 'Order 9', 'Other', 'Order 9'],
  ['total', NumberInput, '1', '12', 99, 12],
  ['shipdate', DateInput, '4/', '4/1/2026', '2026-12-31', '2026-04-01'],
] as const)('%s: what is typed is not taken away by what happens around it', async (...given) => {
  const [column, Input, first, whole, meanwhile, stored] = given;
  const field = await openField(column, Input);
  field.type(first);
  field.change(meanwhile);
  expect(field.text()).toBe(first);
  field.type(whole);
  field.leave();
  expect(field.attribute.value).toBe(stored);
});

test('a date of another day is shown as soon as it is there, and no date at all is said', async () => {
  const field = await openField('shipdate', DateInput);
  expect(field.text()).toBe('3/5/2026');
  field.change('2026-04-30');
  expect(field.text()).toBe('4/30/2026');
  field.type('2/30/2026');
  field.leave();
  expect([field.text(), field.attribute.value]).toEqual(['2/30/2026', '2026-04-30']);
  expect(field.attribute.inputError).toContain('month/day/year');
  field.type('');
  field.leave();
  expect([field.attribute.value, field.attribute.inputError]).toEqual([null, undefined]);
});
