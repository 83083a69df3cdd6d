/** Something in the solution that would not import, would be dropped silently or would not do what it should. */
export interface Finding {
  /** Path below `solution/`. */
  readonly file: string;
  readonly rule: string;
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Makes findings of one rule: `const unknownColumn = rule('view-columns', 'Name a column …')`. */
export function rule(id: string, remedy: string): (file: string, problem: string) => Finding {
  return (file, problem) => ({ file, rule: id, problem, remedy });
}
