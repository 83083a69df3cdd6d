import * as React from 'react';
import type { CheckState } from '../grid-core';
import { CheckIcon, MixedIcon } from './icons';

export interface SelectBoxProps {
  readonly state: CheckState;
  readonly label: string;
  readonly isFocusable: boolean;
}

const CHECKED = { none: false, some: 'mixed', all: true } as const;

/** The check box of several rows: the header's, a group's. */
export const SelectBox = ({ state, label, isFocusable }: SelectBoxProps): React.ReactElement => (
  <span
    role="checkbox"
    className="bbl-box"
    aria-checked={CHECKED[state]}
    aria-label={label}
    tabIndex={isFocusable ? 0 : -1}
  >
    {state === 'some' ? <MixedIcon /> : <CheckIcon />}
  </span>
);
