import { Icon } from '@fluentui/react';
import React from 'react';
import type { Suggestion } from './lookupSearch';

interface SuggestionListProps {
  readonly listId: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly state: string;
  readonly active: number;
  readonly onChoose: (suggestion: Suggestion) => void;
  /** Tables of which a new row may be made from here. */
  readonly offers: readonly NewRow[];
  readonly onOffer: (offer: NewRow) => void;
}

/** Makes a row that the lookup does not have yet. */
export interface NewRow {
  readonly label: string;
  /** @param name what was typed: the new row starts with it */
  readonly create: (name: string) => void;
}

/** What a lookup offers, as the list box of its input, and what to say where there is nothing. */
export function SuggestionList({
  listId,
  label,
  suggestions,
  state,
  active,
  onChoose,
  offers,
  onOffer,
}: SuggestionListProps): JSX.Element {
  return (
    <>
      {state && (
        <div className="shell-lookup-state" role="status">
          {state}
        </div>
      )}
      <ul id={listId} role="listbox" aria-label={label} className="shell-lookup-list">
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.row.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? 'shell-lookup-option shell-lookup-active' : 'shell-lookup-option'}
            // Before the input loses the focus and closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(suggestion);
            }}
          >
            <span>{suggestion.row.name || '(No name)'}</span>
            {suggestion.details && <span className="shell-lookup-details">{suggestion.details}</span>}
          </li>
        ))}
        {offers.map((offer, index) => {
          const position = suggestions.length + index;
          return (
            <li
              key={offer.label}
              id={`${listId}-${position}`}
              role="option"
              aria-selected={position === active}
              className={`shell-lookup-option shell-lookup-new${position === active ? ' shell-lookup-active' : ''}`}
              onMouseDown={(event) => {
                event.preventDefault();
                onOffer(offer);
              }}
            >
              <Icon iconName="Add" />
              <span>{offer.label}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
