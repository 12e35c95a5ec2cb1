/** The answer of anything that may be refused: a value, or a refusal with a `kind`. Exceptions are left for bugs. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value that was granted. */
export const ok = <T>(value: T) => ({ ok: true, value }) as const;

/** Wraps a refusal. */
export const fail = <E>(error: E) => ({ ok: false, error }) as const;
