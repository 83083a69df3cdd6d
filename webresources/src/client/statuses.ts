import {
  type ChoiceWords,
  contractStatusWords,
  headerStatusWords,
  invoiceStatusWords,
  sourceStatusWords,
} from '@bbl/dataverse/mapping';
import { numberOf, type RawRow } from './rawRow';

/**
 * Reads a status of a row as the rules know it. One that is not there, as where column security hides it from the user,
 * counts as the first of its kind: the server decides again.
 */
const statusReader =
  <W extends string, V extends number>(words: ChoiceWords<W, V>, first: W) =>
  (row: RawRow, property: string): W => {
    const value = numberOf(row, property);
    return value === undefined ? first : words.toWord(value as V);
  };

export const contractStatusOf = statusReader(contractStatusWords, 'Draft');
export const headerStatusOf = statusReader(headerStatusWords, 'NotStarted');
export const invoiceStatusOf = statusReader(invoiceStatusWords, 'Draft');
export const sourceStatusOf = statusReader(sourceStatusWords, 'NotReady');
