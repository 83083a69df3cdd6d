import { send } from '../api/http';
import { parseXml } from '../fetch/composeFetch';

/** Texts of a string file by key. */
export type Texts = ReadonlyMap<string, string>;

/** Reads `<data name><value>` of a resx file. */
export function parseResx(xml: string): Texts {
  const entries = [...parseXml(xml).querySelectorAll('root > data')];
  return new Map(
    entries.map((data) => [data.getAttribute('name') ?? '', data.querySelector('value')?.textContent ?? '']),
  );
}

export async function loadResx(url: string): Promise<Texts> {
  return parseResx(await (await send(url)).text());
}
