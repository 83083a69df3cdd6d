import type { SiteMapArea } from '@bbl/dataverse/metadata';
import { DESCRIPTION, sampleModel } from '../testing/sampleApp';
import { firstPlace, placeOf, visibleAreas } from './siteMap';

const AREAS: readonly SiteMapArea[] = [
  {
    id: 'sales',
    title: 'Sales',
    groups: [
      {
        id: 'orders',
        title: 'Orders',
        subAreas: [
          {
            id: 'open',
            title: 'Open',
            url: '/main.aspx?pagetype=entitylist&etn=order&viewid=aaaaaaaa-0000-4000-8000-000000000001',
          },
          {
            id: 'late',
            title: 'Late',
            url: '/main.aspx?pagetype=entitylist&etn=order&viewid=aaaaaaaa-0000-4000-8000-00000000000b',
          },
        ],
      },
    ],
  },
  {
    id: 'setup',
    title: 'Setup',
    groups: [
      {
        id: 'money',
        title: 'Money',
        subAreas: [{ id: 'currencies', title: 'Currencies', table: 'transactioncurrency' }],
      },
    ],
  },
];

const [app] = DESCRIPTION.apps;
const model = sampleModel({ apps: app ? [{ ...app, areas: AREAS }] : [] });

test('areas without anything to read are left out', () => {
  expect(visibleAreas(model).map((area) => area.id)).toEqual(['sales']);
  expect(firstPlace(visibleAreas(model))?.subArea.id).toBe('open');
});

test('a list stands under the entry of its view', () => {
  const page = { kind: 'list' as const, table: 'order', viewId: 'aaaaaaaa-0000-4000-8000-00000000000b' };
  expect(placeOf(AREAS, page)?.subArea.id).toBe('late');
});

test('a record keeps the entry that it was opened from', () => {
  const late = placeOf(AREAS, { kind: 'list', table: 'order', viewId: 'aaaaaaaa-0000-4000-8000-00000000000b' });
  expect(placeOf(AREAS, { kind: 'record', table: 'order' }, late)?.subArea.id).toBe('late');
});

test('an entry of some rows stands for no record that came from elsewhere, an entry of all rows does', () => {
  const currencies = placeOf(AREAS, { kind: 'record', table: 'transactioncurrency' }, firstPlace(AREAS));
  expect(currencies?.subArea.id).toBe('currencies');
  expect(placeOf(AREAS, { kind: 'record', table: 'order' }, currencies)).toBe(currencies);
  expect(placeOf(AREAS, { kind: 'record', table: 'order' })).toBeUndefined();
});

test('a table without an entry keeps the one before', () => {
  const open = firstPlace(AREAS);
  expect(placeOf(AREAS, { kind: 'record', table: 'orderline' }, open)).toBe(open);
});
