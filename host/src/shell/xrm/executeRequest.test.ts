import { ORDER_ID, sampleModel } from '../testing/sampleApp';
import { toHttpRequest, type ExecuteRequest } from './executeRequest';

const model = sampleModel();
const text = { typeName: 'Edm.String', structuralProperty: 1 };

const request = (
  metadata: ReturnType<ExecuteRequest['getMetadata']>,
  parameters: Readonly<Record<string, unknown>> = {},
): ExecuteRequest => ({ ...parameters, getMetadata: () => metadata });

test('an unbound action posts the parameters that were given', () => {
  const made = toHttpRequest(
    model,
    request(
      {
        boundParameter: null,
        operationType: 0,
        operationName: 'sample_Do',
        parameterTypes: { Table: text, After: text },
      },
      { Table: 'order', ignored: 1 },
    ),
  );
  expect(made).toEqual({ method: 'POST', path: 'sample_Do', body: { Table: 'order' } });
});

test('an id that libraries wrap as an object with `guid` is sent as it is', () => {
  const parameterTypes = { RowId: { typeName: 'Edm.Guid', structuralProperty: 1 } };
  const metadata = { boundParameter: null, operationType: 0, operationName: 'sample_Do', parameterTypes };
  for (const RowId of [ORDER_ID, { guid: ORDER_ID }]) {
    expect(toHttpRequest(model, request(metadata, { RowId })).body).toEqual({ RowId: ORDER_ID });
  }
});

test('a bound action stands below its row', () => {
  const made = toHttpRequest(
    model,
    request(
      {
        boundParameter: 'entity',
        operationType: 0,
        operationName: 'sample_Do',
        parameterTypes: { entity: { typeName: 'mscrm.order', structuralProperty: 5 } },
      },
      { entity: { entityType: 'order', id: `{${ORDER_ID.toUpperCase()}}` } },
    ),
  );
  expect(made.path).toBe(`orders(${ORDER_ID})/Microsoft.Dynamics.CRM.sample_Do`);
});

test('a function carries its arguments in the address', () => {
  const made = toHttpRequest(
    model,
    request({ operationType: 1, operationName: 'Fn', parameterTypes: { Name: text } }, { Name: "O'Neil" }),
  );
  expect(made).toEqual({ method: 'GET', path: "Fn(Name=@Name)?@Name='O''Neil'" });
});

test('an operation that is not supported is refused by name', () => {
  const metadata = { operationType: 2, operationName: 'Associate', parameterTypes: {} };
  expect(() => toHttpRequest(model, request(metadata, { etn: 'order' }))).toThrow(
    'execute of Associate is not implemented',
  );
});
