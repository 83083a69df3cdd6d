import { toCallFault } from './faults';
import { parseResults, plainId } from './outcome';

test('a rejected call keeps its sentence and gives the code as hexadecimal', () => {
  const fault = toCallFault({ message: 'BBL-CON-05: The contract is on hold.', errorCode: 2147746405 });
  expect(fault.message).toBe('BBL-CON-05: The contract is on hold.');
  expect(fault.code).toBe('0x80040265');
  expect(toCallFault({ message: 'x', errorCode: -2147220891 }).code).toBe('0x80040265');
});

test('10-7: Retry-After is read where the client passes it on', () => {
  expect(toCallFault({ message: 'busy', errorCode: -2147015902, retryAfter: '7' }).retryAfterSeconds).toBe(7);
  expect(toCallFault({ message: 'busy', raw: '{"headers":{"Retry-After":"12"}}' }).retryAfterSeconds).toBe(12);
  expect(toCallFault({ message: 'other' }).retryAfterSeconds).toBeUndefined();
});

test('what is no object at all still becomes a fault', () => {
  expect(toCallFault('text').message).toBe('text');
  expect(toCallFault(undefined).code).toBe('');
});

test('ids of grids and results of commands are read as the Web API writes them', () => {
  expect(plainId('{0E89D42D-A12C-4632-9A42-5B9FA087B0DB}')).toBe('0e89d42d-a12c-4632-9a42-5b9fa087b0db');
  expect(parseResults('')).toEqual([]);
  expect(parseResults('[{"id":"1","outcome":"refused","code":"BBL-MST-02"}]')).toEqual([
    { id: '1', outcome: 'refused', code: 'BBL-MST-02' },
  ]);
});
