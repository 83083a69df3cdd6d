import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { RowFacts } from '../mapping/rows';
import type { Texts } from '../mapping/texts';

/**
 * How far a milestone is billed. Only what is invoiced fills the bar, so that it agrees with the percentage; what is on
 * a draft or ready is drawn as hatched steps towards it and named below.
 */
export function ProgressBar({
  facts,
  figures,
  texts,
}: {
  readonly facts: RowFacts;
  readonly figures: Figures;
  readonly texts: Texts;
}): React.ReactElement {
  const { invoiced, onDraft, ready } = facts.progress;
  const parts = [
    ['Schedule_Invoiced', invoiced, 'bbs-done'],
    ['Schedule_OnDraft', onDraft, 'bbs-busy'],
    ['Schedule_Ready', ready, 'bbs-ready'],
  ] as const;
  const shown = parts.filter(([, share]) => share > 0);
  const coming = shown.filter(([key]) => key !== 'Schedule_Invoiced');
  const wordsOf = (list: typeof coming): string =>
    list.map(([key, share]) => `${texts(key)} ${percentText(share)}`).join(', ');
  const invoicedWords = `${texts('Schedule_Invoiced')} ${percentText(invoiced)}`;
  const words = [invoicedWords, wordsOf(coming)].filter(Boolean).join(', ');
  return (
    <span
      className="bbs-progress"
      title={`${words} · ${texts('Schedule_Invoiced')} ${figures.money(facts.invoicedMinor)}`}
    >
      <span className="bbs-bar" role="img" aria-label={words}>
        {shown.map(([key, share, className]) => (
          <span key={key} className={className} style={{ width: `${share / 10}%` }} />
        ))}
      </span>
      <span className="bbs-percent" aria-hidden="true">
        <span>{percentText(invoiced)}</span>
        {coming.map((part) => (
          <span key={part[0]}>{wordsOf([part])}</span>
        ))}
      </span>
    </span>
  );
}

/** Tenths of a percent as whole percents; a bar is no ledger. */
const percentText = (share: number): string => `${Math.floor(share / 10)} %`;
