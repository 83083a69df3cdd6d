import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { RowFacts } from '../mapping/rows';
import type { Texts } from '../mapping/texts';

/** How far a milestone is billed: invoiced, on a draft, ready, and the rest. */
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
  const said = parts.filter(([, share]) => share > 0).map(([key, share]) => `${texts(key)} ${percentText(share)}`);
  const words = said.length > 0 ? said.join(', ') : `${texts('Schedule_Invoiced')} ${percentText(0)}`;
  return (
    <span
      className="bbs-progress"
      title={`${words} · ${texts('Schedule_Invoiced')} ${figures.money(facts.invoicedMinor)}`}
    >
      <span className="bbs-bar" role="img" aria-label={words}>
        {parts
          .filter(([, share]) => share > 0)
          .map(([key, share, className]) => (
            <span key={key} className={className} style={{ width: `${share / 10}%` }} />
          ))}
      </span>
      <span className="bbs-percent" aria-hidden="true">
        {percentText(invoiced)}
      </span>
    </span>
  );
}

/** Tenths of a percent as whole percents; a bar is no ledger. */
const percentText = (share: number): string => `${Math.floor(share / 10)} %`;
