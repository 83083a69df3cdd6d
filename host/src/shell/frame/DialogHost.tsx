import {
  Dialog,
  DialogFooter,
  DialogType,
  DefaultButton,
  IconButton,
  Link,
  Modal,
  Panel,
  PanelType,
  PrimaryButton,
} from '@fluentui/react';
import React, { useLayoutEffect, useRef, useState } from 'react';
import { useShell } from '../shell';
import type { DialogContent, OpenDialog, Size } from '../state/dialogs';
import { useObservable } from '../state/observable';

type MessageContent = Extract<DialogContent, { readonly kind: 'message' }>;
type PageContent = Extract<DialogContent, { readonly kind: 'panel' | 'modal' }>;

/** The open dialogs, one above the other. */
export function DialogHost(): JSX.Element {
  const { dialogs } = useShell();
  useObservable(dialogs);
  useFocusBack(dialogs.items);
  return (
    <>
      {dialogs.items.map((dialog) => {
        const { content } = dialog;
        if (content.kind === 'message') return <MessageDialog key={dialog.id} content={content} dialog={dialog} />;
        if (content.kind === 'panel') return <PanelDialog key={dialog.id} content={content} dialog={dialog} />;
        return <ModalDialog key={dialog.id} content={content} dialog={dialog} />;
      })}
    </>
  );
}

/** The library's own way comes frames later, and then takes the focus from whoever has gone on meanwhile. */
const NO_LATE_FOCUS = { disableRestoreFocus: true };

/** A closed dialog gives the focus back at once. */
function useFocusBack(items: readonly OpenDialog[]): void {
  const shown = useRef(items);
  useLayoutEffect(() => {
    const opener = shown.current.find((dialog) => !items.includes(dialog))?.opener;
    shown.current = items;
    if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
  }, [items]);
}

function MessageDialog({ content, dialog }: { content: MessageContent; dialog: OpenDialog }): JSX.Element {
  const width = Math.min(content.widthPx ?? 480, 900);
  return (
    <Dialog
      hidden={false}
      onDismiss={() => dialog.close()}
      minWidth={`min(${width}px, 92vw)`}
      maxWidth={`min(${width}px, 92vw)`}
      dialogContentProps={{
        type: DialogType.normal,
        title: content.title,
        closeButtonAriaLabel: 'Close',
        showCloseButton: true,
        ...(content.subtitle ? { subText: content.subtitle } : {}),
      }}
      modalProps={{
        isBlocking: true,
        focusTrapZoneProps: NO_LATE_FOCUS,
        className: content.isError ? 'shell-dialog-error' : '',
      }}
    >
      {/* A scrollable text must be reachable by keyboard. */}
      <div className="shell-dialog-text" tabIndex={0} role="document">
        {content.text}
      </div>
      {content.details !== undefined && <Details text={content.details} />}
      <DialogFooter>
        <PrimaryButton text={content.confirmLabel} onClick={() => dialog.close(true)} />
        {content.cancelLabel !== undefined && (
          <DefaultButton text={content.cancelLabel} onClick={() => dialog.close(false)} />
        )}
      </DialogFooter>
    </Dialog>
  );
}

function Details({ text }: { text: string }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="shell-dialog-details">
      <Link aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide details' : 'Show details'}
      </Link>
      {isOpen && <pre tabIndex={0}>{text}</pre>}
    </div>
  );
}

function PanelDialog({ content, dialog }: { content: PageContent; dialog: OpenDialog }): JSX.Element {
  return (
    <Panel
      isOpen
      type={PanelType.custom}
      customWidth={cssSize(content.width) ?? '560px'}
      headerText={content.title}
      closeButtonAriaLabel="Close"
      isBlocking
      focusTrapZoneProps={NO_LATE_FOCUS}
      onDismiss={(event) => {
        event?.preventDefault();
        void dismiss(content, dialog);
      }}
      className="shell-panel"
    >
      {content.render(dialog.close)}
    </Panel>
  );
}

function ModalDialog({ content, dialog }: { content: PageContent; dialog: OpenDialog }): JSX.Element {
  return (
    <Modal
      isOpen
      isBlocking
      focusTrapZoneProps={NO_LATE_FOCUS}
      onDismiss={() => void dismiss(content, dialog)}
      containerClassName="shell-modal"
      titleAriaId={`${dialog.id}-title`}
    >
      <div
        className="shell-modal-box"
        style={{ width: cssSize(content.width) ?? '80vw', height: cssSize(content.height, 'vh') ?? '80vh' }}
      >
        <div className="shell-modal-head">
          <h2 id={`${dialog.id}-title`}>{content.title}</h2>
          <IconButton
            iconProps={{ iconName: 'Cancel' }}
            ariaLabel="Close"
            onClick={() => void dismiss(content, dialog)}
          />
        </div>
        <div className="shell-modal-body">{content.render(dialog.close)}</div>
      </div>
    </Modal>
  );
}

async function dismiss(content: PageContent, dialog: OpenDialog): Promise<void> {
  if (!content.mayClose || (await content.mayClose())) dialog.close();
}

function cssSize(size: Size | undefined, viewportUnit: 'vw' | 'vh' = 'vw'): string | undefined {
  if (!size) return undefined;
  return size.unit === '%' ? `${size.value}${viewportUnit}` : `min(${size.value}px, 96${viewportUnit})`;
}
