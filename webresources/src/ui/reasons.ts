import { SENTENCES } from '@bbl/domain';
import { type DatePattern, withUserDates } from './userDates';

/** A reason without the row that it was said of, so that equal ones can be told once. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** Words of the sentences that stand for the row itself. */
const ROW_WORDS: readonly string[] = ['Row', 'Name'];

/**
 * The reasons of a server's message, one a line, each `code: sentence`.
 * @param templateOf the sentence of a code with its words in braces, in the language of the message
 * @param rowWords what stands for the row, such as "This row"
 */
export function reasonsOf(
  message: string,
  templateOf: (code: string) => string | undefined,
  rowWords: string,
  pattern: DatePattern,
): readonly Reason[] {
  return message.split('\n').map((line) => {
    const [, code = '', sentence = line] = /^(BBL-[A-Z]{3}-\d\d): (.*)$/.exec(line) ?? [];
    const template = templateOf(code);
    const args = template === undefined ? undefined : argumentsOf(sentence, template);
    const text =
      template === undefined || args === undefined
        ? sentence
        : template.replace(/\{(\w+)\}/g, (_, word: string) =>
            ROW_WORDS.includes(word) ? rowWords : (args.get(word) ?? ''),
          );
    return { code, text: withUserDates(text, pattern) };
  });
}

/** The base language's sentence of a code. */
export const baseSentence = (code: string): string | undefined =>
  (SENTENCES as { readonly [code: string]: string | undefined })[code];

/** What a sentence says for each word of its template; undefined when it is another sentence. */
function argumentsOf(sentence: string, template: string): ReadonlyMap<string, string> | undefined {
  const words: string[] = [];
  const shape = template.split(/(\{\w+\})/).map((part) => {
    const [, word] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (word === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    words.push(word);
    return '(.*?)';
  });
  const found = new RegExp(`^${shape.join('')}$`).exec(sentence);
  return found ? new Map(words.map((word, index) => [word, found[index + 1] ?? ''])) : undefined;
}

/** Rows that were refused under the same codes: what all are told, and what only one of them is. */
export interface ReasonGroup<Row> {
  readonly reasons: readonly Reason[];
  readonly rows: readonly { readonly row: Row; readonly own: string }[];
}

/**
 * Groups rows by the codes of their reasons, the largest group first. The sentences that all rows of a group share are
 * said once; the others, such as the one that names a row's own invoice, stay with their row.
 */
export function groupByReason<Row>(
  refused: readonly { readonly row: Row; readonly reasons: readonly Reason[] }[],
): readonly ReasonGroup<Row>[] {
  const groups = new Map<string, { readonly row: Row; readonly reasons: readonly Reason[] }[]>();
  for (const each of refused) {
    const key = each.reasons.map(({ code, text }) => code || text).join('\n');
    const group = groups.get(key) ?? [];
    group.push(each);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.length - one.length).map(toGroup);
}

function toGroup<Row>(
  members: readonly { readonly row: Row; readonly reasons: readonly Reason[] }[],
): ReasonGroup<Row> {
  const told = members.map(({ reasons }) => reasons.map(({ text }) => sentencesOf(text)));
  // Found once a group: what all share, the first one has as well.
  const shared = (told[0] ?? []).map((sentences, reason) =>
    sentences.filter((sentence) => told.every((member) => member[reason]?.includes(sentence))),
  );
  return {
    reasons: (members[0]?.reasons ?? []).map(({ code }, reason) => ({ code, text: (shared[reason] ?? []).join(' ') })),
    rows: members.map(({ row }, member) => ({
      row,
      own: (told[member] ?? [])
        .flatMap((sentences, reason) => sentences.filter((sentence) => !shared[reason]?.includes(sentence)))
        .join(' '),
    })),
  };
}

const sentencesOf = (text: string): readonly string[] => text.replace(/([.?!]) (?=\p{Lu})/gu, '$1\n').split('\n');
