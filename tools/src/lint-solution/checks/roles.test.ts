import { describeCheck } from '../testing';
import { checkRoles } from './roles';

const file = 'Roles/Billing Backlog Reader.xml';

describeCheck(checkRoles, [
  {
    name: 'Privileges that no table has',
    changes: [
      { file, from: 'prvReadbbl_Order"', to: 'prvReadbbl_order"' },
      { file, from: 'prvReadbbl_Calendar', to: 'prvSharebbl_Calendar' },
    ],
    finds: [
      ['role-privileges', 'prvSharebbl_Calendar is no privilege'],
      ['role-privileges', 'prvReadbbl_order is no privilege'],
    ],
  },
  {
    name: 'A level that an organisation-owned table does not have',
    changes: [
      { file, from: 'name="prvReadbbl_Calendar" level="Global"', to: 'name="prvReadbbl_Calendar" level="Local"' },
    ],
    finds: [['role-levels', 'prvReadbbl_Calendar has the level Local']],
  },
  {
    name: 'A privilege that is granted twice',
    changes: [{ file, from: 'prvAppendTobbl_OrderLine', to: 'prvReadbbl_OrderLine' }],
    finds: [['role-duplicates', 'prvReadbbl_OrderLine is granted twice']],
  },
]);
