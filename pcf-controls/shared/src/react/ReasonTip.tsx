import { Callout, DirectionalHint } from '@fluentui/react';
import * as React from 'react';
import type { Texts } from './texts';
import type { ReasonTipControls } from './useReasonTip';

/** Why a row cannot be marked, beside the cell that says so. The same words describe the cell to screen readers. */
export function ReasonTip({
  controls,
  texts,
}: {
  readonly controls: ReasonTipControls;
  readonly texts: Texts;
}): React.ReactElement | null {
  const { tip, stay, leave, hide } = controls;
  if (!tip) return null;
  return (
    <Callout
      target={tip.target}
      role="tooltip"
      gapSpace={4}
      directionalHint={DirectionalHint.bottomLeftEdge}
      onDismiss={hide}
    >
      <div className="bbl-tip" onMouseEnter={stay} onMouseLeave={leave}>
        <strong>{texts('Grid_Blocked')}</strong>
        {tip.reasons.map((reason) => (
          <div key={reason}>{reason}</div>
        ))}
        {tip.remarks.map((remark) => (
          <div key={remark} className="bbl-remark">
            {remark}
          </div>
        ))}
      </div>
    </Callout>
  );
}
