import type { InvoicingSettings, StatusAfterRelease } from '@bbl/domain';
import { fetch, isIn } from '@bbl/dataverse/fetch';
import type { Value } from '@bbl/dataverse/ports';
import type { Service } from '../runtime/service';

/** Our environment variables. domain.md 9.4. */
type SettingName = 'bbl_StatusAfterRelease' | 'bbl_ConfirmedContractsOnly' | 'bbl_AllowZeroInvoices';

export function readInvoicingSettings(system: Service): InvoicingSettings {
  const values = readSettings(system, ['bbl_ConfirmedContractsOnly', 'bbl_AllowZeroInvoices']);
  return {
    isConfirmedContractsOnly: isYes(values.get('bbl_ConfirmedContractsOnly')),
    isZeroInvoiceAllowed: isYes(values.get('bbl_AllowZeroInvoices')),
  };
}

export function readStatusAfterRelease(system: Service): StatusAfterRelease {
  const value = readSettings(system, ['bbl_StatusAfterRelease']).get('bbl_StatusAfterRelease');
  return value?.trim().toLowerCase() === 'notready' ? 'notready' : 'ready';
}

/** The environment's value of each variable, else its default. */
function readSettings(system: Service, names: readonly SettingName[]): Map<string, string> {
  const query = fetch('environmentvariabledefinition')
    .select('schemaname', 'defaultvalue')
    .where(isIn('schemaname', names))
    .link(
      'environmentvariablevalue',
      { from: 'environmentvariabledefinitionid', to: 'environmentvariabledefinitionid', alias: 'set', type: 'outer' },
      (link) => link.select('value'),
    );
  const { rows } = system.page(query.toXml());
  return new Map(rows.map((row) => [text(row['schemaname']), text(row['set.value'] ?? row['defaultvalue'])]));
}

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** How the platform and people write a yes. */
const isYes = (value: string | undefined): boolean => ['yes', 'true', '1'].includes(value?.trim().toLowerCase() ?? '');
