import { describeCheck, subjectWith } from '../testing';
import { checkGuids } from './guids';

const ROLE = 'Roles/Billing Backlog Reader.xml';
const APP = 'AppModules/bbl_billing/AppModule.xml';
const ORDER_FORM = ['Entities/bbl_Order/FormXml/main', 'Information'] as const;
const PROFILE_ID = '{5b3455ee-7c85-524c-bd91-e1d15555b6b1}';

describeCheck(checkGuids, [
  {
    name: 'Two components with one id',
    changes: [{ file: ROLE, from: '{0073fc40-6146-5273-b34b-7517c4eff32b}', to: PROFILE_ID }],
    finds: [
      [
        'guid-unique',
        'column security profile Billing Backlog status readers has the id of role Billing Backlog Reader in Roles/Billing Backlog Reader.xml',
      ],
    ],
  },
  {
    name: 'A reference that is no GUID',
    changes: [{ file: APP, from: '953b9fac-1e5e-e611-80d6-00155ded156f', to: '953b9fac-1e5e-e611-80d6-00155ded15' }],
    finds: [['guid-format', "<WebResourceId> holds '953b9fac-1e5e-e611-80d6-00155ded15'"]],
  },
  {
    name: 'A part of a form without an id',
    changes: [{ file: ORDER_FORM, from: /libraryUniqueId="[^"]*"/, to: '' }],
    finds: [['guid-format', "the id of a part of the form is ''"]],
  },
]);

test('A malformed id of a component does not even read', () => {
  const change = { file: ROLE, from: '{0073fc40-6146-5273-b34b-7517c4eff32b}', to: '{0073fc40-6146}' };
  expect(() => subjectWith([change])).toThrow(
    "Roles/Billing Backlog Reader.xml: id of a role is '{0073fc40-6146}', expected a GUID",
  );
});
