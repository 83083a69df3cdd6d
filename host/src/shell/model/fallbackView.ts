import { QueryType, type TableMetadata, type ViewMetadata } from '@bbl/dataverse/metadata';

/** A plain view of a table that ships none (the platform makes one too): its name column in order of the name. */
export function fallbackView(table: TableMetadata): ViewMetadata {
  const name = table.primaryName || table.primaryId;
  return {
    id: `00000000-0000-0000-0000-${hash(table.name)}`,
    table: table.name,
    name: `All ${table.displayCollectionName}`,
    queryType: QueryType.Public,
    isDefault: true,
    isQuickFind: false,
    fetchXml: `<fetch version="1.0" mapping="logical"><entity name="${table.name}"><attribute name="${table.primaryId}"/><attribute name="${name}"/><order attribute="${name}" descending="false"/></entity></fetch>`,
    layoutXml: '',
    columns: [{ name, widthPx: 300 }],
  };
}

/** Twelve hexadecimal digits that are stable for a table, so that an address can name its view. */
function hash(text: string): string {
  let value = 0;
  for (const character of text) value = (Math.imul(value, 31) + character.charCodeAt(0)) >>> 0;
  return value.toString(16).padStart(12, '0');
}
