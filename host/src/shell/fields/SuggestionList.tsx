import React from 'react';
import type { Suggestion } from './lookupSearch';

interface SuggestionListProps {
  readonly listId: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly state: string;
  readonly active: number;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** What a lookup offers, as the list box of its input, and what to say where there is nothing. */
export function SuggestionList({
  listId,
  label,
  suggestions,
  state,
  active,
  onChoose,
}: SuggestionListProps): JSX.Element {
  return (
    <>
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
      </ul>
      {state && (
        <div className="shell-lookup-state" role="status">
          {state}
        </div>
      )}
    </>
  );
}
