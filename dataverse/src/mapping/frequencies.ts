import type { FrequencyDetail, FrequencySetup, Weekday } from '@bbl/domain';
import type * as Domain from '@bbl/domain';
import * as Options from '../../generated/choices';
import type { InvoiceFrequencyDetailRow, InvoiceFrequencyRow } from '../../generated/tables';
import { choiceWords } from './choices';
import { required } from './required';

const periodWords = choiceWords<Domain.FrequencyPeriod, Options.FrequencyPeriod>(Options.FrequencyPeriod);
const daysOfRunWords = choiceWords<Domain.DaysOfRun, Options.DaysOfRun>(Options.DaysOfRun);
const occurrenceWords = choiceWords<Domain.Occurrence, Options.Occurrence>(Options.Occurrence);

/** A complete setup; period and days of run are there. */
export function toFrequencySetup(row: InvoiceFrequencyRow): FrequencySetup {
  return {
    period: periodWords.toWord(required(row.bbl_period)),
    daysOfRun: daysOfRunWords.toWord(required(row.bbl_daysofrun)),
    runsPerPeriod: row.bbl_runsperperiod ?? 0,
  };
}

export function toFrequencyDetail(row: InvoiceFrequencyDetailRow): FrequencyDetail {
  return {
    dayOfMonth: row.bbl_dayofmonth ?? null,
    weekday: row.bbl_weekday == null ? null : weekdayOf(row.bbl_weekday),
    occurrence: row.bbl_occurrence == null ? null : occurrenceWords.toWord(row.bbl_occurrence),
  };
}

/** The options are in the order of the week, Sunday first. */
const weekdayOf = (value: Options.Weekday): Weekday => (value - Options.Weekday.Sunday) as Weekday;
