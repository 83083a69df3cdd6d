/** The four tables of domain.md 3.12, cell by cell; the tests of every level play the events and compare each row. */
export type ScenarioEvent = 'created' | 'ready' | 'draft' | 'confirmOne' | 'confirmAll' | 'allInvoiced';

type Milestone = 'Not ready to invoice' | 'Ready to invoice' | 'Customer invoice created' | 'Customer invoice posted';

export interface ScenarioRow {
  readonly event: ScenarioEvent;
  /** The event as the published page names it. */
  readonly title: string;
  /** Progress-based milestones only. */
  readonly nextInvoiceStatus?: Milestone;
  readonly headerStatus: 'Not Started' | 'In Progress' | 'Completed';
  /** Every status that a split or slice has then: one, or the combination. Rows two and three of progress-based ones also have the open remainder. */
  readonly splitStatuses: readonly Milestone[];
}

export interface Scenario {
  readonly name: string;
  readonly percents: readonly number[];
  readonly isProgressBased: boolean;
  readonly rows: readonly ScenarioRow[];
}

const NotReady = 'Not ready to invoice';
const Ready = 'Ready to invoice';
const Created = 'Customer invoice created';
const Posted = 'Customer invoice posted';

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'Scenario 1: Single Customer, Completed Milestones',
    percents: [100],
    isProgressBased: false,
    rows: [
      { event: 'created', title: 'Contract creation', headerStatus: 'Not Started', splitStatuses: [NotReady] },
      {
        event: 'ready',
        title: 'Update milestone status to Ready to Invoice',
        headerStatus: 'In Progress',
        splitStatuses: [Ready],
      },
      { event: 'draft', title: 'Draft Invoice creation', headerStatus: 'In Progress', splitStatuses: [Created] },
      { event: 'confirmAll', title: 'Invoice confirmation', headerStatus: 'Completed', splitStatuses: [Posted] },
    ],
  },
  {
    name: 'Scenario 2: Multiple Customers, Completed Milestones',
    percents: [50, 30, 20],
    isProgressBased: false,
    rows: [
      { event: 'created', title: 'Contract creation', headerStatus: 'Not Started', splitStatuses: [NotReady] },
      {
        event: 'ready',
        title: 'Update milestone status to Ready to Invoice',
        headerStatus: 'In Progress',
        splitStatuses: [Ready],
      },
      { event: 'draft', title: 'Draft Invoice creation', headerStatus: 'In Progress', splitStatuses: [Created] },
      {
        event: 'confirmOne',
        title: 'Invoice confirmation for one customer',
        headerStatus: 'In Progress',
        splitStatuses: [Created, Posted],
      },
      {
        event: 'confirmAll',
        title: 'Invoice confirmation for all customers',
        headerStatus: 'Completed',
        splitStatuses: [Posted],
      },
    ],
  },
  {
    name: 'Scenario 3: Single Customer, Progress-based Milestones',
    percents: [100],
    isProgressBased: true,
    rows: [
      {
        event: 'created',
        title: 'Contract creation',
        nextInvoiceStatus: NotReady,
        headerStatus: 'Not Started',
        splitStatuses: [NotReady],
      },
      {
        event: 'ready',
        title: 'Update Next invoice status to Ready to Invoice',
        nextInvoiceStatus: Ready,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Ready],
      },
      {
        event: 'draft',
        title: 'Draft Invoice creation',
        nextInvoiceStatus: Created,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Created],
      },
      {
        event: 'confirmAll',
        title: 'Invoice confirmation',
        nextInvoiceStatus: NotReady,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Posted],
      },
      {
        event: 'allInvoiced',
        title: 'All milestones invoiced for this progress-based milestone header',
        nextInvoiceStatus: NotReady,
        headerStatus: 'Completed',
        splitStatuses: [Posted],
      },
    ],
  },
  {
    name: 'Scenario 4: Multiple Customers, Progress-based Milestones',
    percents: [50, 30, 20],
    isProgressBased: true,
    rows: [
      {
        event: 'created',
        title: 'Contract creation',
        nextInvoiceStatus: NotReady,
        headerStatus: 'Not Started',
        splitStatuses: [NotReady],
      },
      {
        event: 'ready',
        title: 'Update Next invoice status to Ready to Invoice',
        nextInvoiceStatus: Ready,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Ready],
      },
      {
        event: 'draft',
        title: 'Draft Invoice creation',
        nextInvoiceStatus: Created,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Created],
      },
      {
        event: 'confirmOne',
        title: 'Invoice confirmation for one customer',
        nextInvoiceStatus: Created,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Created, Posted],
      },
      {
        event: 'confirmAll',
        title: 'Invoice confirmation for all customers',
        nextInvoiceStatus: NotReady,
        headerStatus: 'In Progress',
        splitStatuses: [NotReady, Posted],
      },
      {
        event: 'allInvoiced',
        title: 'All milestones invoiced for this progress-based milestone header across all customers',
        nextInvoiceStatus: NotReady,
        headerStatus: 'Completed',
        splitStatuses: [Posted],
      },
    ],
  },
];
