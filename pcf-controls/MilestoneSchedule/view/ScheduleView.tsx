import { ThemeProvider, useTheme } from '@fluentui/react';
import type { MinorUnits } from '@bbl/domain';
import { compareTotals, sum, ZERO } from '@bbl/domain';
import { themeVariables } from '@bbl/pcf-shared/react';
import type { ShownRow } from '@bbl/pcf-shared/schedule-core';
import { nextAddedId, shownRows } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { LineFacts } from '../mapping/facts';
import type { ScheduleProps } from '../mapping/mapSchedule';
import type { RowFacts } from '../mapping/rows';
import type { Texts } from '../mapping/texts';
import type { ScheduleColumn } from './columns';
import { SaveBar } from './SaveBar';
import { ScheduleGrid } from './ScheduleGrid';
import { Summary } from './Summary';
import { Timeline } from './Timeline';
import { useFacts } from './useFacts';
import { useLeaveNotice } from './useLeaveNotice';
import type { ScheduleEditing } from './useSchedule';
import { useSchedule } from './useSchedule';

/** The milestone schedule of a contract line within the theme of the app around it. */
export function ScheduleView(props: ScheduleProps): React.ReactElement {
  const { fluent8Theme } = props;
  return fluent8Theme ? (
    <ThemeProvider theme={fluent8Theme}>
      <Framed {...props} />
    </ThemeProvider>
  ) : (
    <Framed {...props} />
  );
}

/** Below this the columns are drawn closer. */
const NARROW_PX = 1080;

function Framed(props: ScheduleProps): React.ReactElement {
  const { tokens, isDark, isRightToLeft, isLoading, hasNextPage, failure, ports, texts } = props;
  const { facts, failure: factsFailure, readAgain } = useFacts(props);
  React.useEffect(() => {
    // A total over part of the rows is none: everything is loaded before anything is said.
    if (hasNextPage && !isLoading) ports.loadNextPage();
  }, [hasNextPage, isLoading]);
  const problem = failure ?? (facts ? undefined : factsFailure);
  return (
    <div
      className={`bbs-schedule${isDark ? ' bbs-dark' : ''}${props.widthPx < NARROW_PX ? ' bbs-narrow' : ''}`}
      dir={isRightToLeft ? 'rtl' : 'ltr'}
      style={{ ...themeVariables(tokens, useTheme()), '--bbs-width': `${props.widthPx}px` } as React.CSSProperties}
    >
      {problem !== undefined ? (
        <div className="bbs-message" role="alert">
          {texts('Schedule_Failed')} {problem}{' '}
          <button
            type="button"
            className="bbs-button"
            onClick={failure === undefined ? readAgain : () => ports.refresh()}
          >
            {texts('Schedule_Retry')}
          </button>
        </div>
      ) : facts ? (
        <Schedule key={facts.lineId} {...props} facts={facts} />
      ) : (
        <p className="bbs-message" role="status">
          {texts(isLoading || props.lineId !== undefined ? 'Schedule_Loading' : 'Schedule_Empty')}
        </p>
      )}
    </div>
  );
}

type Wanted = { readonly id: string; readonly column: ScheduleColumn; readonly isEditing: boolean };

function Schedule(props: ScheduleProps & { readonly facts: LineFacts }): React.ReactElement {
  const { facts, ports, texts, rights, widthPx } = props;
  const editing = useSchedule(props, facts);
  const { state, dispatch, changesCount, isSaving, save } = editing;
  const [selection, setSelection] = React.useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocusedId] = React.useState<string>();
  const [wanted, setWanted] = React.useState<Wanted>();
  const [said, setSaid] = React.useState('');
  const rows = React.useMemo(() => shownRows(state), [state]);
  const figures = React.useMemo(() => props.figuresFor(facts), [facts]);
  const factsOf = useFactsOfRows(props, facts);
  const selectedIds = useSelection(rows, selection, ports.select);
  const staying = rows.filter((row) => row.state !== 'removed');
  const totals = totalsOf(facts, staying);
  // What was said of rows is no longer true once others are read.
  React.useEffect(() => setSaid(''), [state.stored]);
  useLeaveNotice(changesCount, isSaving, () => ports.tell(texts('Schedule_Left', changesCount)));

  const add = (): void => {
    if (isSaving || !rights.create || facts.isClosed) return;
    const id = nextAddedId(state);
    dispatch({ type: 'add', figures: newRow(staying, totals, props.today) });
    setWanted({ id, column: 'name', isEditing: true });
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    const going = rows.filter((row) => ids.includes(row.id) && !row.locks.removal && row.state !== 'removed');
    if (going.length === 0) return setSaid(texts('Schedule_LockedDelete'));
    if (going.some((row) => row.state !== 'added') && !(await ports.confirm(deleteQuestion(going, props)))) return;
    dispatch({ type: 'remove', ids: going.map(({ id }) => id) });
  };
  return (
    <>
      <Summary
        {...totals}
        figures={figures}
        texts={texts}
        canAdd={rights.create && !facts.isClosed}
        isSaving={isSaving}
        onAdd={add}
      />
      {rows.length === 0 ? (
        <p className="bbs-message">{texts('Schedule_Empty')}</p>
      ) : (
        <>
          <HiddenStatuses rows={rows} factsOf={factsOf} texts={texts} />
          <Timeline
            rows={rows}
            factsOf={factsOf}
            today={props.today}
            widthPx={widthPx}
            isRightToLeft={props.isRightToLeft}
            focusedId={focusedId}
            figures={figures}
            texts={texts}
            onMove={(id, date) => dispatch({ type: 'edit', id, edit: { date } })}
            onPick={(id) => setWanted({ id, column: 'date', isEditing: false })}
          />
          <ScheduleGrid
            rows={rows}
            factsOf={factsOf}
            selectedIds={selectedIds}
            figures={figures}
            calendar={props.calendar}
            texts={texts}
            isRightToLeft={props.isRightToLeft}
            isLoading={props.isLoading}
            isSaving={isSaving}
            wanted={wanted}
            dispatch={dispatch}
            onSelect={setSelection}
            onFocusRow={setFocusedId}
            onAdd={add}
            onRemove={remove}
            onOpen={ports.open}
            onSave={save}
            onSay={setSaid}
          />
        </>
      )}
      <SaveBar
        texts={texts}
        words={wordsOf(editing, said, texts)}
        canUndo={state.past.length > 0}
        changesCount={changesCount}
        isSaving={isSaving}
        onUndo={() => dispatch({ type: 'undo' })}
        onDiscard={() => dispatch({ type: 'discard' })}
        onSave={save}
      />
    </>
  );
}

