import type { ICalendar } from '@fluentui/react';
import { Calendar, DirectionalHint, FocusTrapCallout } from '@fluentui/react';
import type { PlainDate } from '@bbl/domain';
import * as React from 'react';
import type { CalendarLook } from '../mapping/calendar';
import { dateOf, toLocalDate } from '../mapping/figures';

export interface DayPickerProps {
  readonly look: CalendarLook;
  readonly label: string;
  /** The day that the calendar opens on. */
  readonly date: PlainDate;
  readonly target: React.RefObject<HTMLElement>;
  readonly onPick: (date: PlainDate) => void;
  readonly onDismiss: () => void;
}

/** The calendar below a date cell under edit. */
export function DayPicker({ look, label, date, target, onPick, onDismiss }: DayPickerProps): React.ReactElement {
  return (
    // React passes the events of the calendar on to the grid, which is not below it on the screen.
    <div onKeyDown={stop} onClick={stop} onDoubleClick={stop} onFocus={stop}>
      <FocusTrapCallout
        target={target}
        role="dialog"
        ariaLabel={label}
        directionalHint={DirectionalHint.bottomLeftEdge}
        isBeakVisible={false}
        gapSpace={2}
        onDismiss={onDismiss}
        focusTrapProps={{ isClickableOutsideFocusTrap: true, disableFirstFocus: true }}
      >
        <Calendar
          {...look}
          value={toLocalDate(date)}
          componentRef={focusDay}
          showGoToToday
          highlightSelectedMonth
          onSelectDate={(day) => {
            const picked = dateOf(day);
            if (picked) onPick(picked);
          }}
        />
      </FocusTrapCallout>
    </div>
  );
}

const stop = (event: React.SyntheticEvent): void => event.stopPropagation();

/** The calendar opens on the day that is chosen, not on its first button. */
const focusDay = (calendar: ICalendar | null): void => calendar?.focus();
