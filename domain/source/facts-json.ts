import type { SourceId } from "@/domain/ids";
import type { Facts, QuoteFact, SourceFacts } from "./facts";

/** Facts as plain JSON, as a server hands them to a browser. */
export type FactsJson = {
  at: string;
  sources: readonly (readonly [SourceId, SourceFacts])[];
  quotes: readonly (readonly [string, QuoteFact])[];
  ownHosts: readonly string[];
};

/** Facts on their way out. */
export const factsToJson = ({ at, sources, quotes, ownHosts }: Facts): FactsJson => ({
  at,
  sources: [...sources],
  quotes: [...quotes],
  ownHosts,
});

/** Facts as they arrived. */
export const factsFromJson = ({ at, sources, quotes, ownHosts }: FactsJson): Facts => ({
  at,
  sources: new Map(sources),
  quotes: new Map(quotes),
  ownHosts,
});
