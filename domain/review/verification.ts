import type { CitationId } from "@/domain/ids";

export const verdicts = ["verified", "disputed"] as const;
export type VerificationVerdict = (typeof verdicts)[number];

/** A reviewer's word on a support, as it was kept: `support` and `digest` are SHA-256, without and with the kept text. */
export type Verification = {
  citation: CitationId;
  support: string;
  digest: string;
  verdict: VerificationVerdict;
  note: string;
  by: string;
  at: string;
};

/**
 * How a support stands. `former` is the newest word on it that does not hold any more: on other words, or beside another
 * text of the source.
 */
export type Standing =
  | { state: "verified"; word: Verification }
  | { state: "disputed"; word: Verification }
  | { state: "unverified"; former: Verification | null };

type Stood = { citation: CitationId; support: string; digest: string };

/**
 * How a support stands by the words on its article, newest first. The newest word on these very words counts. A
 * verification holds while the kept text is the same as well; a dispute stands until the words change or somebody
 * verifies them, whatever is kept meanwhile.
 */
export function standingOf({ citation, support, digest }: Stood, words: readonly Verification[]): Standing {
  const own = words.filter((word) => word.citation === citation);
  const newest = own.find((word) => word.support === support);
  if (newest?.verdict === "disputed") return { state: "disputed", word: newest };
  if (newest?.digest === digest) return { state: "verified", word: newest };
  return { state: "unverified", former: newest ?? own[0] ?? null };
}

/** What lists show of a text: its citations that are verified, those that only rest on something, and its holes. */
export type Coverage = { verified: number; cited: number; held: number };

/** Counts by citations: one is verified when all that it rests on is. `held` counts placeholder links too. */
export function coverageOf(
  citations: readonly { id: CitationId; hole: boolean }[],
  placeholders: number,
  supports: readonly { citation: CitationId; standing: Pick<Standing, "state"> }[],
): Coverage {
  const open = new Set(supports.flatMap(({ citation, standing }) => (standing.state === "verified" ? [] : [citation])));
  const whole = citations.filter(({ hole }) => !hole);
  const cited = whole.filter(({ id }) => open.has(id)).length;
  return {
    verified: whole.length - cited,
    cited,
    held: citations.length - whole.length + placeholders,
  };
}
