import { invalidRequest } from '@bbl/domain';
import { Refusal } from './refusal';

/** Where a series of calls goes on, and for which request. Opaque to callers. domain.md 10-6. */
interface Position<Place> {
  /** Of the request, so that a value for another one is noticed. */
  readonly request: string;
  readonly place: Place;
}

/** A series of calls of one request. `place` is where this call goes on, undefined on the first call. */
export interface Series<Place> {
  readonly place: Place | undefined;
  /** The value of `Next`: empty when nothing is left. */
  next(place: Place | undefined): string;
}

/**
 * @param after the value of `After` as the caller gave it.
 * @param request everything that makes it the same request again.
 * Refuses with GRD-07 when `after` does not belong to the request.
 */
export function openSeries<Place>(after: string | undefined, request: readonly unknown[]): Series<Place> {
  const fingerprint = fingerprintOf(JSON.stringify(request));
  const next = (place: Place | undefined): string =>
    place === undefined ? '' : JSON.stringify({ request: fingerprint, place } satisfies Position<Place>);
  if (after === undefined || after === '') return { place: undefined, next };
  const position = read<Place>(after);
  if (position?.request !== fingerprint) throw new Refusal([invalidRequest('After does not belong to this request')]);
  return { place: position.place, next };
}

function read<Place>(after: string): Position<Place> | undefined {
  try {
    return JSON.parse(after) as Position<Place>;
  } catch {
    return undefined; // Whatever it is, it is none of ours.
  }
}

/** FNV-1a over two halves: tells requests apart, protects nothing. */
function fingerprintOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x811c9dc5);
  }
  return `${hex(low)}${hex(high)}`;
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
