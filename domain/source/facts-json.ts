import type { SourceId } from "@/domain/ids";
import type { Dispute, Facts, QuoteFact, SourceFacts } from "./facts";

/** Facts as plain JSON, as a server hands them to a browser. */
export type FactsJson = {
  at: string;
  sources: readonly (readonly [SourceId, SourceFacts])[];
  quotes: readonly (readonly [string, QuoteFact])[];
  disputes: readonly Dispute[];
  ownHosts: readonly string[];
};

/** Facts on their way out. */
export const factsToJson = ({ at, sources, quotes, disputes, ownHosts }: Facts): FactsJson => ({
  at,
  sources: [...sources],
  quotes: [...quotes],
  disputes,
  ownHosts,
});

/** Facts as they arrived. */
export const factsFromJson = ({ at, sources, quotes, disputes, ownHosts }: FactsJson): Facts => ({
  at,
  sources: new Map(sources),
  quotes: new Map(quotes),
  disputes,
  ownHosts,
});
