/** The answer of a rule: a decision, or every reason against it. Expected refusals are values; an exception is a bug. */
export type Result<T, E> = Ok<T> | Failed<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failed<E> {
  readonly ok: false;
  readonly error: E;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const fail = <E>(error: E): Failed<E> => ({ ok: false, error });
