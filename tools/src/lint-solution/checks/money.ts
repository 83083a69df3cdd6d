import type { TableMetadata } from '@bbl/dataverse';
import { type Finding, rule } from '../finding';
import { type Check, tableFile } from '../subject';

const noCurrency = rule(
  'money-currency',
  'Add transactioncurrencyid and exchangerate: money has no value without them.',
);
const noBase = rule('money-base', 'Add the base twin with <CalculationOf> and without create and update.');
const ownPrecision = rule(
  'money-precision',
  'Write <AccuracySource>2</AccuracySource>: amounts follow their currency.',
);

/** Tables with money have a currency, and every amount its base twin and the currency's precision. */
export const checkMoney: Check = ({ model }) => model.tables.flatMap(checkTable);

function checkTable(table: TableMetadata): Finding[] {
  const amounts = table.columns.filter(({ type, baseOf }) => type === 'money' && baseOf === undefined);
  const names = table.columns.map(({ name }) => name);
  const lacksCurrency = !names.includes('transactioncurrencyid') || !names.includes('exchangerate');
  return [
    ...(amounts.length > 0 && lacksCurrency
      ? [noCurrency(tableFile(table), `${table.name} has money but no currency`)]
      : []),
    ...amounts
      .filter(({ name }) => !hasBaseTwin(table, name))
      .map(({ name }) => noBase(tableFile(table), `${name} has no ${name}_base that the platform alone writes`)),
    ...amounts
      .filter(({ precisionSource }) => precisionSource !== 2)
      .map(({ name }) => ownPrecision(tableFile(table), `${name} does not follow its currency`)),
  ];
}

function hasBaseTwin(table: TableMetadata, amount: string): boolean {
  const twin = table.columns.find(({ name }) => name === `${amount}_base`);
  return twin?.baseOf === amount && !twin.validForCreate && !twin.validForUpdate;
}
