import { partId } from "@/domain/document/parts";
import { type Claim, claimNodeOf, claimOf } from "@/domain/publishing/claim";
import type { Rule } from "./rule";

/** A review says what was claimed, by whom, and what became of it. */
export const claimIncomplete: Rule = {
  id: "claim/incomplete",
  severity: "blocker",
  version: 1,
  summary: "A claim under review has its words, somebody who made it, and a verdict.",
  fix: "Say it under More → Claim under review.",
  waivable: false,
  check: ({ document: { firstChild: front } }) => {
    const node = claimNodeOf(front);
    const claim = claimOf(front);
    if (!front || !node || !claim) return [];
    const at = front.content.size - node.nodeSize + 1;
    return missingIn(claim).map((message) => ({
      place: { kind: "front", section: partId(front), at },
      excerpt: claim.words || "Claim under review",
      message,
    }));
  },
};

const missingIn = ({ words, claimant, rating }: Claim): string[] => [
  ...(words ? [] : ["The claim under review has no words."]),
  ...(claimant.trim() ? [] : ["Nobody is named who made the claim under review."]),
  ...(rating === null ? ["The claim under review has no verdict."] : []),
];
