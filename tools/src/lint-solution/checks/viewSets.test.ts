import { describeCheck, FIXTURE_SURFACE } from '../testing';
import { checkViewSets } from './viewSets';

const view = (name: string) => ({ file: ['Entities/bbl_Order/SavedQueries', name] as const });

describeCheck(checkViewSets, [
  {
    name: 'A table without one of the kinds',
    changes: [
      view('Order Lookup View'),
      view('Quick Find Active Orders'),
      view('Order Associated View'),
      view('Order Advanced Find View'),
    ],
    finds: [
      ['view-sets', 'bbl_order has no associated view'],
      ['view-sets', 'bbl_order has no quick find view'],
      ['view-sets', 'bbl_order has no lookup view'],
      ['view-sets', 'bbl_order has no advanced find view'],
    ],
  },
  {
    name: 'A table without a public view',
    changes: [view('"Active Orders"'), view('"Inactive Orders"')],
    finds: [['view-sets', 'bbl_order has no public view']],
  },
  {
    name: 'A quick find view that searches nothing',
    changes: [{ ...view('Quick Find Active Orders'), from: ' isquickfindfields="1"', to: '' }],
    finds: [['view-quick-find', 'Quick Find Active Orders has no quick find fields']],
  },
  {
    name: 'A table with two default views',
    changes: [{ ...view('"Inactive Orders"'), from: '<isdefault>0<', to: '<isdefault>1<' }],
    finds: [['view-defaults', 'bbl_order has 2 default views']],
  },
  {
    name: 'A table whose rows can be deactivated, without a view of those',
    changes: [view('"Inactive Orders"')],
    given: { surface: { ...FIXTURE_SURFACE, deactivatableTables: ['bbl_order'] } },
    finds: [['view-sets', 'bbl_order has no view of its inactive rows']],
  },
]);
