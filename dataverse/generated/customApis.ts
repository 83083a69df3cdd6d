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
/** Plain request and response by unique name. */
export interface CustomApiTypes {}
export type CustomApiName = keyof CustomApiTypes;
/** Platform types of request parameters and response properties, by unique name. */
export const CUSTOM_APIS = {} as const;
/** Metadata for `Xrm.WebApi.online.execute`, by unique name. */
export const CUSTOM_API_METADATA: { readonly [name in CustomApiName]: OperationMetadata } = {};
