import { ACCOUNT_ID, sampleModel } from '../testing/sampleApp';
import { readDefaults } from './formParameters';

const model = sampleModel();
const account = { table: 'account', id: ACCOUNT_ID, name: 'Acme' };

test('a lookup is given as texts, as a reference or as a list', () => {
  expect(
    readDefaults(model, 'order', { customerid: ACCOUNT_ID, customeridname: 'Acme', customeridtype: 'account' }),
  ).toEqual({ customerid: account });
  const reference = { id: `{${ACCOUNT_ID.toUpperCase()}}`, entityType: 'account', name: 'Acme' };
  expect(readDefaults(model, 'order', { customerid: reference })).toEqual({ customerid: account });
  expect(readDefaults(model, 'order', { customerid: [reference], total: 5 })).toEqual({
    customerid: account,
    total: 5,
  });
});

test('the row it is created from fills the lookups to its table', () => {
  expect(readDefaults(model, 'order', {}, { entityType: 'account', id: ACCOUNT_ID, name: 'Acme' })).toEqual({
    customerid: account,
  });
});

test('a parameter that is no column is refused', () => {
  expect(() => readDefaults(model, 'order', { nonsense: 1 })).toThrow('nonsense is no column of order');
});
