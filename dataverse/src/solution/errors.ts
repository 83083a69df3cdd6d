/** A file of the solution that cannot be read as what it should be. `file` is its path below the solution's root. */
export class SolutionReadError extends Error {
  constructor(
    readonly file: string,
    readonly problem: string,
  ) {
    super(`${file}: ${problem}`);
    this.name = 'SolutionReadError';
  }
}

/** What is wrong inside a file whose name the thrower does not know; `reading` adds it. */
export class ShapeError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'ShapeError';
  }
}

/** Runs `work` for one file; a {@link ShapeError} becomes a {@link SolutionReadError} that names the file. */
export function reading<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ShapeError) throw new SolutionReadError(file, error.message);
    throw error;
  }
}
