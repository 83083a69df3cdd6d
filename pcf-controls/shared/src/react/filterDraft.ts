import type { ColumnFilter, ColumnKind, NumberFormat } from '../grid-core';
import { readTypedNumber } from '../grid-core';

/** A filter while it is being typed: what stands in the fields, valid or not. */
export type FilterDraft =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'anyOf'; readonly values: readonly string[] }
  | { readonly kind: 'dates' | 'range'; readonly from: string; readonly to: string };

/** The fields that fit a column, filled with its present filter. Amounts are shown in the user's format. */
export function draftOf(kind: ColumnKind, filter: ColumnFilter | undefined, format: NumberFormat): FilterDraft {
  switch (kind) {
    case 'choice':
    case 'yesNo':
      return { kind: 'anyOf', values: filter?.kind === 'anyOf' ? filter.values : [] };
    case 'date':
      return filter?.kind === 'dates'
        ? { kind: 'dates', from: filter.from ?? '', to: filter.to ?? '' }
        : { kind: 'dates', from: '', to: '' };
    case 'amount':
    case 'number':
      return filter?.kind === 'range'
        ? { kind: 'range', from: typed(filter.min, format), to: typed(filter.max, format) }
        : { kind: 'range', from: '', to: '' };
    case 'text':
    case 'lookup':
      return { kind: 'contains', text: filter?.kind === 'contains' ? filter.text : '' };
  }
}

/** Whether every field can be read; empty fields ask for nothing and are fine. */
export function isDraftValid(draft: FilterDraft, format: NumberFormat): boolean {
  if (draft.kind !== 'range') return true;
  return [draft.from, draft.to].every((text) => isNumberOrEmpty(text, format));
}

export const isNumberOrEmpty = (text: string, format: NumberFormat): boolean =>
  text.trim() === '' || readTypedNumber(text, format) !== undefined;

/** The filter that a valid draft asks for, or undefined when it asks for nothing. */
export function filterOf(draft: FilterDraft, format: NumberFormat): ColumnFilter | undefined {
  switch (draft.kind) {
    case 'contains':
      return draft.text.trim() === '' ? undefined : { kind: 'contains', text: draft.text.trim() };
    case 'anyOf':
      return draft.values.length === 0 ? undefined : draft;
    case 'dates': {
      const { from, to } = draft;
      if (!from && !to) return undefined;
      return { kind: 'dates', ...(from && { from }), ...(to && { to }) };
    }
    case 'range': {
      const min = readTypedNumber(draft.from, format);
      const max = readTypedNumber(draft.to, format);
      if (min === undefined && max === undefined) return undefined;
      return { kind: 'range', ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    }
  }
}

const typed = (decimal: string | undefined, { decimalSeparator }: NumberFormat): string =>
  (decimal ?? '').replace('.', decimalSeparator);
