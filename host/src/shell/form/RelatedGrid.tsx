import React, { useMemo } from 'react';
import { GridController } from '../grid/gridController';
import { useShell } from '../shell';
import { HandlerList } from './events';
import type { FormModel } from './formModel';
import type { RelatedList } from './related';
import { SubGridView } from './SubGridView';

/** A list of the Related menu: the associated view of a table, narrowed to the form's row. */
export function RelatedGrid({ form, list }: { form: FormModel; list: RelatedList }): JSX.Element {
  const { client, model } = useShell();
  const { id } = form;
  const controller = useMemo(
    () =>
      new GridController(client, model, {
        view: model.associatedView(list.table),
        ...(id === undefined ? {} : { parent: { column: list.column, id } }),
      }),
    [form, list],
  );
  const onLoad = useMemo(() => new HandlerList(), [list]);
  return (
    <section className="shell-section shell-section-fill" aria-label={list.label}>
      <SubGridView
        form={form}
        controller={controller}
        name={list.key}
        label={list.label}
        onLoad={onLoad}
        binding={undefined}
        isFilling
      />
    </section>
  );
}
