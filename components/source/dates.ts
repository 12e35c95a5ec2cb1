/** CSL date-parts as people type them: 2025, 2025-09 or 2025-09-18. */
export function dateToText(date: { "date-parts": number[][] } | undefined): string {
  const [year, month, day] = date?.["date-parts"][0] ?? [];
  if (year === undefined) return "";
  return [
    String(year).padStart(4, "0"),
    ...[month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, "0")),
  ].join("-");
}

/** The same the other way round; null when it is no such date. */
export function dateFrom(text: string): { "date-parts": number[][] } | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return null;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate())) return null;
  return { "date-parts": [[year, month, day].filter((part) => part !== undefined)] };
}
