import React from 'react';
import { LookupDialog } from '../fields/LookupDialog';
import { RecordDialog, type CloseGuard } from '../form/RecordDialog';
import { ListPage } from '../list/ListPage';
import type { AppModel } from '../model/appModel';
import type { Page } from '../model/pageUrl';
import type { Openers } from '../shell';
import type { Dialogs, Size } from '../state/dialogs';
import { WebResourceFrame } from './WebResourceFrame';
import type { LookupRef } from '../api/rows';

const QUICK_CREATE_WIDTH: Size = { value: 560, unit: 'px' };
const LOOKUP_WIDTH: Size = { value: 720, unit: 'px' };

/** What opens in front of the page. */
export function makeOpeners(model: AppModel, dialogs: Dialogs): Openers {
  return {
    quickCreate: async (table, defaults) => {
      const { displayName } = model.table(table);
      const guard = newGuard();
      const result = await dialogs.open({
        kind: 'panel',
        title: `Quick Create: ${displayName}`,
        width: QUICK_CREATE_WIDTH,
        height: undefined,
        mayClose: () => guard.mayClose(),
        render: (close) => (
          <RecordDialog table={table} formType="quickCreate" defaults={defaults} guard={guard} onClose={close} />
        ),
      });
      return result as LookupRef | undefined;
    },
    lookup: async (table, viewId, filterXml = []) => {
      const result = await dialogs.open({
        kind: 'panel',
        title: `Choose ${model.table(table).displayName}`,
        width: LOOKUP_WIDTH,
        height: undefined,
        render: (close) => <LookupDialog table={table} viewId={viewId} filterXml={filterXml} onClose={close} />,
      });
      return result as LookupRef | undefined;
    },
    dialog: (page, { isSide, width, height, title }) => {
      const guard = newGuard();
      return dialogs.open({
        kind: isSide ? 'panel' : 'modal',
        title: title ?? titleOf(model, page),
        width,
        height,
        mayClose: () => guard.mayClose(),
        render: (close) => <DialogPage page={page} guard={guard} onClose={close} />,
      });
    },
  };
}

function titleOf(model: AppModel, page: Page): string {
  if (page.kind === 'list') return model.table(page.table).displayCollectionName;
  if (page.kind === 'record') return model.table(page.table).displayName;
  return model.app.title;
}

const newGuard = (): CloseGuard => ({ mayClose: () => Promise.resolve(true) });

interface DialogPageProps {
  readonly page: Page;
  readonly guard: CloseGuard;
  readonly onClose: (result?: unknown) => void;
}

function DialogPage({ page, guard, onClose }: DialogPageProps): JSX.Element {
  switch (page.kind) {
    case 'record':
      return (
        <RecordDialog
          table={page.table}
          formType="main"
          id={page.id}
          formId={page.formId}
          defaults={page.defaults ?? {}}
          guard={guard}
          onClose={(saved) => onClose(saved && { savedEntityReference: [toReference(saved)] })}
        />
      );
    case 'list':
      return <ListPage table={page.table} viewId={page.viewId} isDialog />;
    case 'webresource':
      return <WebResourceFrame name={page.name} data={page.data} onClose={onClose} />;
    case 'home':
      throw new Error('Home cannot be opened as a dialog');
  }
}

const toReference = (row: LookupRef) => ({ id: row.id, name: row.name, entityType: row.table });
