import { followForm } from '../ui/tabChannel';
import { byId, followSurroundings, make, replaceContent } from './dom';
import { COMPLETION_PAGE, type CompletionRequest, type CompletionShown } from './shown';

/** On the form of a progress-based milestone: how far it is billed, and "the work is … % complete". */
followSurroundings();
const ask = followForm<CompletionShown, CompletionRequest>(COMPLETION_PAGE, draw);
const input = byId<HTMLInputElement>('completion');
byId('entry').addEventListener('submit', (event) => {
  event.preventDefault();
  ask({ completion: input.value });
});

function draw({ parts, label, unit, button, locked, answer }: CompletionShown): void {
  replaceContent(
    byId('bar'),
    ...parts
      .filter(({ widthPercent }) => widthPercent > 0)
      .map(({ tone, widthPercent }) => make('span', { class: tone, style: `flex-grow:${widthPercent}` })),
  );
  replaceContent(
    byId('parts'),
    ...parts.map((part) =>
      make('li', {}, make('i', { class: part.tone }), `${part.label} `, make('b', {}, part.amount)),
    ),
  );
  byId('entry').hidden = locked !== null;
  byId('label').textContent = label;
  byId('unit').textContent = unit;
  byId('apply').textContent = button;
  byId('answer').className = answer?.isRefused ? 'refused' : '';
  byId('answer').textContent = answer?.text ?? locked ?? '';
}
