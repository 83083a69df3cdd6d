import { rule } from '../finding';
import { shippedCodeProblems } from '../shippedCode';
import type { Check } from '../subject';

const unfit = rule(
  'shipped-code',
  'Build it for production (npm run build): the solution checker refuses it, and customers may not run it.',
);

const SCRIPT = /^(WebResources\/.+\.js|Controls\/[^/]+\/bundle\.js)$/;

/** Scripts and control bundles are production builds that the solution checker takes (platform.md 6.1). */
export const checkShippedCode: Check = ({ files }) =>
  [...files]
    .filter(([path]) => SCRIPT.test(path))
    .flatMap(([path, content]) =>
      shippedCodeProblems(new TextDecoder().decode(content)).map((problem) => unfit(path, `it ${problem}`)),
    );
