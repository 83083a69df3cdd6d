import { describeCheck } from '../testing';
import { checkHandlers } from './handlers';

describeCheck(checkHandlers, [
  {
    name: 'A step and a custom API without a handler',
    changes: [],
    given: { handlers: ['bbl_orderline/create.10', 'bbl_orderline/delete.10'] },
    finds: [
      ['handlers-missing', 'the bundle has no handler bbl_orderline/update.10'],
      ['handlers-missing', 'the bundle has no handler api/bbl_setstatus'],
    ],
  },
  {
    name: 'A handler that nothing runs',
    changes: [{ file: 'customapis/bbl_SetStatus/customapi.xml' }],
    finds: [['handlers-unregistered', 'nothing runs the handler api/bbl_setstatus']],
  },
]);

test('Without a bundle the check says so instead of passing', () => {
  const [finding] = checkHandlers({ handlers: undefined } as Parameters<typeof checkHandlers>[0]);
  expect(finding?.rule).toBe('handlers-bundle');
});
