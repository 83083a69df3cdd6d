import { Shimmer } from '@fluentui/react';
import React from 'react';

const LINES = ['70%', '45%', '60%', '50%', '65%', '40%'];

/** Stands for a form until its row is there. */
export function FormSkeleton(): JSX.Element {
  return (
    <div className="shell-form-scroll" aria-busy="true" aria-label="Loading the form">
      <div className="shell-section shell-form-skeleton">
        {LINES.map((width) => (
          <Shimmer key={width} width={width} />
        ))}
      </div>
    </div>
  );
}
