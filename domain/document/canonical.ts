/**
 * Canonical JSON as in RFC 8785: object keys in UTF-16 order, ECMAScript number and string forms, no white space.
 * Two values with the same meaning have the same text, so a SHA-256 of it identifies the value.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError("RFC 8785 has no form for a number that is not finite");
  return JSON.stringify(value);
}
