import { registerIcons, setIconOptions } from '@fluentui/react';
import React from 'react';

/** Outlines on a 20 × 20 grid, drawn as strokes in the text's colour. Fluent's own icons are a font from a foreign host. */
const OUTLINES: { readonly [name: string]: string } = {
  Accept: 'M4 10.5l4 4 8-9',
  Add: 'M10 4v12M4 10h12',
  Back: 'M17 10H4M9 4.5L3.5 10 9 15.5',
  Blocked2: 'M10 3a7 7 0 100 14 7 7 0 000-14zM5 5l10 10',
  BulletedList: 'M7 5h10M7 10h10M7 15h10M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  Calendar: 'M4 5h12v11H4zM4 8.5h12M7 3.5v3M13 3.5v3',
  Cancel: 'M5 5l10 10M15 5L5 15',
  CheckMark: 'M4 10.5l4 4 8-9',
  ChevronDown: 'M5 7.5l5 5 5-5',
  ChevronDownMed: 'M5 7.5l5 5 5-5',
  ChevronLeft: 'M12.5 5l-5 5 5 5',
  ChevronLeftMed: 'M12.5 5l-5 5 5 5',
  ChevronLeftSmall: 'M12.5 5l-5 5 5 5',
  ChevronRight: 'M7.5 5l5 5-5 5',
  ChevronRightMed: 'M7.5 5l5 5-5 5',
  ChevronRightSmall: 'M7.5 5l5 5-5 5',
  ChevronUp: 'M5 12.5l5-5 5 5',
  ChevronUpSmall: 'M5 12.5l5-5 5 5',
  ChevronDownSmall: 'M5 7.5l5 5 5-5',
  ChevronUnfold10: 'M6 8l4-4 4 4M6 12l4 4 4-4',
  CircleRing: 'M10 3a7 7 0 100 14 7 7 0 000-14z',
  Clear: 'M5 5l10 10M15 5L5 15',
  ClearFilter: 'M3 4h14l-5.5 6.5V16l-3-1.5v-4zM13 13l4 4M17 13l-4 4',
  Completed: 'M10 3a7 7 0 100 14 7 7 0 000-14zM6.5 10.5l2.5 2.5 4.5-5',
  CompletedSolid: 'M10 3a7 7 0 100 14 7 7 0 000-14zM6.5 10.5l2.5 2.5 4.5-5',
  Contact: 'M10 10a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3.5 17c.5-3.5 3-5 6.5-5s6 1.500 6.500 5',
  Copy: 'M7 7h9v10H7zM4 13V3h9',
  Delete: 'M4 5.500h12M8 5.500V3.500h4v2M5.500 5.500l.700 11.500h7.600l.700-11.500M8.500 8.500v6M11.500 8.500v6',
  DocumentSet: 'M5 3h7l3 3v11H5zM12 3v3h3M7.500 10h5M7.500 13h5',
  Down: 'M10 4v12M5 11l5 5 5-5',
  Download: 'M10 3v10M6 9.500l4 4 4-4M4 16.500h12',
  Edit: 'M4 16l.800-3.500L13.500 3.800l2.700 2.700L7.500 15.200zM12 5.300L14.700 8',
  EmojiTabSymbols: 'M10 3a7 7 0 100 14 7 7 0 000-14z',
  Error: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6.500v4.500M10 13.500h.01',
  ErrorBadge: 'M10 3a7 7 0 100 14 7 7 0 000-14zM7.500 7.500l5 5M12.500 7.500l-5 5',
  Filter: 'M3 4h14l-5.500 6.500V16l-3-1.500v-4z',
  FilterSolid: 'M3 4h14l-5.500 6.500V16l-3-1.500v-4z',
  GlobalNavButton: 'M3 5h14M3 10h14M3 15h14',
  GridViewMedium: 'M3 4h14v12H3zM3 8.500h14M8 8.500V16',
  Headset: 'M10 3a7 7 0 100 14 7 7 0 000-14z',
  Home: 'M3 10l7-6.500 7 6.500M5 8.500V17h10V8.500',
  Info: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v5M10 6.500h.01',
  InfoSolid: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v5M10 6.500h.01',
  Link: 'M8 12l4-4M7 9L4.500 11.500a2.800 2.800 0 004 4L11 13M13 11l2.500-2.500a2.800 2.800 0 00-4-4L9 7',
  Lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 016 0V9',
  Lookup: 'M8.500 3.500a5 5 0 100 10 5 5 0 000-10zM12.500 12.500l4 4',
  More: 'M5 10h.01M10 10h.01M15 10h.01',
  MoreVertical: 'M10 5h.01M10 10h.01M10 15h.01',
  NavigateExternalInline: 'M8 5H4v11h11v-4M11 4h5v5M16 4l-7 7',
  OpenInNewWindow: 'M8 5H4v11h11v-4M11 4h5v5M16 4l-7 7',
  Org: 'M10 3v14M4 17V9h12v8M7 6h6',
  Page: 'M5 3h7l3 3v11H5zM12 3v3h3',
  Quantity: 'M4 14l6 3 6-3M4 10l6 3 6-3M4 6l6-3 6 3-6 3z',
  Recent: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4.500l3 2',
  Refresh: 'M16 10a6 6 0 11-1.800-4.300M16 3v4h-4',
  Ringer: 'M5 14V9a5 5 0 0110 0v5l1.500 1h-13zM8.500 17h3',
  Save: 'M4 4h10l2.500 2.500V16H4zM7 4v4h6V4M6.500 16v-5h7v5',
  SaveAndClose: 'M3 3.500h9l2 2V8M3 3.500V14h5M6 3.500v3.500h5V3.500M11 12l5 5M16 12l-5 5',
  Search: 'M8.500 3.500a5 5 0 100 10 5 5 0 000-10zM12.500 12.500l4 4',
  Settings:
    'M10 7a3 3 0 100 6 3 3 0 000-6zM10 2.500v2.500M10 15v2.500M2.500 10H5M15 10h2.500M4.700 4.700l1.800 1.800M13.500 13.500l1.800 1.800M15.300 4.700l-1.800 1.800M6.500 13.500l-1.800 1.800',
  SkypeCheck: 'M4 10.5l4 4 8-9',
  Sort: 'M6 4v12M3 13l3 3 3-3M14 16V4M11 7l3-3 3 3',
  SortDown: 'M10 4v12M5 11l5 5 5-5',
  SortUp: 'M10 16V4M5 9l5-5 5 5',
  StatusCircleCheckmark: 'M6 10.500l2.800 2.800L14 7',
  StatusCircleRing: 'M10 3a7 7 0 100 14 7 7 0 000-14z',
  StatusErrorFull: 'M10 3a7 7 0 100 14 7 7 0 000-14zM7.500 7.500l5 5M12.500 7.500l-5 5',
  Sunny:
    'M10 6.500a3.500 3.500 0 100 7 3.500 3.500 0 000-7zM10 2v2M10 16v2M2 10h2M16 10h2M4.300 4.300l1.400 1.400M14.300 14.300l1.400 1.400M15.700 4.300l-1.400 1.400M5.700 14.300l-1.400 1.400',
  ClearNight: 'M15.500 12.500A6.500 6.500 0 017.500 4.500a6.500 6.500 0 108 8z',
  Table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  TriangleSolidDown12: 'M5 7.500l5 5 5-5',
  TriangleSolidRight12: 'M7.500 5l5 5-5 5',
  Undo: 'M4 8h8a4 4 0 010 8H8M7.500 4.500L4 8l3.500 3.500',
  Unknown: 'M10 3a7 7 0 100 14 7 7 0 000-14zM8 8a2 2 0 114 0c0 1.500-2 1.500-2 3M10 13.500h.01',
  Up: 'M10 16V4M5 9l5-5 5 5',
  View: 'M2.500 10C4 7 6.700 5 10 5s6 2 7.500 5c-1.500 3-4.200 5-7.500 5s-6-2-7.500-5zM10 7.500a2.500 2.500 0 100 5 2.500 2.500 0 000-5z',
  Warning: 'M10 3.500L17.500 16.500h-15zM10 8v4.500M10 14.500h.01',
  Waffle: 'M5 5h.01M10 5h.01M15 5h.01M5 10h.01M10 10h.01M15 10h.01M5 15h.01M10 15h.01M15 15h.01',
};

/** Dots need a wider stroke to be seen. */
const DOTTED = new Set(['More', 'MoreVertical', 'Waffle']);

function outline(name: string, path: string): JSX.Element {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={DOTTED.has(name) ? 2.5 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ verticalAlign: '-0.125em' }}
    >
      <path d={path} />
    </svg>
  );
}

/** Registers the shell's icons under Fluent's names, so that its components and hosted controls find them. */
export function registerShellIcons(): void {
  registerIcons({
    fontFace: { fontFamily: 'inherit' },
    style: { fontStyle: 'normal', fontWeight: 'normal', speak: 'none' },
    icons: Object.fromEntries(Object.entries(OUTLINES).map(([name, path]) => [name, outline(name, path)])),
  });
  setIconOptions({ disableWarnings: true });
}
