import { describeCheck, FIXTURE_SURFACE } from '../testing';
import { checkSurface } from './surface';

const LINE = 'Entities/bbl_OrderLine/Entity.xml';
const UPDATE = ['SdkMessageProcessingSteps', 'Update.10'] as const;

describeCheck(checkSurface, [
  {
    name: 'Parts that are missing',
    changes: [],
    given: {
      surface: {
        ...FIXTURE_SURFACE,
        choices: { bbl_none: [] },
        tables: { bbl_none: { set: 'bbl_nones', ownership: 'user', columns: {} } },
        views: { 'No view': 'bbl_order' },
        customApis: { bbl_None: { request: {}, response: {} } },
        roles: ['Nobody'],
        controls: ['bbl_Bbl.None'],
        environmentVariables: { bbl_None: 'string x' },
        app: { uniqueName: 'bbl_billing', siteMap: ['Sales / Billing / None'] },
      },
    },
    finds: [
      ['surface-missing', 'choice bbl_none is missing'],
      ['surface-missing', 'table bbl_none is missing'],
      ['surface-missing', 'custom API bbl_None is missing'],
      ['surface-missing', 'view No view of bbl_order is missing'],
      ['surface-missing', 'role Nobody is missing'],
      ['surface-missing', 'control bbl_Bbl.None is missing'],
      ['surface-missing', 'environment variable bbl_None is missing'],
      ['surface-missing', 'site map entry Sales / Billing / None is missing'],
    ],
  },
  {
    name: 'A part that is on the list of those that come later is not missed',
    changes: [],
    given: { surface: { ...FIXTURE_SURFACE, roles: ['Nobody'], postponed: ['role Nobody'] } },
    finds: [],
  },
  {
    name: 'A column, a set, an option and a parameter of another kind than promised',
    changes: [
      { file: LINE, from: '<EntitySetName>bbl_orderlines<', to: '<EntitySetName>bbl_lines<' },
      { file: 'OptionSets/bbl_billingstatus.xml', from: '"Ready to invoice"', to: '"Ready"' },
      {
        file: 'customapis/bbl_SetStatus/customapirequestparameters/Ids/customapirequestparameter.xml',
        from: '<type>11<',
        to: '<type>10<',
      },
      {
        file: 'environmentvariabledefinitions/bbl_statusafterrelease/environmentvariabledefinition.xml',
        from: '<defaultvalue>ready<',
        to: '<defaultvalue>notready<',
      },
    ],
    given: {
      surface: {
        ...FIXTURE_SURFACE,
        tables: {
          bbl_orderline: {
            ...FIXTURE_SURFACE.tables['bbl_orderline'],
            columns: { bbl_orderid: 'lookup account', bbl_total: 'S money', bbl_billingstatus: 'S text' },
          },
        } as typeof FIXTURE_SURFACE.tables,
      },
    },
    finds: [
      ['surface-types', "482100001 is not 'Ready to invoice'"],
      ['surface-types', 'the set is not bbl_orderlines'],
      ['surface-types', 'bbl_orderid is not of the type lookup account'],
      ['surface-types', 'bbl_billingstatus is not of the type text'],
      ['surface-types', 'request Ids is not StringArray'],
      ['surface-types', "bbl_StatusAfterRelease is 'string notready', promised is 'string ready'"],
    ],
  },
  {
    name: 'A key that is missing',
    changes: [{ file: LINE, from: '<AttributeName>bbl_orderid</AttributeName>', to: '' }],
    finds: [['surface-missing', 'the key on bbl_orderid and bbl_name is missing']],
  },
  {
    name: 'Columns of the server that are not guarded, and one of users that is',
    changes: [{ file: UPDATE, from: /<FilteringAttributes>[^<]*</, to: '<FilteringAttributes>bbl_total,bbl_amount<' }],
    finds: [
      ['surface-server-columns', 'bbl_billingstatus is not guarded'],
      ['surface-server-columns', 'bbl_amount is guarded though users may write it'],
    ],
  },
]);
