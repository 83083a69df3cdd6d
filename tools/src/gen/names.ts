const OWN_PREFIX = /^bbl_/;

/** Schema names that the platform writes in lower case though they are several words. */
const WORDS: { readonly [schemaName: string]: string } = { statecode: 'StateCode', statuscode: 'StatusCode' };

/** Name of a table or column in code, from its schema name: `bbl_MilestoneSplit` → `MilestoneSplit`, `bbl_Tax_Base` → `TaxBase`. */
export function codeName(schemaName: string): string {
  return WORDS[schemaName] ?? schemaName.replace(OWN_PREFIX, '').split('_').map(capitalized).join('');
}

/** Name of an option in code, from its label: `Not ready to invoice` → `NotReadyToInvoice`, `Half-yearly` → `HalfYearly`. */
export function labelName(label: string): string {
  return label
    .split(/[^A-Za-z0-9]+/)
    .map(capitalized)
    .join('');
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
