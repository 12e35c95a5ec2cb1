/** Whole days between two moments (ISO 8601); never less than none. */
export function daysBetween(earlier: string, later: string): number {
  return Math.max(0, Math.floor((Date.parse(later) - Date.parse(earlier)) / 86_400_000));
}

/** How long ago something was looked at, in words: "last looked at 41 days ago". */
export function lastLookedAt(checkedAt: string | null, now: string): string {
  if (checkedAt === null) return "never looked at";
  const days = daysBetween(checkedAt, now);
  return `last looked at ${days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`}`;
}
