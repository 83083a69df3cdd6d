// Generated from solution/ by `npm run gen`. Do not edit.

/** What `getMetadata()` of a request for `Xrm.WebApi.online.execute` returns. Decimals travel as JSON numbers there. */
export interface OperationMetadata {
  /** null: unbound */
  readonly boundParameter: null;
  /** 0 action, 1 function */
  readonly operationType: 0 | 1;
  readonly operationName: string;
  readonly parameterTypes: {
    readonly [name: string]: { readonly typeName: string; readonly structuralProperty: 1 | 4 };
  };
}

/** Confirms draft invoices and posts what they bill. */
export interface ConfirmInvoicesRequest {
  readonly AccountingDate?: string;
  readonly After?: string;
  readonly Ids: readonly string[];
}
export interface ConfirmInvoicesResponse {
  readonly Next: string;
  readonly Results: string;
}

/** Creates draft invoices for contracts or for rows of the backlog. */
export interface CreateInvoicesRequest {
  readonly After?: string;
  readonly ContractIds?: readonly string[];
  readonly CutoffDate?: string;
  readonly InvoiceDate?: string;
  readonly Sources?: string;
}
export interface CreateInvoicesResponse {
  readonly InvoiceIds: readonly string[];
  readonly Next: string;
  readonly Results: string;
}

/** Says why a row of the backlog can or cannot be invoiced. */
export interface ExplainBillingRequest {
  readonly Id: string;
  readonly Table: string;
}
export interface ExplainBillingResponse {
  readonly Explanation: string;
}

/** Previews or writes the periodic milestones of a fixed price line. */
export interface GenerateMilestonesRequest {
  readonly ContractLineId: string;
  readonly Mode: string;
}
export interface GenerateMilestonesResponse {
  readonly Created: number;
  readonly Milestones: string;
}

/** Marks rows as Ready to invoice or Not ready to invoice. */
export interface SetBillingStatusRequest {
  readonly After?: string;
  readonly FetchXml?: string;
  readonly Ids?: readonly string[];
  readonly Reason?: string;
  readonly Status: number;
  readonly Table: string;
}
export interface SetBillingStatusResponse {
  readonly Changed: number;
  readonly Next: string;
  readonly Refused: number;
  readonly Results: string;
  readonly Unchanged: number;
}
/** Plain request and response by unique name. */
export interface CustomApiTypes {
  bbl_ConfirmInvoices: { request: ConfirmInvoicesRequest; response: ConfirmInvoicesResponse };
  bbl_CreateInvoices: { request: CreateInvoicesRequest; response: CreateInvoicesResponse };
  bbl_ExplainBilling: { request: ExplainBillingRequest; response: ExplainBillingResponse };
  bbl_GenerateMilestones: { request: GenerateMilestonesRequest; response: GenerateMilestonesResponse };
  bbl_SetBillingStatus: { request: SetBillingStatusRequest; response: SetBillingStatusResponse };
}
export type CustomApiName = keyof CustomApiTypes;
/** Platform types of request parameters and response properties, by unique name. */
export const CUSTOM_APIS = {
  bbl_ConfirmInvoices: {
    parameters: { AccountingDate: 'String', After: 'String', Ids: 'StringArray' },
    responses: { Next: 'String', Results: 'String' },
  },
  bbl_CreateInvoices: {
    parameters: {
      After: 'String',
      ContractIds: 'StringArray',
      CutoffDate: 'String',
      InvoiceDate: 'String',
      Sources: 'String',
    },
    responses: { InvoiceIds: 'StringArray', Next: 'String', Results: 'String' },
  },
  bbl_ExplainBilling: { parameters: { Id: 'Guid', Table: 'String' }, responses: { Explanation: 'String' } },
  bbl_GenerateMilestones: {
    parameters: { ContractLineId: 'Guid', Mode: 'String' },
    responses: { Created: 'Integer', Milestones: 'String' },
  },
  bbl_SetBillingStatus: {
    parameters: {
      After: 'String',
      FetchXml: 'String',
      Ids: 'StringArray',
      Reason: 'String',
      Status: 'Integer',
      Table: 'String',
    },
    responses: { Changed: 'Integer', Next: 'String', Refused: 'Integer', Results: 'String', Unchanged: 'Integer' },
  },
} as const;
/** Metadata for `Xrm.WebApi.online.execute`, by unique name. */
export const CUSTOM_API_METADATA: { readonly [name in CustomApiName]: OperationMetadata } = {
  bbl_ConfirmInvoices: {
    boundParameter: null,
    operationType: 0,
    operationName: 'bbl_ConfirmInvoices',
    parameterTypes: {
      AccountingDate: { typeName: 'Edm.String', structuralProperty: 1 },
      After: { typeName: 'Edm.String', structuralProperty: 1 },
      Ids: { typeName: 'Collection(Edm.String)', structuralProperty: 4 },
    },
  },
  bbl_CreateInvoices: {
    boundParameter: null,
    operationType: 0,
    operationName: 'bbl_CreateInvoices',
    parameterTypes: {
      After: { typeName: 'Edm.String', structuralProperty: 1 },
      ContractIds: { typeName: 'Collection(Edm.String)', structuralProperty: 4 },
      CutoffDate: { typeName: 'Edm.String', structuralProperty: 1 },
      InvoiceDate: { typeName: 'Edm.String', structuralProperty: 1 },
      Sources: { typeName: 'Edm.String', structuralProperty: 1 },
    },
  },
  bbl_ExplainBilling: {
    boundParameter: null,
    operationType: 0,
    operationName: 'bbl_ExplainBilling',
    parameterTypes: {
      Id: { typeName: 'Edm.Guid', structuralProperty: 1 },
      Table: { typeName: 'Edm.String', structuralProperty: 1 },
    },
  },
  bbl_GenerateMilestones: {
    boundParameter: null,
    operationType: 0,
    operationName: 'bbl_GenerateMilestones',
    parameterTypes: {
      ContractLineId: { typeName: 'Edm.Guid', structuralProperty: 1 },
      Mode: { typeName: 'Edm.String', structuralProperty: 1 },
    },
  },
  bbl_SetBillingStatus: {
    boundParameter: null,
    operationType: 0,
    operationName: 'bbl_SetBillingStatus',
    parameterTypes: {
      After: { typeName: 'Edm.String', structuralProperty: 1 },
      FetchXml: { typeName: 'Edm.String', structuralProperty: 1 },
      Ids: { typeName: 'Collection(Edm.String)', structuralProperty: 4 },
      Reason: { typeName: 'Edm.String', structuralProperty: 1 },
      Status: { typeName: 'Edm.Int32', structuralProperty: 1 },
      Table: { typeName: 'Edm.String', structuralProperty: 1 },
    },
  },
};
