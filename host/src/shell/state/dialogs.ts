import type { ReactElement } from 'react';
import { Observable } from './observable';

export interface Size {
  readonly value: number;
  readonly unit: '%' | 'px';
}

/** What may stand in front of the page. `close` settles the promise of {@link Dialogs.open}. */
export type DialogContent =
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly subtitle?: string;
      readonly text: string;
      /** Errors: shown on demand and for download. */
      readonly details?: string;
      readonly confirmLabel: string;
      /** Absent: there is nothing to decide. */
      readonly cancelLabel?: string;
      readonly isError: boolean;
      readonly widthPx?: number;
    }
  | {
      readonly kind: 'panel' | 'modal';
      readonly title: string;
      readonly width: Size | undefined;
      readonly height: Size | undefined;
      /** Asked before the dialog is closed by its own cross or Escape. */
      readonly mayClose?: () => Promise<boolean>;
      readonly render: (close: (result?: unknown) => void) => ReactElement;
    };

export interface OpenDialog {
  readonly id: string;
  readonly content: DialogContent;
  /** What had the focus before. */
  readonly opener: Element | null;
  readonly close: (result?: unknown) => void;
}

/** The dialogs in front of the page, the last one on top. */
export class Dialogs extends Observable {
  items: readonly OpenDialog[] = [];
  private count = 0;

  /** Opens a dialog; resolves with what it was closed with, undefined where it was dismissed. */
  open(content: DialogContent): Promise<unknown> {
    this.count += 1;
    const id = `dialog-${this.count}`;
    return new Promise((resolve) => {
      const close = (result?: unknown): void => {
        this.items = this.items.filter((item) => item.id !== id);
        this.changed();
        resolve(result);
      };
      this.items = [...this.items, { id, content, opener: document.activeElement, close }];
      this.changed();
    });
  }

  /** A question; true when the person agreed. */
  async confirm(question: {
    title: string;
    text: string;
    confirmLabel: string;
    cancelLabel: string;
  }): Promise<boolean> {
    return (await this.open({ kind: 'message', isError: false, ...question })) === true;
  }

  /** An error that must be read before going on. */
  async error(title: string, text: string, details?: string): Promise<void> {
    await this.open({
      kind: 'message',
      title,
      text,
      confirmLabel: 'OK',
      isError: true,
      ...(details ? { details } : {}),
    });
  }
}
