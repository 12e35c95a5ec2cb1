export const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The encoding that a request would have (RFC 9110, 12.5.3): the one with the highest weight, and among equals the
 * smallest. Without the header it is identity; a request that refuses even that gets it all the same, not an error.
 */
export function preferredEncoding(header: string | null): Encoding {
  if (header === null) return "identity";
  const known = decided.get(header);
  if (known) return known;
  const encoding = decide(header);
  if (decided.size < mostDecided) decided.set(header, encoding);
  return encoding;
}

/** Browsers send a handful of different headers, and each is read once. */
const decided = new Map<string, Encoding>();
const mostDecided = 200;

function decide(header: string): Encoding {
  const weights = weightsIn(header);
  const weightOf = (encoding: Encoding): number =>
    weights.get(encoding) ??
    (encoding === "gzip" ? weights.get("x-gzip") : undefined) ??
    (encoding === "identity" ? Math.min(weights.get("*") ?? lowest, lowest) : (weights.get("*") ?? 0));
  const offered = encodings.map((encoding) => ({ encoding, weight: weightOf(encoding) }));
  const best = Math.max(...offered.map(({ weight }) => weight));
  return (best > 0 && offered.find(({ weight }) => weight === best)?.encoding) || "identity";
}

/** Identity is acceptable where nobody says otherwise, but anything that is asked for comes first. */
const lowest = 0.0001;

function weightsIn(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const entry of header.split(",")) {
    const [name = "", ...parameters] = entry.split(";").map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
    const weight = q === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0;
    if (name) weights.set(name, weight);
  }
  return weights;
}
