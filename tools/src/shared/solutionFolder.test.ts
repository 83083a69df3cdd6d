import { join } from 'node:path';
import { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from './root';
import { readSolutionFolder } from './solutionFolder';

const system = readSolution(readSolutionFolder(join(ROOT, 'host', 'system')));
const index = new MetadataIndex(system);

test('The system tables of the host are read like any solution and have the names of the platform', () => {
  expect(system.tables.map(({ name, setName }) => [name, setName])).toEqual(
    expect.arrayContaining([
      ['account', 'accounts'],
      ['systemuser', 'systemusers'],
      ['transactioncurrency', 'transactioncurrencies'],
      ['environmentvariabledefinition', 'environmentvariabledefinitions'],
      ['systemuserroles', 'systemuserrolescollection'],
    ]),
  );
});

test('Every column of a system view exists', () => {
  for (const view of system.views) {
    expect([view.name, view.columns.filter(({ name }) => !index.column(view.table, name))]).toEqual([view.name, []]);
  }
});

test('Lookups of system tables point to system tables only', () => {
  const unknown = system.relationships.filter(({ referencedTable }) => !index.table(referencedTable));
  expect(unknown.map(({ name }) => name)).toEqual([]);
});

test('Users reach roles, teams and column security profiles through their associations', () => {
  const targets = ['systemuserroles_association', 'teammembership_association', 'systemuserprofiles_association'].map(
    (navigation) => index.association('systemuser', navigation)?.other.table,
  );
  expect(targets).toEqual(['role', 'team', 'fieldsecurityprofile']);
});

test('Lookups can search accounts, contacts, users, teams, business units and currencies', () => {
  const searchable = system.views.filter(({ isQuickFind }) => isQuickFind).map(({ table }) => table);
  expect(searchable.sort()).toEqual([
    'account',
    'businessunit',
    'contact',
    'systemuser',
    'team',
    'transactioncurrency',
  ]);
});
