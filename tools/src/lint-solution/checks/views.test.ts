import { describeCheck } from '../testing';
import { checkViews } from './views';

const ACTIVE = ['Entities/bbl_Order/SavedQueries', 'Active Orders'] as const;
const BACKLOG = ['Entities/bbl_OrderLine/SavedQueries', 'Order Backlog'] as const;

describeCheck(checkViews, [
  {
    name: 'A column that the table does not have, in any part of the query',
    changes: [
      { file: ACTIVE, from: '<attribute name="bbl_date" />', to: '<attribute name="bbl_day" />' },
      { file: ACTIVE, from: '<order attribute="bbl_name"', to: '<order attribute="bbl_title"' },
      { file: ACTIVE, from: '<condition attribute="statecode"', to: '<condition attribute="bbl_state"' },
    ],
    finds: [
      ['view-columns', 'bbl_order has no column bbl_day'],
      ['view-columns', 'bbl_order has no column bbl_title'],
      ['view-columns', 'bbl_order has no column bbl_state'],
      ['view-cells', 'the query does not read bbl_date'],
    ],
  },
  {
    name: 'A column in another spelling',
    changes: [{ file: ACTIVE, from: /"bbl_date"/g, to: '"bbl_Date"' }],
    finds: [['view-columns', 'bbl_order has no column bbl_Date']],
  },
  {
    name: 'A query on a table of another folder',
    changes: [{ file: ACTIVE, from: '<entity name="bbl_order">', to: '<entity name="bbl_calendar">' }],
    finds: [['view-tables', 'the query is on bbl_calendar']],
  },
  {
    name: 'A link to a table that is not there',
    changes: [{ file: BACKLOG, from: '<link-entity name="bbl_order"', to: '<link-entity name="bbl_none"' }],
    finds: [
      ['view-tables', 'a link-entity is on bbl_none'],
      ['view-cells', 'the query does not read order.bbl_customerid'],
    ],
  },
  {
    name: 'A link over columns that are not there',
    changes: [
      { file: BACKLOG, from: 'from="bbl_orderid"', to: 'from="bbl_id"' },
      { file: BACKLOG, from: 'to="bbl_orderid"', to: 'to="bbl_order"' },
    ],
    finds: [
      ['view-columns', 'bbl_orderline has no column bbl_order'],
      ['view-columns', 'bbl_order has no column bbl_id'],
    ],
  },
  {
    name: 'A cell of a link that the query does not read',
    changes: [{ file: BACKLOG, from: 'alias="order"', to: 'alias="parent"' }],
    finds: [['view-cells', 'the query does not read order.bbl_customerid']],
  },
  {
    name: 'A layout that names other columns for row and jump',
    changes: [
      { file: ACTIVE, from: 'id="bbl_orderid"', to: 'id="bbl_id"' },
      { file: ACTIVE, from: 'jump="bbl_name"', to: 'jump="name"' },
    ],
    finds: [
      ['view-columns', 'the id of a row is bbl_orderid'],
      ['view-columns', 'the jump column of the grid is no column of bbl_order'],
    ],
  },
  {
    name: 'A file that is not named after the id in it',
    changes: [{ file: ACTIVE, from: /<savedqueryid>.*</, to: '<savedqueryid>{11111111-1111-4111-8111-111111111111}<' }],
    finds: [['file-names', 'the view has another savedqueryid']],
  },
]);
