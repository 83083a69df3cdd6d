import { describeCheck, FIXTURE_SURFACE } from '../testing';
import { checkApps } from './apps';

const APP = 'AppModules/bbl_billing/AppModule.xml';
const SITE_MAP = 'AppModuleSiteMaps/bbl_billing/AppModuleSiteMap.xml';
const READER = '<Role id="{0073fc40-6146-5273-b34b-7517c4eff32b}" />';

describeCheck(checkApps, [
  {
    name: 'A table of the site map and one of a sub-grid that are no components',
    changes: [{ file: APP, from: '<AppModuleComponent type="1" schemaName="bbl_orderline" />', to: '' }],
    finds: [['app-components', 'bbl_orderline is shown but is no component of the app']],
  },
  {
    name: 'A component that the site map and the forms do not lead to',
    changes: [],
    given: { surface: { ...FIXTURE_SURFACE, tablesByAddress: [] } },
    finds: [['app-reachable', 'the component bbl_calendar stands in no site map and on no form']],
  },
  {
    name: 'An app without its site map',
    changes: [{ file: APP, from: '<AppModuleComponent type="62" schemaName="bbl_billing" />', to: '' }],
    finds: [['app-site-map', 'its site map is no component']],
  },
  {
    name: 'A component that is no table',
    changes: [{ file: APP, from: 'schemaName="bbl_calendar"', to: 'schemaName="bbl_none"' }],
    finds: [['app-tables', 'the component bbl_none is no table']],
  },
  {
    name: 'An entry that leads to no table, to no view and has no icon',
    changes: [
      { file: SITE_MAP, from: 'Entity="bbl_order"', to: 'Url="/main.aspx"' },
      { file: SITE_MAP, from: /viewid=[0-9a-f-]+/, to: 'viewid=11111111-1111-4111-8111-111111111111' },
      { file: SITE_MAP, from: '/WebResources/bbl_/icons/ready.svg', to: '/WebResources/bbl_/icons/none.svg' },
    ],
    finds: [
      ['site-map', 'subarea_orders: it leads nowhere'],
      ['site-map', 'subarea_orders: bbl_/icons/none.svg is no web resource'],
      ['site-map', 'subarea_backlog: 11111111-1111-4111-8111-111111111111 is no view of bbl_orderline'],
    ],
  },
  {
    name: 'A role that cannot open the app, and one that is none',
    changes: [{ file: APP, from: READER, to: '<Role id="{11111111-1111-4111-8111-111111111111}" />' }],
    finds: [
      ['app-roles', '11111111-1111-4111-8111-111111111111 is no role'],
      ['app-roles', 'the role Billing Backlog Reader cannot open the app'],
    ],
  },
]);
