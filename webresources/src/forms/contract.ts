import { CONTRACT_STATUS_WORDS, isClosed } from '@bbl/domain';
import type { ContractStatus } from '@bbl/dataverse/generated/choices';
import { Contract } from '@bbl/dataverse/generated/tables';
import { contractStatusWords } from '@bbl/dataverse/mapping';
import { fill, TEXTS } from '../texts';
import { editableColumns, type FormContext, onChange, setLocked, showNotice, valueOf } from './form';
import { checkShares } from './sharesCheck';

/** Completed and Lost contracts are read-only, but for the status that leads out of it; percentages that do not add up are said. domain.md 3.11-3, 5.1-2. */
export function onLoadContract(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  const columns = editableColumns(form).filter((column) => column !== Contract.ContractStatus);
  const apply = () => lockClosed(form, columns);
  form.data.entity.addOnPostSave?.(apply);
  onChange(form, Contract.ContractStatus, () => showNotice(form, null));
  apply();
  checkShares(form);
}

function lockClosed(form: FormContext, columns: readonly string[]): void {
  const value = valueOf(form, Contract.ContractStatus) as ContractStatus | null;
  const status = value === null ? null : contractStatusWords.toWord(value);
  const isLocked = status !== null && isClosed(status);
  setLocked(form, columns, isLocked);
  showNotice(form, isLocked ? fill(TEXTS.LockedContract, [CONTRACT_STATUS_WORDS[status]]) : null);
}
