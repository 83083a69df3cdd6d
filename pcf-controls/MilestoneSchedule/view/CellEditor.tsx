import * as React from 'react';

export interface CellEditorProps {
  readonly label: string;
  readonly kind: 'text' | 'date' | 'amount';
  readonly text: string;
  /** Why what was typed cannot be taken; the cell stays open. */
  readonly problem: string | undefined;
  readonly problemId: string;
  readonly onChange: (text: string) => void;
  /** Takes the content and leaves in a direction: down the column, to the next or the previous cell, or nowhere. */
  readonly onCommit: (leave: 'stay' | 'next' | 'previous' | 'blur') => void;
  readonly onCancel: () => void;
}

/** The field of a cell under edit. Enter takes, Escape leaves things as they were, Tab goes on to the next one. */
export function CellEditor(props: CellEditorProps): React.ReactElement {
  const { kind, text, problem, problemId, onCommit, onCancel } = props;
  const input = React.useRef<HTMLInputElement>(null);
  // A key that ends the edit also takes the field away, and the browser then reports that it lost the focus.
  const isDone = React.useRef(false);
  React.useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length === 1 ? 1 : 0, text.length);
    // Only opening the field selects its content.
  }, []);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    // Keys inside the field are the field's, not the grid's.
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    isDone.current = true;
    if (event.key === 'Escape') onCancel();
    else onCommit(event.key === 'Enter' ? 'stay' : event.shiftKey ? 'previous' : 'next');
    isDone.current = false;
  };
  return (
    <>
      <input
        ref={input}
        className={kind === 'amount' ? 'bbs-input bbs-end' : 'bbs-input'}
        type="text"
        autoComplete="off"
        inputMode={kind === 'amount' ? 'decimal' : undefined}
        aria-label={props.label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        value={text}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!isDone.current) onCommit('blur');
        }}
      />
      {problem !== undefined && (
        <span id={problemId} className="bbs-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
