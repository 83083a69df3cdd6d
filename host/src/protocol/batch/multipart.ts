import { badPayload } from '../odata/errors';

/** A part of a multipart body: its headers by name in lower case, and its content. */
export interface Part {
  readonly headers: { readonly [name: string]: string };
  readonly content: string;
}

/** The boundary of a `multipart/mixed` content type; undefined when it is of another kind. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/mixed\s*;.*?boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  return match?.[1] ?? match?.[2];
}

/** Splits a body at its boundary. Lines may end in CR LF or LF. Throws 400 when the closing boundary is missing. */
export function readParts(body: string, boundary: string): readonly Part[] {
  const delimiter = `--${boundary}`;
  const parts: Part[] = [];
  let start = -1;
  for (const line of linesOf(body)) {
    const text = line.text.trimEnd();
    if (text !== delimiter && text !== `${delimiter}--`) continue;
    if (start >= 0) parts.push(readPart(body.slice(start, line.start)));
    if (text !== delimiter) return parts;
    start = line.end;
  }
  throw badPayload(`The body does not end with the boundary '${delimiter}--'.`);
}

/** Headers up to the first empty line, content after it; the line break before a boundary belongs to the boundary. */
export function readPart(text: string): Part {
  const lines = linesOf(text);
  const headers: { [name: string]: string } = {};
  let contentStart = text.length;
  for (const line of lines) {
    if (line.text.trim() === '') {
      contentStart = line.end;
      break;
    }
    const colon = line.text.indexOf(':');
    if (colon > 0) headers[line.text.slice(0, colon).trim().toLowerCase()] = line.text.slice(colon + 1).trim();
  }
  return { headers, content: text.slice(contentStart).replace(/\r?\n$/, '') };
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Where the next line starts. */
  readonly end: number;
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    yield { text: text.slice(start, newline < 0 ? end : newline).replace(/\r$/, ''), start, end };
    start = end;
  }
}

/** Status texts that parts of an answer name; others go without. */
const REASONS: { readonly [status: number]: string } = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
};

export interface PartResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  readonly contentId?: string | undefined;
}

/** One response as a part, without its boundary. */
export function writeResponsePart({ status, headers, body, contentId }: PartResponse): string {
  const lines = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`.trimEnd(),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
    '',
  ];
  return lines.join('\r\n');
}

/** Parts between boundaries. */
export const writeParts = (parts: readonly string[], boundary: string): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
