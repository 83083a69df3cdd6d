import type { ControlBinding } from '@bbl/dataverse/metadata';
import { MessageBar, MessageBarType } from '@fluentui/react';
import React, { useMemo } from 'react';
import type { FieldProps } from '../fields/fieldProps';
import { formContextOf } from '../form/formContext';
import { valueText } from '../format/valueText';
import { columnRights } from '../model/columnRights';
import { useShell } from '../shell';
import { strict } from '../xrm/strict';
import type { ControlBorder } from './controlInstance';
import { ControlView } from './ControlView';
import { dataTypeOf } from './dataSet';
import { staticInputs } from './inputs';
import type { ControlInputs } from './registry';

/** A field drawn by a component that is bound to its column. */
export function FieldControlHost(props: FieldProps & { binding: ControlBinding }): JSX.Element {
  const { form, attribute, binding, label } = props;
  const { model } = useShell();
  const control = model.control(binding.control);
  const border = useMemo<ControlBorder | undefined>(() => {
    if (!control) return undefined;
    const bound = control.manifest.properties.filter((property) => property.usage === 'bound').map(({ name }) => name);
    const inputs = staticInputs(control.manifest, binding);
    return {
      parameters: () => ({ ...inputs, ...boundInputs(props, bound) }),
      isDisabled: () => props.isLocked,
      place: () => form.reference ?? { table: form.table.name },
      stateName: attribute.column.name,
      subscribe: (listener) => form.subscribe(() => listener(bound)),
      onStarted: () => undefined,
      onOutputs: (outputs) => takeOutputs(props, bound, outputs),
    };
  }, [control, form]);
  if (!control || !border) {
    return (
      <MessageBar messageBarType={MessageBarType.warning}>The component {binding.control} is not built.</MessageBar>
    );
  }
  return <ControlView control={control} border={border} label={label || attribute.column.displayName} />;
}

/** Every bound property of the binding names a column of the form. */
function boundInputs(
  { form, binding, attribute }: FieldProps & { binding: ControlBinding },
  bound: readonly string[],
): ControlInputs {
  const inputs: ControlInputs = {};
  for (const name of bound) {
    const at = form.attributes.get(binding.parameters[name]?.value ?? '') ?? attribute;
    const facade = formContextOf(form).getAttribute(at.name) as { getValue: () => unknown };
    const rights = columnRights(form.model, form.table.name, at.column);
    inputs[name] = strict(`parameter ${name}`, {
      type: dataTypeOf(at.column),
      raw: facade.getValue(),
      formatted: valueText(at.column, at.value, form.currency),
      error: at.inputError !== undefined,
      errorMessage: at.inputError ?? '',
      security: {
        editable: form.id === undefined ? rights.create : rights.update,
        readable: rights.read,
        secured: at.column.isSecured,
      },
      attributes: { LogicalName: at.name, DisplayName: at.column.displayName, IsSecured: at.column.isSecured },
    });
  }
  return inputs;
}

function takeOutputs(
  { form, binding, attribute }: FieldProps & { binding: ControlBinding },
  bound: readonly string[],
  outputs: Readonly<Record<string, unknown>>,
): void {
  for (const name of bound) {
    if (!(name in outputs)) continue;
    const at = form.attributes.get(binding.parameters[name]?.value ?? '') ?? attribute;
    const facade = formContextOf(form).getAttribute(at.name) as {
      setValue: (value: unknown) => void;
      fireOnChange: () => void;
    };
    facade.setValue(outputs[name]);
    facade.fireOnChange();
  }
}
