import React from 'react';
import type { LookupRef } from '../api/rows';
import { isLookup } from '../format/valueText';
import { executionContext } from '../form/executionContext';
import { useShell } from '../shell';
import type { FieldProps } from './fieldProps';
import { LookupPicker } from './LookupPicker';

/** A lookup column. Pre-search handlers of scripts may narrow what it offers. */
export function LookupInput({
  form,
  control,
  attribute,
  isLocked,
  elementId,
  label,
  isInvalid,
  describedBy,
}: FieldProps): JSX.Element {
  const { router } = useShell();
  const filterXml = async (): Promise<readonly string[]> => {
    control.customFilters = [];
    await control.preSearch.run(executionContext(form, { source: attribute.name }));
    return control.customFilters;
  };
  const open = (row: LookupRef): void => void router.open({ kind: 'record', table: row.table, id: row.id });
  return (
    <LookupPicker
      id={elementId}
      label={label}
      isLabelHidden
      targets={attribute.column.targets ?? []}
      value={isLookup(attribute.value) ? attribute.value : null}
      isDisabled={isLocked}
      isRequired={attribute.requiredLevel === 'required'}
      isInvalid={isInvalid}
      describedBy={describedBy}
      filterXml={filterXml}
      onChange={(row) => void form.input(attribute, row)}
      onOpen={open}
    />
  );
}
