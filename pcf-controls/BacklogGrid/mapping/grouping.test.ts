import { TABLES } from '@bbl/dataverse/generated/metadata';
import { ContractLine, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import type { Texts } from '@bbl/pcf-shared/react';
import { column, fakeRecord, FakePlatform, lookup, text } from '../testing/fakeContext';
import { MILESTONE_COLUMNS } from '../testing/milestoneRows';
import { mapColumns } from './columns';
import { groupColumnsOf, groupingsOf, groupValueOf } from './grouping';
import { HiddenColumns } from './hiddenColumns';

const texts: Texts = (key) => key;
const labelsOf = (table: string, columns = MILESTONE_COLUMNS): string[] =>
  groupingsOf(table, mapColumns(columns), texts).map(({ label }) => label);

describe('groupings', () => {
  test('splits group by contract, customer and milestone, other tables as far as they have them', () => {
    expect(labelsOf(MilestoneSplit.table)).toEqual(['Grid_GroupContract', 'Grid_GroupCustomer', 'Grid_GroupMilestone']);
    expect(labelsOf('bbl_project')).toEqual([]);
  });

  test('a column of a linked table groups only where the view shows it', () => {
    expect(labelsOf(ContractLine.table, [])).toEqual(['Grid_GroupContract']);
    const shown = [column('contract.bbl_customerid', 'Customer (Order)', 'Lookup.Customer')];
    expect(labelsOf(ContractLine.table, shown)).toEqual(['Grid_GroupContract', 'Grid_GroupCustomer']);
  });

  test('the columns are lookups of their tables', () => {
    const grouped = Object.entries(TABLES).map(([table, { columns }]) =>
      groupColumnsOf(table).map((name) => columns[name]?.type),
    );
    expect(new Set(grouped.flat())).toEqual(new Set(['lookup']));
  });

  test('rows with one contract belong together, whatever its name', () => {
    const row = { bbl_contractid: lookup('bbl_contract', 'c1', 'Adatum'), bbl_name: text('Design') };
    expect(groupValueOf(fakeRecord(MilestoneSplit.table, 'row1', row), 'bbl_contractid')).toEqual({
      key: 'c1',
      title: 'Adatum',
    });
    expect(groupValueOf(fakeRecord(MilestoneSplit.table, 'row2', {}), 'bbl_contractid')).toEqual({
      key: '',
      title: '',
    });
  });
});

describe('columns that views need not show', () => {
  const platformWith = (loading: boolean): FakePlatform => {
    const platform = new FakePlatform(MilestoneSplit.table, MILESTONE_COLUMNS, {});
    platform.loading = loading;
    return platform;
  };
  const asked = [
    'addColumn bbl_round',
    'addColumn bbl_accountid',
    'addColumn bbl_milestoneid',
    'link bbl_contract by bbl_contractid',
    'addColumn contractofrow.bbl_contractstatus',
  ];

  test('are asked for once a view, and not where the view shows them', () => {
    const platform = platformWith(true);
    const hidden = new HiddenColumns();
    hidden.ask(platform.context().parameters.records);
    hidden.ask(platform.context().parameters.records);
    expect(platform.log).toEqual(asked);
    platform.viewId = 'view-2';
    hidden.ask(platform.context().parameters.records);
    expect(platform.log).toEqual([...asked, ...asked]);
  });

  test('are loaded after the fact when another view is there already', () => {
    const platform = platformWith(false);
    const hidden = new HiddenColumns();
    hidden.ask(platform.context().parameters.records);
    platform.viewId = 'view-2';
    hidden.ask(platform.context().parameters.records);
    expect(platform.log).toEqual([...asked, ...asked, 'refresh']);
  });
});
