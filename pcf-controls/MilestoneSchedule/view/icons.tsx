import * as React from 'react';

/** Drawn here because icon fonts come over the network. Decorative: the words are in the labels. */
const Icon = ({ path }: { readonly path: string }): React.ReactElement => (
  <svg className="bbs-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

export const ChevronIcon = (): React.ReactElement => <Icon path="M6 4l4 4-4 4" />;
export const OpenIcon = (): React.ReactElement => <Icon path="M9 3h4v4M13 3 7.5 8.5M11 9.5V13H3V5h3.5" />;
export const DeleteIcon = (): React.ReactElement => (
  <Icon path="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5M7 7v3.5M9 7v3.5" />
);
export const RestoreIcon = (): React.ReactElement => <Icon path="M3 6h6.5a3.5 3.5 0 1 1 0 7H7M3 6l3-3M3 6l3 3" />;
export const AddIcon = (): React.ReactElement => <Icon path="M8 3v10M3 8h10" />;
export const CheckIcon = (): React.ReactElement => <Icon path="M3 8.2 6.4 11.6 13 4.6" />;
export const LockIcon = (): React.ReactElement => <Icon path="M5 7V5a3 3 0 0 1 6 0v2M4 7h8v6H4z" />;
export const CalendarIcon = (): React.ReactElement => <Icon path="M3 4h10v9H3zM3 7h10M6 2.5V5M10 2.5V5" />;
