import { type Actor, may } from "@/domain/access/policy";
import type { LibraryQuestion } from "@/domain/source/library-question";
import { libraryMatches } from "@/server/db/library/records";

/** The first 10,000 sources that a question finds, and whether there are more; null for whoever may not see sources. */
export async function matchingSources(
  actor: Actor,
  question: LibraryQuestion,
  most = 10_000,
): Promise<{ ids: string[]; more: boolean } | null> {
  return may("source.read", actor) ? libraryMatches(question, most) : null;
}
