const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** An id as callers write it (any case, with or without braces), as rows hold it; undefined when it is none. */
export function normalId(text: string): string | undefined {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^\{|\}$/g, '');
  return GUID.test(id) ? id : undefined;
}
