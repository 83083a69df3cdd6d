import { byId, followSurroundings, make } from './dom';
import { fill } from '../texts';
import { RESULTS_PAGE, type ResultsDocument } from '../ui/results';
import { followForm } from '../ui/tabChannel';

/** A long list does not help: what is beyond this is counted. */
const ROWS_SHOWN_MAX = 500;

let isDrawn = false;

function draw({ intro, columns, more, rows }: ResultsDocument): void {
  if (isDrawn) return;
  isDrawn = true;
  byId('intro').textContent = intro;
  byId('head').append(...columns.map((label) => make('th', { scope: 'col' }, label)));
  const lines = rows.slice(0, ROWS_SHOWN_MAX);
  byId('body').append(
    ...lines.map(({ name, reason, code }) =>
      make('tr', {}, ...[name, reason, code].map((value) => make('td', {}, value))),
    ),
  );
  const hidden = rows.length - ROWS_SHOWN_MAX;
  if (hidden > 0) byId('more').textContent = fill(more, [hidden]);
}

followSurroundings();
followForm<ResultsDocument>(RESULTS_PAGE, draw);
