import { fill } from '../texts';
import { RESULTS_PAGE, type ResultsDocument, type ResultsGroup, type ResultsRow } from '../ui/results';
import { followForm } from '../ui/tabChannel';
import { byId, closeOnEscape, followSurroundings, make } from './dom';

/** A long list does not help: what is beyond this is counted. */
const ROWS_SHOWN_MAX = 500;

let isDrawn = false;

function draw(shown: ResultsDocument): void {
  if (isDrawn) return;
  isDrawn = true;
  byId('intro').textContent = shown.intro;
  let left = ROWS_SHOWN_MAX;
  for (const group of shown.groups) {
    byId('groups').append(groupOf(group, group.rows.slice(0, left), shown));
    left = Math.max(0, left - group.rows.length);
  }
  const hidden = shown.groups.reduce((count, { rows }) => count + rows.length, 0) - ROWS_SHOWN_MAX;
  if (hidden > 0) byId('more').textContent = fill(shown.more, [hidden]);
  byId('close').textContent = shown.close;
}

function groupOf(
  { count, reasons }: ResultsGroup,
  rows: readonly ResultsRow[],
  { columns, table }: ResultsDocument,
): HTMLElement {
  const texts = reasons.map(({ code, text }) => make('p', {}, `${text} `, make('code', {}, code)));
  const keys = (['name', 'customer', 'contract', 'own'] as const).filter((key) => rows.some((row) => row[key] !== ''));
  const headings = { name: columns[0], customer: columns[1], contract: columns[2], own: columns[3] };
  return make(
    'section',
    {},
    make('h2', {}, make('b', {}, count), make('span', {}, ...texts)),
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...keys.map((key) => make('th', { scope: 'col' }, headings[key])))),
      make(
        'tbody',
        {},
        ...rows.map((row) =>
          make('tr', {}, ...keys.map((key) => make('td', {}, key === 'name' ? linkTo(table, row) : row[key]))),
        ),
      ),
    ),
  );
}

/** The row in a window of its own: the list is worked off from here. */
function linkTo(table: string, { id, name }: ResultsRow): HTMLElement {
  const link = make('a', { href: '#' }, name);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void window.parent.Xrm.Navigation.openForm({ entityName: table, entityId: id, openInNewWindow: true });
  });
  return link;
}

declare global {
  interface Window {
    Xrm: typeof Xrm;
  }
}

followSurroundings();
closeOnEscape();
byId('close').addEventListener('click', () => window.close());
byId('close').focus();
followForm<ResultsDocument>(RESULTS_PAGE, draw);
