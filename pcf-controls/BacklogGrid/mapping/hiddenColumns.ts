import { Contract } from '@bbl/dataverse/generated/tables';
import { CONTRACT_LINK, contractColumnOf, ruleColumnsOf } from './blockers';
import type { DataSet } from './dataset';
import { groupColumnsOf } from './grouping';

/** Asks the platform for columns that rules and groups read and views need not show. */
export class HiddenColumns {
  private viewId: string | undefined;

  /** Once a view, for another one starts without the columns asked for before. They come with the view's next load. */
  ask(records: DataSet): void {
    if (records.getViewId() === this.viewId) return;
    const isFirstView = this.viewId === undefined;
    this.viewId = records.getViewId();
    const table = records.getTargetEntityType();
    const shown = new Set(records.columns.map(({ name }) => name));
    const hidden = new Set([...ruleColumnsOf(table), ...groupColumnsOf(table)].filter((name) => !shown.has(name)));
    hidden.forEach((name) => records.addColumn?.(name));
    const isLinked = askForContract(records, contractColumnOf(table));
    // The first view is loaded after `init`; another one may be there already, without them.
    if (!isFirstView && !records.loading && (hidden.size > 0 || isLinked)) records.refresh();
  }
}

/**
 * Asks for the status of the rows' contracts; false where rows have none or the app cannot link tables. Every role of
 * the solution reads contracts: without that right the linked query would be refused.
 */
function askForContract({ linking, addColumn }: DataSet, contractColumn: string | undefined): boolean {
  const links = linking as Partial<DataSet['linking']> | undefined;
  if (contractColumn === undefined || !links?.addLinkedEntity || !addColumn) return false;
  const isThere = links.getLinkedEntities?.().some(({ alias }) => alias === CONTRACT_LINK.alias);
  if (!isThere) links.addLinkedEntity({ ...CONTRACT_LINK, to: contractColumn });
  addColumn(Contract.ContractStatus, CONTRACT_LINK.alias);
  return true;
}
