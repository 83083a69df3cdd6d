import { DefaultButton, PrimaryButton, SelectionMode } from '@fluentui/react';
import React, { useEffect, useMemo } from 'react';
import type { LookupRef } from '../api/rows';
import { GridController } from '../grid/gridController';
import { Grid } from '../list/Grid';
import { GridSearch } from '../list/GridSearch';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';

interface LookupDialogProps {
  readonly table: string;
  readonly viewId: string | undefined;
  readonly filterXml: readonly string[];
  readonly onClose: (row?: LookupRef) => void;
}

/** A list to choose one row from, with search. */
export function LookupDialog({ table, viewId, filterXml, onClose }: LookupDialogProps): JSX.Element {
  const { client, model } = useShell();
  const controller = useMemo(() => {
    const view = (viewId && model.findView(viewId)) || model.lookupView(table);
    return new GridController(client, model, { view, filterXml });
  }, [table, viewId]);
  useObservable(controller);
  useEffect(() => void controller.refresh(), [controller]);
  const chosen = controller.selectedRecords[0]?.reference;
  return (
    <div className="shell-lookup-dialog">
      {model.quickFindView(table) && <GridSearch controller={controller} />}
      <Grid
        controller={controller}
        label={model.table(table).displayCollectionName}
        onOpen={onClose}
        selectionMode={SelectionMode.single}
      />
      <div className="shell-dialog-buttons">
        <PrimaryButton text="Add" disabled={!chosen} onClick={() => onClose(chosen)} />
        <DefaultButton text="Cancel" onClick={() => onClose()} />
      </div>
    </div>
  );
}
