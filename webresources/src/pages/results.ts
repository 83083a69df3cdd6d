import { RESULTS_PAGE, type ResultsDocument, type ResultsGroup, type ResultsRow } from '../ui/results';
import { followForm } from '../ui/tabChannel';
import { byId, closeOnEscape, followSurroundings, make } from './dom';

let isDrawn = false;

function draw(shown: ResultsDocument): void {
  if (isDrawn) return;
  isDrawn = true;
  byId('intro').textContent = shown.intro;
  byId('groups').append(...shown.groups.map((group) => groupOf(group, shown)));
  byId('more').textContent = shown.more;
  byId('close').textContent = shown.close;
}

function groupOf({ count, reasons, rows }: ResultsGroup, shown: ResultsDocument): HTMLElement {
  const texts = reasons.map(({ code, text }) => make('p', {}, `${text} `, make('code', {}, code)));
  const heading = make('h2', {}, make('b', {}, count), make('span', {}, ...texts));
  return make('section', {}, heading, ...(rows.length > 0 ? [tableOf(rows, shown)] : []));
}

function tableOf(rows: readonly ResultsRow[], { columns, table }: ResultsDocument): HTMLElement {
  const keys = (['name', 'customer', 'contract', 'own'] as const).filter((key) => rows.some((row) => row[key] !== ''));
  const headings = { name: columns[0], customer: columns[1], contract: columns[2], own: columns[3] };
  return make(
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
