import type { Value } from '@bbl/dataverse/ports';
import { badRequest, FaultCode } from '../../faults';
import { allRows, idIn, isEqual } from '../../reads';
import type { Outputs, Parameters } from '../requests';
import type { Scope } from '../scope';
import { textParameter } from './parameters';

/** RetrieveEnvironmentVariableValue: the value that was set for `DefinitionSchemaName`, else the default. */
export function retrieveEnvironmentVariableValue(parameters: Parameters, { engine }: Scope): Outputs {
  const schemaName = textParameter(parameters, 'DefinitionSchemaName');
  const [definition] = allRows(engine.store, {
    table: 'environmentvariabledefinition',
    columns: ['defaultvalue'],
    filter: isEqual('schemaname', schemaName),
  });
  if (!definition) {
    throw badRequest(FaultCode.ObjectDoesNotExist, `The environment variable '${schemaName}' does not exist.`);
  }
  const [value] = allRows(engine.store, {
    table: 'environmentvariablevalue',
    columns: ['value'],
    filter: isEqual('environmentvariabledefinitionid', idIn(definition['environmentvariabledefinitionid'])),
  });
  return { Value: present(value?.['value']) ?? present(definition['defaultvalue']) ?? null };
}

const present = (value: Value | undefined): Value | undefined => (value === null ? undefined : value);
