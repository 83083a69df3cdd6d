import type { PlainDate } from '@bbl/domain';
import * as React from 'react';
import type { CalendarLook } from '../mapping/calendar';
import type { Texts } from '../mapping/texts';
import { DayPicker } from './DayPicker';
import { CalendarIcon } from './icons';

/** Where an edit goes when it is taken: nowhere, to the next or the previous cell, or wherever the user went. */
export type Leave = 'stay' | 'next' | 'previous' | 'blur';

/** What a date cell offers beside typing. */
export interface DayChoice {
  readonly date: PlainDate;
  readonly look: CalendarLook;
  readonly onPick: (date: PlainDate) => void;
}

export interface CellEditorProps {
  readonly label: string;
  readonly isAmount: boolean;
  readonly text: string;
  /** Of the sentence that says why what was typed cannot be taken; the cell then stays open. */
  readonly problemId: string | undefined;
  readonly day: DayChoice | undefined;
  readonly texts: Texts;
  readonly onChange: (text: string) => void;
  readonly onCommit: (leave: Leave) => void;
  readonly onCancel: () => void;
}

/** The field of a cell under edit. Enter takes, Escape leaves things as they were, Tab goes on to the next one. */
export function CellEditor(props: CellEditorProps): React.ReactElement {
  const { isAmount, text, problemId, day, onCommit, onCancel } = props;
  const input = React.useRef<HTMLInputElement>(null);
  const [isPicking, setPicking] = React.useState(false);
  // A key that ends the edit also takes the field away, and the browser then reports that it lost the focus.
  const isDone = React.useRef(false);
  React.useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length === 1 ? 1 : 0, text.length);
    // Only opening the field selects its content.
  }, []);
  const pick = (isOpen: boolean): void => {
    isDone.current = isOpen;
    setPicking(isOpen);
    if (!isOpen) input.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    // Keys inside the field are the field's, not the grid's.
    event.stopPropagation();
    if (day && event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      return pick(true);
    }
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    isDone.current = true;
    if (event.key === 'Escape') onCancel();
    else onCommit(event.key === 'Enter' ? 'stay' : event.shiftKey ? 'previous' : 'next');
    isDone.current = false;
  };
  const field = (
    <input
      ref={input}
      className={isAmount ? 'bbs-input bbs-end' : 'bbs-input'}
      type="text"
      autoComplete="off"
      inputMode={isAmount ? 'decimal' : undefined}
      aria-label={props.label}
      aria-invalid={problemId !== undefined}
      aria-describedby={problemId}
      aria-haspopup={day && 'dialog'}
      value={text}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isDone.current) onCommit('blur');
      }}
    />
  );
  if (!day) return field;
  return (
    <DayField {...props} {...day} isPicking={isPicking} onPicking={pick}>
      {field}
    </DayField>
  );
}

interface DayFieldProps extends DayChoice {
  readonly label: string;
  readonly texts: Texts;
  readonly isPicking: boolean;
  readonly onPicking: (isOpen: boolean) => void;
  readonly children: React.ReactElement;
}

/** A date may be chosen as well as typed, as on the forms. */
function DayField({ label, texts, isPicking, onPicking, ...props }: DayFieldProps): React.ReactElement {
  // With its button: a press on what the calendar stands at does not dismiss it, so that the button can close it.
  const field = React.useRef<HTMLElement>(null);
  const choose = (event: React.MouseEvent): void => {
    // A press on the button is none on the cell.
    event.stopPropagation();
    onPicking(!isPicking);
  };
  return (
    <span ref={field} className="bbs-datefield">
      {props.children}
      <button
        type="button"
        className="bbs-iconbutton"
        aria-label={`${texts('Schedule_ChooseDate')}: ${label}`}
        title={texts('Schedule_ChooseDateTip')}
        tabIndex={-1}
        onMouseDown={keepFocus}
        onClick={choose}
      >
        <CalendarIcon />
      </button>
      {isPicking && (
        <DayPicker
          look={props.look}
          label={label}
          date={props.date}
          target={field}
          onPick={props.onPick}
          onDismiss={() => onPicking(false)}
        />
      )}
    </span>
  );
}

/** The field would take the loss of focus for the end of its edit. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault();
