import { describeCheck } from '../testing';
import { checkRelationships } from './relationships';

const LIST = 'Other/Relationships.xml';
const ORDER = 'Other/Relationships/bbl_Order.xml';

describeCheck(checkRelationships, [
  {
    name: 'A list that does not name what the files hold',
    changes: [{ file: LIST, from: 'Name="bbl_order_orderline"', to: 'Name="bbl_order_line"' }],
    finds: [
      ['relationship-list', 'bbl_order_orderline is not listed'],
      ['relationship-list', 'bbl_order_line has no file'],
    ],
  },
  {
    name: 'Tables in another case than that of their schema',
    changes: [{ file: ORDER, from: '<ReferencedEntityName>bbl_Order<', to: '<ReferencedEntityName>bbl_order<' }],
    finds: [
      ['relationship-files', 'bbl_order_orderline refers to bbl_order'],
      ['relationship-tables', 'bbl_order_orderline: bbl_order is no table'],
    ],
  },
  {
    name: 'A navigation property that is not the schema name of the lookup',
    changes: [
      { file: ORDER, from: '<NavigationPropertyName>bbl_OrderId<', to: '<NavigationPropertyName>bbl_orderid<' },
    ],
    finds: [['relationship-navigation', 'bbl_order_orderline has the properties bbl_orderid and bbl_order_orderline']],
  },
  {
    name: 'A cascade that would delete under the rights of the caller',
    changes: [{ file: ORDER, from: '<CascadeDelete>RemoveLink<', to: '<CascadeDelete>Cascade<' }],
    finds: [['relationship-cascade', 'bbl_order_orderline deletes in cascade']],
  },
]);
