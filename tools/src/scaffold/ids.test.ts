import { bracedId, componentId } from './ids';

test('a component has the same well-formed version 5 id whenever it is written', () => {
  const id = componentId('view', 'bbl_invoice', 'Invoices');

  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(componentId('view', 'bbl_invoice', 'Invoices')).toBe(id);
  expect(bracedId('view', 'bbl_invoice', 'Invoices')).toBe(`{${id}}`);
});

test('components with different names have different ids', () => {
  expect(componentId('view', 'bbl_invoice', 'Invoices')).not.toBe(componentId('view', 'bbl_invoice', 'Drafts'));
});
