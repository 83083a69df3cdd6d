import { type Explanation, explainProductLine, explainSplit, invalidRequest, isProgressBased } from '@bbl/domain';
import { missingRowViolation } from '@bbl/dataverse/errors';
import { dateOrNull, LINE_COLUMNS, lineStatus, lineTypeWords, required } from '@bbl/dataverse/mapping';
import { readContract, readContracts } from '../data/contracts';
import { readInvoiceNames } from '../data/invoiceNames';
import { readMilestones } from '../data/milestones';
import { openSession, type Session } from '../data/session';
import { readInvoicingSettings } from '../data/settings';
import { readNamesOnInvoices } from '../marking/milestoneSplits';
import type { ApiHandler } from '../runtime/handlers';
import { Refusal } from '../runtime/refusal';

/** Why a row can or cannot be billed, from the very rules that decide. Refuses with GRD-04, GRD-07. domain.md 11.2. */
export const explainBilling: ApiHandler<'bbl_ExplainBilling'> = (call) => {
  const { Table, Id } = call.request;
  const explain = EXPLAINERS[Table.toLowerCase()];
  if (!explain) throw new Refusal([invalidRequest(`rows of ${Table} cannot be explained`)]);
  return { Explanation: JSON.stringify(explain(openSession(call), Id)) };
};

const EXPLAINERS: { readonly [table: string]: ((session: Session, id: string) => Explanation) | undefined } = {
  bbl_milestonesplit: explainMilestoneSplit,
  bbl_contractline: explainContractLine,
};

function explainMilestoneSplit(session: Session, id: string): Explanation {
  const { user, system, today } = session;
  const [row] = user.queryIn('bbl_milestonesplit', ['bbl_milestoneid', 'bbl_contractid'], 'bbl_milestonesplitid', [id]);
  if (!row || !isContractVisible(session, row.bbl_contractid)) throw new Refusal([missingRowViolation()]);
  const milestone = required(
    readMilestones(session, [required(row.bbl_milestoneid)])
      .values()
      .next().value,
  );
  const split = required(milestone.splits.find((candidate) => candidate.id === id));
  const slice = isProgressBased(milestone)
    ? {
        slice: {
          round: split.round,
          isEmpty: split.amountMinor === 0 && split.taxMinor === 0,
          nextInvoiceStatus: milestone.progress.nextInvoiceStatus,
        },
      }
    : {};
  return explainSplit({
    ...split,
    ...slice,
    invoiceName: readNamesOnInvoices(session, [milestone]).get(id) ?? '',
    contractStatus: readContract(system, milestone.contractId).status,
    headerName: milestone.name,
    headerStatus: milestone.headerStatus,
    today,
    settings: readInvoicingSettings(system),
  });
}

function explainContractLine(session: Session, id: string): Explanation {
  const { user, system, today } = session;
  const [line] = user.queryIn('bbl_contractline', LINE_COLUMNS, 'bbl_contractlineid', [id]);
  if (!line || !isContractVisible(session, line.bbl_contractid)) throw new Refusal([missingRowViolation()]);
  const invoiceName = readInvoiceNames(system, [line.bbl_invoiceid]).get(line.bbl_invoiceid ?? '') ?? '';
  return explainProductLine({
    lineType: lineTypeWords.toWord(required(line.bbl_linetype)),
    billingStatus: lineStatus(line),
    invoiceName,
    contractStatus: readContract(system, required(line.bbl_contractid)).status,
    name: line.bbl_name ?? '',
    deliveryDate: dateOrNull(line.bbl_requesteddeliverydate),
    today,
    settings: readInvoicingSettings(system),
  });
}

const isContractVisible = ({ user }: Session, contractId: string | null): boolean =>
  contractId !== null && readContracts(user, [contractId]).has(contractId);
