import { fill } from './texts';
import { RESULTS_KEY, type ResultsDocument } from './ui/results';

/** A long list does not help: what is beyond this is counted. */
const ROWS_SHOWN_MAX = 500;

function show({ intro, columns, more, rows }: ResultsDocument): void {
  element('intro').textContent = intro;
  const head = element('head');
  columns.forEach((label) => head.appendChild(cell('th', label)));
  const body = element('body');
  for (const { name, reason, code } of rows.slice(0, ROWS_SHOWN_MAX)) {
    const line = document.createElement('tr');
    [name, reason, code].forEach((value) => line.appendChild(cell('td', value)));
    body.appendChild(line);
  }
  const hidden = rows.length - ROWS_SHOWN_MAX;
  if (hidden > 0) element('more').textContent = fill(more, [hidden]);
}

function cell(tag: 'th' | 'td', value: string): HTMLElement {
  const node = document.createElement(tag);
  node.textContent = value;
  if (tag === 'th') node.setAttribute('scope', 'col');
  return node;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The results page lacks #${id}.`);
  return found;
}

const stored = sessionStorage.getItem(RESULTS_KEY);
if (stored !== null) show(JSON.parse(stored) as ResultsDocument);