interface HiddenStatusesProps {
  readonly rows: readonly ShownRow[];
  readonly factsOf: (id: string) => RowFacts | undefined;
  readonly texts: Texts;
}

/** Who may not see statuses takes every row for one that billing leaves alone. */
const HiddenStatuses = ({ rows, factsOf, texts }: HiddenStatusesProps): React.ReactElement | null =>
  rows.some(({ id }) => factsOf(id)?.isStatusHidden) ? (
    <p className="bbs-message">{texts('Schedule_StatusHidden')}</p>
  ) : null;

/** What is known of each row, worked out once a read: rows whose facts are the same objects are not drawn again. */
function useFactsOfRows({ factsOf, version }: ScheduleProps, facts: LineFacts): (id: string) => RowFacts | undefined {
  const known = React.useMemo(() => new Map<string, RowFacts | undefined>(), [facts, version]);
  return React.useCallback(
    (id: string) => {
      if (!known.has(id)) known.set(id, factsOf(id, facts));
      return known.get(id);
    },
    [known],
  );
}

/** What became of the last save; else what was said last, and how much is not saved. Before all that what was dropped. */
function wordsOf(editing: ScheduleEditing, said: string, texts: Texts): string {
  const { outcome, isReopened, changesCount, droppedCount } = editing;
  const dropped = droppedCount > 0 ? texts('Schedule_Dropped', droppedCount) : '';
  if (outcome) {
    const { refusedCount, savedCount } = outcome;
    const done = refusedCount > 0 ? texts('Schedule_SomeRefused', refusedCount) : texts('Schedule_Saved', savedCount);
    return `${dropped} ${done}`.trim();
  }
  const unsaved = changesCount > 0 ? texts(isReopened ? 'Schedule_Reopened' : 'Schedule_Unsaved', changesCount) : '';
  return [dropped, said, unsaved].filter(Boolean).join(' ');
}

/** Selected rows that are still there; the page's command bar hears of those that the server knows. */
function useSelection(
  rows: readonly ShownRow[],
  selection: ReadonlySet<string>,
  select: (ids: readonly string[]) => void,
): ReadonlySet<string> {
  const ids = rows.filter(({ id }) => selection.has(id)).map(({ id }) => id);
  const signature = ids.join(' ');
  const present = React.useMemo(() => new Set(ids), [signature]);
  const stored = rows.filter((row) => present.has(row.id) && row.state !== 'added').map(({ id }) => id);
  React.useEffect(() => {
    select(stored);
  }, [stored.join(' ')]);
  return present;
}

function totalsOf(facts: LineFacts, rows: readonly ShownRow[]) {
  const scheduledMinor = sum(rows.map(({ amountMinor }) => amountMinor));
  const comparison = compareTotals(facts, rows);
  const { contractedAmountMinor } = facts;
  const equal = contractedAmountMinor !== null && {
    contractedMinor: contractedAmountMinor,
    scheduledMinor,
    differenceMinor: ZERO,
  };
  return { scheduledMinor, amount: comparison?.amount ?? (equal || undefined), tax: comparison?.tax };
}

/** A new row takes what is missing, on the day of the last one. */
function newRow(rows: readonly ShownRow[], { amount, tax }: ReturnType<typeof totalsOf>, today: ShownRow['date']) {
  const missing = (minor: MinorUnits | undefined): MinorUnits => (minor !== undefined && minor > 0 ? minor : ZERO);
  const amountMinor = missing(amount?.differenceMinor);
  return {
    name: '',
    date: rows[rows.length - 1]?.date ?? today,
    amountMinor,
    taxMinor: amountMinor > 0 ? missing(tax?.differenceMinor) : ZERO,
  };
}

function deleteQuestion(rows: readonly ShownRow[], { texts }: ScheduleProps) {
  const [first] = rows;
  return {
    title: texts('Schedule_DeleteTitle'),
    text:
      rows.length === 1 ? texts('Schedule_DeleteOne', first?.name ?? '') : texts('Schedule_DeleteMany', rows.length),
    yes: texts('Schedule_DeleteConfirm'),
    no: texts('Schedule_Cancel'),
  };
}
