import type { Node } from "prosemirror-model";
import { z } from "zod";
import {
  Claimant,
  ClaimantAddress,
  ClaimantKind,
  ClaimDay,
  ClaimRating,
  ClaimVerdict,
} from "@/domain/document/attributes";
import type { ReferenceId } from "@/domain/ids";
import { citedIn } from "./digest";

/** What the desk says of a claim besides its words and where it was made; the attributes of the schema's `claim`. */
export const ClaimFacts = z.strictObject({
  claimant: Claimant,
  kind: ClaimantKind,
  address: ClaimantAddress,
  day: ClaimDay,
  rating: ClaimRating,
  verdict: ClaimVerdict,
});
export type ClaimFacts = z.infer<typeof ClaimFacts>;

/** A claim that an article reviews: its words, the references that it was made in, in the order of the text, and the facts. */
export type Claim = ClaimFacts & { words: string; sources: ReferenceId[] };

/** The verdicts there are, from the worst to the best: what schema.org's ratingValue counts from 1 to 5. */
export const verdicts = ["False", "Mostly false", "Half true", "Mostly true", "True"] as const;
export const worst = 1;
export const best = verdicts.length;

/** A verdict in words: the desk's own, else the scale's; null while there is none. */
export const verdictOf = ({ rating, verdict }: Pick<ClaimFacts, "rating" | "verdict">): string | null =>
  rating === null ? null : verdict.trim() || (verdicts[rating - 1] ?? null);

/** The facts of a claim in one line, for reviewers and for what is read without a box around it. */
export function claimInWords(facts: ClaimFacts): string {
  const { claimant, kind, address, day, rating } = facts;
  const who = [claimant || "nobody named", kind === "organization" ? "an organisation" : null, address, day];
  const verdict = rating === null ? "no verdict yet" : `verdict: ${verdictOf(facts)}, ${rating} of ${best}`;
  return `claimed by ${who.filter(Boolean).join(", ")}; ${verdict}`;
}

/** The claim that a front reviews; null when it reviews none. */
export function claimOf(front: Node | null | undefined): Claim | null {
  const node = claimNodeOf(front);
  if (!node) return null;
  return {
    ...ClaimFacts.parse(node.attrs),
    words: node.textContent.replace(/\s+/gu, " ").trim(),
    sources: citedIn(node),
  };
}

/** Its node; null when there is none. */
export const claimNodeOf = (front: Node | null | undefined): Node | null =>
  front?.type.name === "front" && front.lastChild?.type.name === "claim" ? front.lastChild : null;
