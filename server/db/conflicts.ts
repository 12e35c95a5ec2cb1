/** The SQLSTATEs after which the same work may well succeed: serialization failure, deadlock, lock not available. */
const passing = new Set(["40001", "40P01", "55P03"]);

/** Whether an error is a write conflict in one of the three shapes that Prisma gives it. */
export function isConflict(error: unknown): boolean {
  return (
    codeOf(error) === "P2034" || passing.has(sqlStateOf(error) ?? "") || kindOf(error) === "TransactionWriteConflict"
  );
}

/** The SQLSTATE of a failed statement, wherever Prisma put it, or null. */
export function sqlStateOf(error: unknown): string | null {
  return search(error, (value) => {
    const code = value["originalCode"] ?? value["code"];
    return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P20\d\d$/.test(code) ? code : null;
  });
}

/** The name of the constraint that a statement broke, or null; triggers of ours report theirs the same way. */
export function constraintOf(error: unknown): string | null {
  const text = error instanceof Error ? error.message : "";
  return (
    search(error, (value) => (typeof value["constraint"] === "string" ? value["constraint"] : null)) ??
    /"([a-z_]+)"|constraint: `?([a-z_]+)/.exec(text)?.slice(1).find(Boolean) ??
    null
  );
}

const codeOf = (error: unknown): unknown => (isObject(error) ? error["code"] : null);
const kindOf = (error: unknown): string | null =>
  search(error, (value) => (value["kind"] === "TransactionWriteConflict" ? "TransactionWriteConflict" : null));

function search(error: unknown, pick: (value: Record<string, unknown>) => string | null, depth = 0): string | null {
  if (!isObject(error) || depth > 5) return null;
  const found = pick(error);
  if (found) return found;
  for (const next of [error["meta"], error["cause"], error["driverAdapterError"], error["originalError"]]) {
    const deeper = search(next, pick, depth + 1);
    if (deeper) return deeper;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
