import { describeCheck, FIXTURE_SURFACE } from '../testing';
import { checkColumnSecurity } from './columnSecurity';

const TABLE = 'Entities/bbl_OrderLine/Entity.xml';
const PROFILES = 'Other/FieldSecurityProfiles.xml';

/** IsSecured of one column. */
const secured = (column: string): RegExp =>
  new RegExp(`(<LogicalName>${column}</LogicalName>[\\s\\S]*?<IsSecured>)[01]`);

describeCheck(checkColumnSecurity, [
  {
    name: 'An amount of the server that is not secured, though the profile has it',
    changes: [{ file: TABLE, from: secured('bbl_total'), to: '$10' }],
    finds: [
      ['secured-columns', 'bbl_orderline.bbl_total is written by the server only but is not secured'],
      ['profile-strays', 'bbl_orderline.bbl_total is no secured column'],
    ],
  },
  {
    name: 'A lookup and a base twin that are secured',
    changes: [
      { file: TABLE, from: secured('bbl_orderid'), to: '$11' },
      { file: TABLE, from: secured('bbl_amount_base'), to: '$11' },
    ],
    finds: [
      ['secured-kinds', 'bbl_orderline.bbl_amount_base is secured'],
      ['secured-kinds', 'bbl_orderline.bbl_orderid is secured'],
      ['profile-columns', 'Billing Backlog status readers has no permission on bbl_orderline.bbl_amount_base'],
      ['profile-columns', 'Billing Backlog status readers has no permission on bbl_orderline.bbl_orderid'],
    ],
  },
  {
    name: 'A column that is meant to be open but is secured',
    changes: [],
    given: { surface: { ...FIXTURE_SURFACE, unsecuredServerColumns: ['bbl_orderline.bbl_billingstatus'] } },
    finds: [['secured-kinds', 'bbl_orderline.bbl_billingstatus is secured']],
  },
  {
    name: 'A permission that lets people write',
    changes: [{ file: PROFILES, from: '<CanUpdate>0<', to: '<CanUpdate>4<' }],
    finds: [
      [
        'profile-rights',
        'Billing Backlog status readers lets people write bbl_orderline.bbl_billingstatus, or not read it',
      ],
    ],
  },
]);
