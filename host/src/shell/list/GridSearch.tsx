import React from 'react';
import type { GridController } from '../grid/gridController';
import { useObservable } from '../state/observable';
import { KeywordLine } from './KeywordLine';
import { QuickFind } from './QuickFind';

/** The search of a grid that keeps its keyword to itself: in sub-grids and dialogs. */
export function GridSearch({ controller }: { controller: GridController }): JSX.Element {
  useObservable(controller);
  const search = (keyword: string): void => controller.setQuickFind(keyword);
  return (
    <>
      <QuickFind label={controller.view.name} keyword={controller.quickFindText} onSearch={search} />
      <KeywordLine controller={controller} onSearch={search} />
    </>
  );
}
