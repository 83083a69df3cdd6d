import type { MilestoneLine } from '@bbl/domain';
import { type ContractHead, LINE_COLUMNS, type LineRecord, required, toMilestoneLine } from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';
import { readContract, readLineCustomers } from './contracts';

/** A contract line with what its milestones are made of. */
export interface LineAboveMilestones {
  readonly row: LineRecord;
  readonly contract: ContractHead;
  readonly line: MilestoneLine;
}

export function readLineAbove(system: Service, lineId: string): LineAboveMilestones {
  const row = system.retrieve('bbl_contractline', lineId, LINE_COLUMNS);
  const contract = readContract(system, required(row.bbl_contractid));
  const customers = readLineCustomers(system, [lineId]).get(lineId) ?? [];
  return { row, contract, line: toMilestoneLine(row, contract, customers) };
}
