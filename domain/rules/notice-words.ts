import type { SourceFacts } from "@/domain/source/facts";
import type { Reference } from "./manuscript";
import { wordsOfReference } from "./reference-words";

type Standing = NonNullable<SourceFacts["standing"]>;

/** An entry of the list with the notice about its work, so that a waiver of one notice says nothing of the next. */
export const noticedWords = (reference: Reference, { notice }: Standing): string =>
  [wordsOfReference(reference), notice === null ? "" : `notice ${notice}`].filter(Boolean).join(", ");

/** When and by which notice, for the end of a sentence. */
export const noticedOn = ({ noticedOn: day, notice }: Standing): string =>
  `${day === null ? "" : ` on ${day.slice(0, 10)}`}${notice === null ? "" : ` (${notice})`}`;
