import * as React from 'react';

/** Drawn here because icon fonts come over the network and are not registered everywhere. Decorative: the words are elsewhere. */
const Icon = ({ path, className }: { readonly path: string; readonly className?: string }): React.ReactElement => (
  <svg className={`bbl-icon ${className ?? ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

export const CheckIcon = (): React.ReactElement => <Icon path="M3 8.2 6.4 11.6 13 4.6" className="bbl-icon-line" />;
export const MixedIcon = (): React.ReactElement => <Icon path="M4 8h8" className="bbl-icon-line" />;
export const SortIcon = ({ isDescending }: { readonly isDescending: boolean }): React.ReactElement => (
  <Icon
    path={isDescending ? 'M8 3v10M4.5 9.5 8 13l3.5-3.5' : 'M8 13V3M4.5 6.5 8 3l3.5 3.5'}
    className="bbl-icon-line"
  />
);
/** Points at the title of a collapsed group; the style sheet turns it down on an expanded one. */
export const FoldIcon = (): React.ReactElement => (
  <Icon path="M6 3.5 10.5 8 6 12.5" className="bbl-icon-line bbl-fold" />
);
export const FilterIcon = ({ isActive }: { readonly isActive: boolean }): React.ReactElement => (
  <Icon path="M2 3h12L9.5 8.5V13l-3-1.5v-3z" className={isActive ? '' : 'bbl-icon-line'} />
);
export const LockIcon = (): React.ReactElement => (
  <Icon path="M5 7V5a3 3 0 0 1 6 0v2h1v6H4V7zm1.2 0h3.6V5a1.8 1.8 0 0 0-3.6 0z" />
);
