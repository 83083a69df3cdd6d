import { describeCheck } from '../testing';
import { checkTables } from './tables';

const file = 'Entities/bbl_Order/Entity.xml';

describeCheck(checkTables, [
  {
    name: 'A table whose names differ',
    changes: [{ file, from: '>bbl_Order</Name>', to: '>bbl_order</Name>' }],
    finds: [['table-names', 'the table is called bbl_Order, bbl_order']],
  },
  {
    name: 'A column whose logical name is not its physical name in lower case',
    changes: [{ file, from: '<Name>bbl_date</Name>', to: '<Name>bbl_day</Name>' }],
    finds: [['column-names', 'bbl_Date has another logical name']],
  },
  {
    name: 'A text column with a length alone',
    changes: [{ file, from: '<MaxLength>100</MaxLength>', to: '' }],
    finds: [['column-lengths', 'bbl_name has no <MaxLength>']],
  },
  {
    name: 'A key over a column that is not there',
    changes: [
      {
        file: 'Entities/bbl_OrderLine/Entity.xml',
        from: '<AttributeName>bbl_orderid<',
        to: '<AttributeName>bbl_order<',
      },
    ],
    finds: [['key-columns', 'the key bbl_namekey names bbl_order']],
  },
  {
    name: 'A table without a primary name',
    changes: [{ file, from: 'PrimaryName|', to: '' }],
    finds: [['primary-name', 'bbl_order has 0 primary name columns']],
  },
]);
