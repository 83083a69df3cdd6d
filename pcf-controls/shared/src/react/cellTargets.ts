import type { Position } from '../grid-core';

/** Cells, links, menus and grips are found by their data attributes: one handler serves the whole grid. */

const isElement = (target: EventTarget): target is HTMLElement => target instanceof Element;

export const isButton = (target: EventTarget): boolean => isElement(target) && target.closest('button') !== null;

/** Whether an event comes from something marked `data-<mark>`. */
export const isOn = (target: EventTarget, mark: 'grip' | 'menu' | 'link'): boolean =>
  isElement(target) && target.closest(`[data-${mark}]`) !== null;

export const cellOf = (target: EventTarget): HTMLElement | null =>
  isElement(target) ? target.closest<HTMLElement>('[data-column]') : null;

/** The cell that an event comes from, or undefined between cells. */
export function positionOf(target: EventTarget): Position | undefined {
  const cell = cellOf(target);
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

/** A text that does not fit can be read on hover; measured only for the cell under the pointer. */
export function titleWhatIsCut(cell: HTMLElement): void {
  const { scrollWidth, clientWidth } = cell.querySelector('.bbl-title') ?? cell.firstElementChild ?? cell;
  cell.title = scrollWidth > clientWidth ? (cell.textContent ?? '') : '';
}
