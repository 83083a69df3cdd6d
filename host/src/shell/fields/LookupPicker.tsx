import { Callout, DirectionalHint, Icon, IconButton, Link } from '@fluentui/react';
import React, { useRef, useState } from 'react';
import type { LookupRef } from '../api/rows';
import { useShell } from '../shell';
import type { Suggestion } from './lookupSearch';
import { type NewRow, SuggestionList } from './SuggestionList';
import { useSuggestions, type SuggestionSource } from './useSuggestions';

interface LookupPickerProps extends SuggestionSource {
  readonly id: string;
  readonly label: string;
  /** Shown above the box; a form row has its label elsewhere. */
  readonly isLabelHidden?: boolean;
  readonly value: LookupRef | null;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (row: LookupRef | null) => void;
  /** Tables of which a new row may be made from here, once it is known what there is. */
  readonly creatable?: readonly NewRow[];
  /** Opens the chosen row; without it the name is no link. */
  readonly onOpen?: (row: LookupRef) => void;
}

/** A box that finds a row as one types; the row chosen stands in it as a link. */
export function LookupPicker(props: LookupPickerProps): JSX.Element {
  const { value, isLabelHidden, id, label } = props;
  return (
    <div className="shell-lookup">
      {!isLabelHidden && (
        <label className="shell-lookup-label" htmlFor={id}>
          {label}
        </label>
      )}
      {value ? <ChosenRow {...props} value={value} /> : <SearchInput {...props} />}
    </div>
  );
}

function ChosenRow({
  id,
  label,
  value,
  isDisabled,
  describedBy,
  onChange,
  onOpen,
}: LookupPickerProps & { value: LookupRef }): JSX.Element {
  const { router } = useShell();
  const name = value.name || '(No name)';
  return (
    <div className={isDisabled ? 'shell-lookup-box shell-lookup-disabled' : 'shell-lookup-box'}>
      <Icon iconName="Table" className="shell-lookup-icon" />
      {onOpen ? (
        <Link
          id={id}
          className="shell-lookup-name"
          href={router.href({ kind: 'record', table: value.table, id: value.id })}
          title={`Open ${name}`}
          aria-label={`${label}: ${name}`}
          aria-describedby={describedBy}
          onClick={(event: React.MouseEvent<HTMLElement>) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(value);
          }}
        >
          {name}
        </Link>
      ) : (
        <span id={id} className="shell-lookup-name">
          {name}
        </span>
      )}
      {!isDisabled && (
        <IconButton
          className="shell-lookup-button"
          iconProps={{ iconName: 'Cancel' }}
          ariaLabel={`Clear ${label}`}
          title="Clear"
          onClick={() => {
            onChange(null);
            // The search box takes the place of the name.
            setTimeout(() => document.getElementById(id)?.focus(), 0);
          }}
        />
      )}
    </div>
  );
}

function SearchInput(props: LookupPickerProps): JSX.Element {
  const { id, label, isDisabled, isRequired, isInvalid, describedBy, onChange, creatable = [] } = props;
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { suggestions, state, isSearching } = useSuggestions(props, text, isOpen);
  const listId = `${id}-list`;

  const offers = isSearching ? [] : creatable;
  const leaveFor = ({ create }: NewRow): void => {
    setOpen(false);
    setText('');
    create(text.trim());
  };
  const optionsCount = suggestions.length + offers.length;
  const choose = (suggestion: Suggestion): void => {
    setOpen(false);
    setText('');
    onChange(suggestion.row);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : optionsCount - 1;
      if (optionsCount > 0) setActive((active + step) % optionsCount);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const [suggestion, offer] = [suggestions[active], offers[active - suggestions.length]];
      if (suggestion) choose(suggestion);
      else if (offer) leaveFor(offer);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className={boxClass(isDisabled, isInvalid)}>
      <input
        ref={input}
        id={id}
        className="shell-lookup-input"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-required={isRequired}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        aria-activedescendant={isOpen && active < optionsCount ? `${listId}-${active}` : undefined}
        autoComplete="off"
        placeholder={isDisabled ? '---' : `Look for ${label}`}
        disabled={isDisabled}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {!isDisabled && <Icon iconName="Lookup" className="shell-lookup-icon" />}
      {isOpen && !isDisabled && (
        <Callout
          target={input.current?.parentElement ?? null}
          directionalHint={DirectionalHint.bottomLeftEdge}
          isBeakVisible={false}
          gapSpace={2}
          calloutWidth={Math.max(280, input.current?.parentElement?.offsetWidth ?? 0)}
          onDismiss={() => setOpen(false)}
          preventDismissOnEvent={(event) => event.type === 'focus' || event.type === 'scroll'}
        >
          <SuggestionList
            listId={listId}
            label={label}
            suggestions={suggestions}
            state={state}
            active={active}
            onChoose={choose}
            offers={offers}
            onOffer={leaveFor}
          />
        </Callout>
      )}
    </div>
  );
}

function boxClass(isDisabled: boolean | undefined, isInvalid: boolean | undefined): string {
  return ['shell-lookup-box', isDisabled && 'shell-lookup-disabled', isInvalid && 'shell-lookup-invalid']
    .filter(Boolean)
    .join(' ');
}
