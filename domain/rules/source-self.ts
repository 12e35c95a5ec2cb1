import { hostOfRecord, isUnder } from "@/domain/source/host";
import { sourcesBySection } from "./section-sources";
import type { Rule } from "./rule";

/** Who cites only themselves has cited nobody. */
export const sourceSelf: Rule = {
  id: "source/self",
  severity: "warning",
  version: 1,
  summary: "No section rests on our own pages alone.",
  fix: "Cite what the own article rested on, or another witness beside it.",
  waivable: true,
  check: (manuscript, index) => {
    const { ownHosts } = manuscript.facts;
    if (ownHosts.length === 0) return [];
    return sourcesBySection(index).flatMap(({ section, part, sources }) => {
      const isOurs = sources.every(({ record }) => {
        const host = hostOfRecord(record);
        return host !== null && isUnder(host, ownHosts);
      });
      if (!isOurs) return [];
      const name = part.heading ?? "The opening";
      return [
        {
          place: { kind: "section", section },
          excerpt: part.heading ?? "",
          message: `“${name}” cites nobody but ourselves.`,
        },
      ];
    });
  },
};
