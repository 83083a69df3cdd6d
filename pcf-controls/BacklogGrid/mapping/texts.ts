import type { Violation } from '@bbl/domain/violation';
import type { TextKey, Texts } from '@bbl/pcf-shared/react';

/** The control's resx texts; a key that is not there comes back as it is. */
export type Resources = Pick<ComponentFramework.Resources, 'getString'>;

/** The control's own texts with `{0}`, `{1}` … filled in. */
export const textsOf =
  (resources: Resources): Texts =>
  (key: TextKey, ...args) =>
    resources.getString(key).replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));

/**
 * The sentence of a rule in the user's language, with its code: what the server says when it refuses. The sentences
 * are copied from the catalogue into the resx files (`npm run build`), so that they are translated with the rest and
 * the bundle carries none.
 */
export function ruleSentence({ code, args }: Violation, resources: Resources): string {
  const filled = resources
    .getString(code)
    .replace(/\{(\w+)\}/g, (_, word: string) => args[word.charAt(0).toLowerCase() + word.slice(1)] ?? '');
  return `${code}: ${filled.replace(/ {2,}/g, ' ').trimEnd()}`;
}
