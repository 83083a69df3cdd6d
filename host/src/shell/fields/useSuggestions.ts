import { useEffect, useState } from 'react';
import { messageOf } from '../api/http';
import { useShell } from '../shell';
import { searchLookup, type Suggestion } from './lookupSearch';

/** Typing rests this long before a search is sent. */
const TYPING_REST_MS = 200;
const SEARCHING = 'Searching…';

export interface SuggestionSource {
  readonly targets: readonly string[];
  /** FetchXML filters for the next search. */
  readonly filterXml?: () => Promise<readonly string[]>;
}

/** What the host offers for the text, and what to say while or where there is nothing. */
export function useSuggestions({ targets, filterXml }: SuggestionSource, text: string, isOpen: boolean) {
  const { client, model } = useShell();
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const [state, setState] = useState('');
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    setState(SEARCHING);
    const search = async (): Promise<void> => {
      const filters = filterXml ? await filterXml() : [];
      const found = await Promise.all(targets.map((table) => searchLookup(client, model, table, text, filters)));
      if (!isCurrent) return;
      setSuggestions(found.flat());
      setState(found.flat().length === 0 ? 'No rows found.' : '');
    };
    const timer = setTimeout(
      () =>
        void search().catch((error: unknown) => {
          if (!isCurrent) return;
          setSuggestions([]);
          setState(messageOf(error));
        }),
      text === '' ? 0 : TYPING_REST_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isOpen, text]);
  return { suggestions, state, isSearching: state === SEARCHING };
}
