/** What forms show on the pages that stand on them: each page draws one of these and knows nothing else. */

export const RUN_DATES_PAGE = 'bbl_/pages/rundates.html';

/** The preview of a frequency: dates as texts, or none and what is missing. */
export interface RunDatesShown {
  readonly intro: string;
  readonly dates: readonly string[];
}

export const GENERATOR_PAGE = 'bbl_/pages/generatemilestones.html';

/** To the dialog of Generate periodic milestones: its answer has arrived, it may close. */
export interface GeneratorShown {
  readonly isAnswered: true;
}

/** What was written, in words. */
export interface GeneratorAnswer {
  readonly text: string;
}

export const COMPLETION_PAGE = 'bbl_/pages/completion.html';

export type CompletionTone = 'posted' | 'created' | 'ready' | 'held' | 'open';

/** How far a progress-based milestone is billed, and the entry "the work is … % complete". */
export interface CompletionShown {
  readonly parts: readonly {
    readonly tone: CompletionTone;
    readonly label: string;
    readonly amount: string;
    /** Of the whole, 0 to 100, for the width of the bar alone. */
    readonly widthPercent: number;
  }[];
  readonly label: string;
  readonly unit: string;
  readonly button: string;
  /** Why no next invoice can be entered now. */
  readonly locked: string | null;
  readonly answer: { readonly isRefused: boolean; readonly text: string } | null;
}

/** What was typed into "the work is … % complete". */
export interface CompletionRequest {
  readonly completion: string;
}
