import {
  billingMethodWords,
  billingStatusWords,
  billingTypeWords,
  contractStatusWords,
  headerStatusWords,
  invoiceStatusWords,
  lineTypeWords,
  scheduleTypeWords,
  sourceStatusWords,
  transactionClassWords,
} from './choices';
import * as Options from '../../generated/choices';

test.each([
  ['billing status', billingStatusWords, Options.BillingStatus],
  ['header status', headerStatusWords, Options.HeaderStatus],
  ['contract status', contractStatusWords, Options.ContractStatus],
  ['invoice status', invoiceStatusWords, Options.InvoiceStatus],
  ['line type', lineTypeWords, Options.LineType],
  ['billing method', billingMethodWords, Options.BillingMethod],
  ['schedule type', scheduleTypeWords, Options.InvoiceScheduleType],
  ['transaction class', transactionClassWords, Options.TransactionClass],
  ['billing type', billingTypeWords, Options.BillingType],
])('every option of the %s has its word, and back', (_name, words, options) => {
  const both = words as { toWord(value: number): string; toValue(word: string): number };
  for (const value of Object.values(options)) expect(both.toValue(both.toWord(value))).toBe(value);
});

test('splits, product lines and retainers are never Canceled', () => {
  expect(sourceStatusWords.wordOf(Options.BillingStatus.Canceled)).toBeUndefined();
  expect(() => sourceStatusWords.toWord(Options.BillingStatus.Canceled)).toThrow('Unknown option value');
});
