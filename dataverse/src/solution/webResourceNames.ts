const PREFIXES = ['$webresource:', '/WebResources/'];

/** The web resource that a reference names, in whichever spelling; undefined when it names another kind of thing. */
export function webResourceOf(reference: string | undefined): string | undefined {
  const prefix = PREFIXES.find((candidate) => reference?.startsWith(candidate));
  return prefix && reference?.slice(prefix.length);
}
