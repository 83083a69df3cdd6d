import type { ICalendarStrings } from '@fluentui/react';
import { defaultCalendarStrings } from '@fluentui/react';
import type { Texts } from './texts';

/** How the user's calendar looks: its words, and the day that a week begins with (0 is Sunday). */
export interface CalendarLook {
  readonly strings: ICalendarStrings;
  readonly firstDayOfWeek: number;
}

/** The calendar in the user's own language, as the platform knows it. */
export function calendarOf({ dateFormattingInfo: info }: ComponentFramework.UserSettings, texts: Texts): CalendarLook {
  const { firstDayOfWeek, monthNames, abbreviatedMonthNames, dayNames, shortestDayNames } = info;
  return {
    strings: {
      ...defaultCalendarStrings,
      // Some calendars have a thirteenth month, empty in all others.
      months: monthNames.slice(0, MONTHS),
      shortMonths: abbreviatedMonthNames.slice(0, MONTHS),
      days: dayNames,
      shortDays: shortestDayNames,
      goToToday: texts('Schedule_GoToToday'),
    },
    firstDayOfWeek,
  };
}

const MONTHS = 12;
