import { partId } from "@/domain/document/parts";
import { claimNodeOf, claimOf } from "@/domain/publishing/claim";
import type { Rule } from "./rule";

/** Nobody can review a claim that readers cannot look up where it was made. */
export const claimUnsourced: Rule = {
  id: "claim/unsourced",
  severity: "blocker",
  version: 1,
  summary: "A claim under review cites where it was made.",
  fix: "Choose the source in which the claim was made (More → Claim under review), or cite it behind the claim’s words.",
  waivable: false,
  check: ({ document: { firstChild: front } }) => {
    const node = claimNodeOf(front);
    const claim = claimOf(front);
    if (!front || !node || !claim || claim.sources.length > 0) return [];
    return [
      {
        place: { kind: "front", section: partId(front), at: front.content.size - node.nodeSize + 1 },
        excerpt: claim.words || "Claim under review",
        message: "The claim under review does not say where it was made: it cites no source.",
      },
    ];
  },
};
