import type { CustomApiMetadata, CustomApiType } from '@bbl/dataverse';
import { codeName } from './names';
import type { Subject } from './subject';

/** A parameter type in plain TypeScript, in the Web API's spelling, and how `Xrm.WebApi.execute` classes it. */
interface TypeSpelling {
  readonly plain: string;
  readonly edm: string;
  /** 1 primitive, 4 collection (platform.md section 3) */
  readonly structuralProperty: 1 | 4;
}

/** The types that the product's APIs use; the others have no agreed plain form. */
const SPELLINGS: { readonly [type in CustomApiType]?: TypeSpelling } = {
  Boolean: { plain: 'boolean', edm: 'Edm.Boolean', structuralProperty: 1 },
  Decimal: { plain: 'DecimalText', edm: 'Edm.Decimal', structuralProperty: 1 },
  Integer: { plain: 'number', edm: 'Edm.Int32', structuralProperty: 1 },
  String: { plain: 'string', edm: 'Edm.String', structuralProperty: 1 },
  StringArray: { plain: 'readonly string[]', edm: 'Collection(Edm.String)', structuralProperty: 4 },
  Guid: { plain: 'string', edm: 'Edm.Guid', structuralProperty: 1 },
};

const TYPES = `/** What \`getMetadata()\` of a request for \`Xrm.WebApi.online.execute\` returns. Decimals travel as JSON numbers there. */
export interface OperationMetadata {
  /** null: unbound */
  readonly boundParameter: null;
  /** 0 action, 1 function */
  readonly operationType: 0 | 1;
  readonly operationName: string;
  readonly parameterTypes: { readonly [name: string]: { readonly typeName: string; readonly structuralProperty: 1 | 4 } };
}`;

/** `customApis.ts`: requests and responses as types, their platform types for the server and metadata for the client. */
export function customApisFile({ solution }: Subject): string {
  const apis = solution.customApis;
  const members = apis.flatMap((api) => [...api.parameters, ...api.responses]);
  return [
    members.some(({ type }) => type === 'Decimal') ? "import type { DecimalText } from './tables';\n" : '',
    TYPES,
    ...apis.map(typesSource),
    '/** Plain request and response by unique name. */',
    'export interface CustomApiTypes {',
    ...apis.map(
      (api) => `${api.uniqueName}: { request: ${baseName(api)}Request; response: ${baseName(api)}Response };`,
    ),
    '}',
    'export type CustomApiName = keyof CustomApiTypes;',
    '/** Platform types of request parameters and response properties, by unique name. */',
    `export const CUSTOM_APIS = ${JSON.stringify(Object.fromEntries(apis.map(platformTypes)))} as const;`,
    '/** Metadata for `Xrm.WebApi.online.execute`, by unique name. */',
    `export const CUSTOM_API_METADATA: { readonly [name in CustomApiName]: OperationMetadata } = ${JSON.stringify(
      Object.fromEntries(apis.map(operationMetadata)),
    )};`,
  ].join('\n');
}

const baseName = (api: CustomApiMetadata): string => codeName(api.uniqueName);

function typesSource(api: CustomApiMetadata): string {
  if (api.boundTable)
    throw new Error(`${api.uniqueName} is bound to ${api.boundTable}; only global APIs are supported`);
  const members = api.parameters.map(
    (parameter) => `readonly ${parameter.name}${parameter.isOptional ? '?' : ''}: ${spelling(parameter.type).plain};`,
  );
  const properties = api.responses.map((property) => `readonly ${property.name}: ${spelling(property.type).plain};`);
  return [
    `\n/** ${api.description || api.displayName} */`,
    `export interface ${baseName(api)}Request {`,
    ...members,
    '}',
    `export interface ${baseName(api)}Response {`,
    ...properties,
    '}',
  ].join('\n');
}

function spelling(type: CustomApiType): TypeSpelling {
  const found = SPELLINGS[type];
  if (!found) throw new Error(`No plain form is agreed for custom API parameters of type ${type}`);
  return found;
}

function platformTypes(api: CustomApiMetadata): [string, object] {
  return [
    api.uniqueName,
    {
      parameters: Object.fromEntries(api.parameters.map(({ name, type }) => [name, type])),
      responses: Object.fromEntries(api.responses.map(({ name, type }) => [name, type])),
    },
  ];
}

function operationMetadata(api: CustomApiMetadata): [string, object] {
  const parameterTypes = api.parameters.map(({ name, type }) => {
    const { edm, structuralProperty } = spelling(type);
    return [name, { typeName: edm, structuralProperty }];
  });
  return [
    api.uniqueName,
    {
      boundParameter: null,
      operationType: api.isFunction ? 1 : 0,
      operationName: api.uniqueName,
      parameterTypes: Object.fromEntries(parameterTypes) as object,
    },
  ];
}
