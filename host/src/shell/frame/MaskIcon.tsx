import React from 'react';

/** A picture of the solution, drawn as a mask so that it takes the text's colour in light, dark and high contrast. */
export function MaskIcon({ url }: { url: string }): JSX.Element {
  const image = `url("${encodeURI(url)}")`;
  return <span className="shell-mask-icon" aria-hidden="true" style={{ maskImage: image, WebkitMaskImage: image }} />;
}
