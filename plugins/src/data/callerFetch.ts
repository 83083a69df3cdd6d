import { invalidRequest } from '@bbl/domain';
import { escapeXml } from '@bbl/dataverse/fetch';
import { Refusal } from '../runtime/refusal';
import type { PagePlace } from '../runtime/service';

/** One tag of an XML text: its name, attributes as written, and whether it opens, closes or stands alone. */
interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly kind: 'open' | 'close' | 'empty';
}

const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const BESIDES_TAGS = /<\?xml[^>]*\?>|<!--[\s\S]*?-->/g;

/** What chooses columns and their order: the command reads the ids alone, in id order. */
const LEFT_OUT: ReadonlySet<string> = new Set(['attribute', 'all-attributes', 'order']);
const REFUSED_OPTIONS = ['aggregate', 'page', 'count', 'paging-cookie', 'top'];

export interface IdQuery {
  readonly table: string;
  readonly idColumn: string;
  readonly place: PagePlace;
}

/**
 * A caller's FetchXML turned into the query of a page of the matching ids, in id order. Links only filter, but they
 * may repeat a row: `distinct` would give no paging cookie, so whoever reads the page passes over repeated ids.
 * Refuses with GRD-07 what is no FetchXML of the table, aggregates and paging. domain.md 3.1-5, 3.1-7.
 */
export function idFetch(fetchXml: string, { table, idColumn, place }: IdQuery): string {
  const { head, body } = readFetch(fetchXml, table);
  const cookie = place.cookie === undefined ? '' : ` paging-cookie="${escapeXml(place.cookie)}"`;
  return (
    `<fetch page="${place.page}" count="${place.rowsMax}"${cookie}><entity${head}>` +
    `<attribute name="${idColumn}"/><order attribute="${idColumn}"/>${body}</entity></fetch>`
  );
}

function readFetch(fetchXml: string, table: string): { head: string; body: string } {
  const text = fetchXml.replace(BESIDES_TAGS, '').trim();
  const [fetch, entity] = [...text.matchAll(TAG)].slice(0, 2).map(toTag);
  if (fetch?.name !== 'fetch' || entity?.name !== 'entity') throw invalid('FetchXml is no FetchXML query');
  const option = REFUSED_OPTIONS.find((name) => isSet(fetch.attributes, name));
  if (option !== undefined) throw invalid(`FetchXml may not hold ${option}`);
  if (attributeOf(entity.attributes, 'name') !== table) throw invalid(`FetchXml must ask for ${table}`);
  return { head: entity.attributes, body: entity.kind === 'empty' ? '' : filtersOf(text) };
}

/** What stands inside `<entity>` without columns and orders. Only `<value>` holds text. */
function filtersOf(text: string): string {
  const start = endOf(text, /<entity\b[^>]*>/);
  const end = text.lastIndexOf('</entity>');
  if (end < start) throw invalid('FetchXml is no FetchXML query');
  let body = '';
  let position = start;
  const open: string[] = [];
  for (const match of text.slice(0, end).matchAll(TAG)) {
    if (match.index < start) continue;
    const tag = toTag(match);
    const between = text.slice(position, match.index);
    position = match.index + match[0].length;
    if (between.trim() !== '' && open[open.length - 1] !== 'value') throw invalid('FetchXml holds text outside values');
    if (isSet(tag.attributes, 'aggregate') || isSet(tag.attributes, 'groupby'))
      throw invalid('FetchXml may not aggregate');
    track(open, tag);
    if (!LEFT_OUT.has(tag.name)) body += between + match[0];
  }
  if (open.length > 0 || text.slice(position, end).trim() !== '') throw invalid('FetchXml is no FetchXML query');
  return body;
}

function track(open: string[], { name, kind }: Tag): void {
  if (kind === 'open') open.push(name);
  if (kind === 'close' && open.pop() !== name) throw invalid('FetchXml is no FetchXML query');
}

function toTag([, closing, name = '', attributes = '', empty]: RegExpMatchArray): Tag {
  return { name, attributes, kind: closing ? 'close' : empty ? 'empty' : 'open' };
}

function endOf(text: string, pattern: RegExp): number {
  const match = pattern.exec(text);
  if (!match) throw invalid('FetchXml is no FetchXML query');
  return match.index + match[0].length;
}

const isSet = (attributes: string, name: string): boolean => {
  const value = attributeOf(attributes, name);
  return value !== undefined && value !== 'false' && value !== '0';
};

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? (match[1] ?? match[2]) : undefined;
}

const invalid = (reason: string): Refusal => new Refusal([invalidRequest(reason)]);
