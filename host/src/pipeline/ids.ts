import { randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** The id in lower case without braces; undefined when the text is none. */
export const parseId = (text: string): string | undefined => GUID.exec(text)?.[1]?.toLowerCase();
