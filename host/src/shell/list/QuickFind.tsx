import { SearchBox } from '@fluentui/react';
import React, { useEffect, useState } from 'react';

interface QuickFindProps {
  /** What is searched in. */
  readonly label: string;
  /** What the rows are searched for at present; empty for nothing. */
  readonly keyword: string;
  readonly onSearch: (keyword: string) => void;
}

/** Searches a grid by the columns of the table's quick find view. */
export function QuickFind({ label, keyword, onSearch }: QuickFindProps): JSX.Element {
  const [text, setText] = useState(keyword);
  useEffect(() => setText(keyword), [keyword]);
  return (
    <SearchBox
      className="shell-quickfind"
      placeholder="Filter by keyword"
      ariaLabel={`Search ${label}`}
      value={text}
      iconProps={{ iconName: 'Search' }}
      onChange={(_, typed = '') => setText(typed)}
      onSearch={(typed) => onSearch(typed.trim())}
      onClear={() => onSearch('')}
    />
  );
}
