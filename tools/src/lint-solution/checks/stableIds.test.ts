import { currentLock } from '../lock';
import { describeCheck, subjectWith } from '../testing';
import { checkStableIds } from './stableIds';

const lock = currentLock(subjectWith([]));
const withoutRole = Object.fromEntries(Object.entries(lock).filter(([component]) => !component.startsWith('role ')));
const NEW_ID = '11111111-1111-4111-8111-111111111111';

describeCheck(checkStableIds, [
  {
    name: 'An id that changed',
    changes: [{ file: 'Roles/Billing Backlog Reader.xml', from: '0073fc40-6146-5273-b34b-7517c4eff32b', to: NEW_ID }],
    finds: [['stable-ids', `role Billing Backlog Reader was 0073fc40-6146-5273-b34b-7517c4eff32b and is ${NEW_ID}`]],
  },
  {
    name: 'A column whose type changed, and a parameter that became optional',
    changes: [
      { file: 'Entities/bbl_Order/Entity.xml', from: '<Behavior>2</Behavior>', to: '<Behavior>1</Behavior>' },
      {
        file: 'customapis/bbl_SetStatus/customapirequestparameters/Ids/customapirequestparameter.xml',
        from: '<isoptional>0<',
        to: '<isoptional>1<',
      },
    ],
    finds: [
      ['stable-ids', 'column bbl_order.bbl_date was dateonly and is datetime'],
      ['stable-ids', 'custom API bbl_SetStatus.request.Ids was StringArray and is StringArray optional'],
    ],
  },
  {
    name: 'An option that is gone',
    changes: [{ file: 'OptionSets/bbl_billingstatus.xml', from: 'value="482100001"', to: 'value="482100002"' }],
    finds: [
      ['stable-ids-new', 'option bbl_billingstatus.482100002 is not in the lock'],
      ['stable-ids-vanished', 'option bbl_billingstatus.482100001 is gone'],
    ],
  },
  {
    name: 'A component that the lock does not know yet',
    changes: [],
    given: { lock: withoutRole },
    finds: [['stable-ids-new', 'role Billing Backlog Reader is not in the lock']],
  },
]);
