import type { TableMetadata } from '@bbl/dataverse/metadata';
import React from 'react';
import type { LookupRef } from '../api/rows';
import { isLookup } from '../format/valueText';
import { executionContext } from '../form/executionContext';
import { hasPrivilege } from '../model/privileges';
import { type Shell, useShell } from '../shell';
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
  const shell = useShell();
  const { router } = shell;
  const filterXml = async (): Promise<readonly string[]> => {
    control.customFilters = [];
    await control.preSearch.run(executionContext(form, { source: attribute.name }));
    return control.customFilters;
  };
  const open = (row: LookupRef): void => void router.open({ kind: 'record', table: row.table, id: row.id });
  const creatable = creatableTables(shell, attribute.column.targets ?? []).map((table) => ({
    label: `New ${table.displayName}`,
    create: (name: string) =>
      void shell.openers
        .quickCreate(table.name, name === '' ? {} : { [table.primaryName]: name })
        .then((row) => (row ? form.input(attribute, row) : undefined)),
  }));
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
      creatable={creatable}
      onChange={(row) => void form.input(attribute, row)}
      onOpen={open}
    />
  );
}

/** Tables with a quick create form of which the user may make rows. */
const creatableTables = ({ model }: Shell, targets: readonly string[]): readonly TableMetadata[] =>
  targets
    .flatMap((name) => model.findTable(name) ?? [])
    .filter((table) => model.hasQuickCreate(table) && hasPrivilege(model.description.user, table, 'Create'));
