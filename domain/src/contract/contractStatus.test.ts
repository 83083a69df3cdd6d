import type { ContractStatus } from '../statuses';
import { codesOf, decided, pct } from '../testing/values';
import { shares } from '../testing/milestones';
import {
  changeContractStatus,
  closedViolations,
  contractInvoicingViolations,
  contractMarkViolations,
  type ContractStanding,
  startingStatusViolations,
} from './contractStatus';

const STATUSES: ContractStatus[] = ['Draft', 'Confirmed', 'OnHold', 'Completed', 'Lost'];

const standing = (from: ContractStatus, changes: Partial<ContractStanding> = {}): ContractStanding => ({
  from,
  levels: [{ name: 'the contract', shares: shares('100') }],
  draftsCount: 0,
  readyRowsCount: 0,
  changedRowsCount: 0,
  ...changes,
});

test('BBL-CON-03: a contract goes only where the table leads', () => {
  const ways = STATUSES.flatMap((from) =>
    STATUSES.filter((to) => changeContractStatus(standing(from), to).ok).map((to) => `${from} → ${to}`),
  );
  expect(ways).toEqual([
    'Draft → Confirmed',
    'Draft → OnHold',
    'Draft → Lost',
    'Confirmed → OnHold',
    'Confirmed → Completed',
    'Confirmed → Lost',
    'OnHold → Confirmed',
    'OnHold → Lost',
    'Completed → Confirmed',
  ]);
  expect(codesOf(changeContractStatus(standing('Lost'), 'Draft'))).toEqual(['BBL-CON-03']);
});

test('2.3-1: a new contract is Draft, Confirmed or On hold', () => {
  expect(STATUSES.filter((status) => startingStatusViolations(status).length === 0)).toEqual([
    'Draft',
    'Confirmed',
    'OnHold',
  ]);
  expect(codesOf(startingStatusViolations('Lost'))).toEqual(['BBL-CON-03']);
});

test('3.11-2: into Confirmed the contract and every project line are balanced', () => {
  const levels = [
    { name: 'the contract', shares: shares('100') },
    { name: 'line Design', shares: [{ percent: pct('90'), isRounding: false }] },
  ];
  expect(codesOf(changeContractStatus(standing('Draft', { levels }), 'Confirmed'))).toEqual([
    'BBL-SPL-01',
    'BBL-SPL-02',
  ]);
  expect(codesOf(changeContractStatus(standing('Draft', { levels }), 'OnHold'))).toEqual([]);
});

test('BBL-CON-08: a contract with drafts or Ready rows is not Completed', () => {
  const refused = changeContractStatus(standing('Confirmed', { draftsCount: 2, readyRowsCount: 3 }), 'Completed');
  expect(refused).toMatchObject({ ok: false, error: [{ code: 'BBL-CON-08', args: { n: '5' } }] });
});

test('3.11-2: what has to happen below depends on the way', () => {
  expect(decided(changeContractStatus(standing('Confirmed'), 'Lost'))).toEqual({
    to: 'Lost',
    resetsReady: true,
    reversesUnbilled: true,
    reevaluatesEntries: 'none',
  });
  expect(decided(changeContractStatus(standing('Draft'), 'Confirmed')).reevaluatesEntries).toBe('all');
  expect(decided(changeContractStatus(standing('OnHold'), 'Confirmed')).reevaluatesEntries).toBe('differing');
  expect(decided(changeContractStatus(standing('Completed'), 'Confirmed')).reevaluatesEntries).toBe('differing');
});

test('BBL-CON-12: a status change of more than 500 rows is refused and says what to do first', () => {
  const refused = changeContractStatus(standing('Draft', { changedRowsCount: 501 }), 'Lost');
  expect(refused).toMatchObject({ ok: false, error: [{ code: 'BBL-CON-12', args: { n: '501', max: '500' } }] });
});

test('BBL-CON-04: Completed and Lost contracts are read-only', () => {
  expect(STATUSES.filter((status) => closedViolations(status).length > 0)).toEqual(['Completed', 'Lost']);
  expect(codesOf(contractMarkViolations('Completed', 'Ready'))).toEqual(['BBL-CON-04']);
  expect(codesOf(contractMarkViolations('Completed', 'NotReady'))).toEqual([]);
});

test('BBL-CON-05, BBL-CON-11: On hold stops drafts, and the setting wants Confirmed', () => {
  expect(codesOf(contractInvoicingViolations('OnHold', false))).toEqual(['BBL-CON-05']);
  expect(codesOf(contractInvoicingViolations('Draft', true))).toEqual(['BBL-CON-11']);
  expect(codesOf(contractInvoicingViolations('Draft', false))).toEqual([]);
  expect(codesOf(contractInvoicingViolations('Confirmed', true))).toEqual([]);
  expect(codesOf(contractInvoicingViolations('Lost', true))).toEqual(['BBL-CON-04']);
});
