import { describeCheck } from '../testing';
import { checkServerColumns } from './serverColumns';

const TABLE = 'Entities/bbl_OrderLine/Entity.xml';
const QUICK_CREATE = ['Entities/bbl_OrderLine/FormXml/quickCreate', 'Quick create'] as const;

describeCheck(checkServerColumns, [
  {
    name: 'A declared default',
    changes: [{ file: TABLE, from: '<AppDefaultValue>-1<', to: '<AppDefaultValue>482100000<' }],
    finds: [['server-defaults', 'bbl_billingstatus has the default 482100000']],
  },
  {
    name: 'A column that users would have to fill',
    changes: [{ file: TABLE, from: /(<LogicalName>bbl_total<\/LogicalName>\s*<RequiredLevel>)none/, to: '$1required' }],
    finds: [['server-required', 'bbl_total is required of users']],
  },
  {
    name: 'A field on a create form',
    changes: [{ file: QUICK_CREATE, from: 'datafieldname="bbl_amount"', to: 'datafieldname="bbl_total"' }],
    finds: [['server-quick-create', 'it shows bbl_total']],
  },
]);
