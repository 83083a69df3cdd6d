import { fill, TEXTS, type TextKey } from '../texts';

const RESX = 'bbl_/strings/messages';

/** A text in the user's language; the bundled one where the resource is missing. */
export function text(key: TextKey, ...args: readonly (string | number)[]): string {
  return fill(resource(key) ?? TEXTS[key], args);
}

/** The text of any name in the user's language; undefined where there is none, or not yet. */
export function resource(name: string): string | undefined {
  try {
    return Xrm.Utility.getResourceString(RESX, name) || undefined;
  } catch {
    return undefined; // Not loaded yet or not translated: the bundled text serves.
  }
}
