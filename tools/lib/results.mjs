/** A check or a suite: how many passed, how many failed. */

export const total = (results, key) => results.reduce((sum, result) => sum + result[key], 0);

/** The last line of `npm test`: the counts, and what was left out. */
export function closingLine(results, { skipsDotnet }) {
  const counts = `${total(results, 'passed')} passed, ${total(results, 'failed')} failed`;
  return skipsDotnet ? `${counts}; left out: the plug-in assembly and the packages (BBL_SKIP_DOTNET=1)` : counts;
}
