import type { Reference } from "./manuscript";
import { describe } from "@/domain/source/describe";

/** The words that a person knows an entry of the source list by: its line as imported, or its source's description. */
export function wordsOfReference({ original, source }: Reference): string {
  return source ? describe(source.record) : (original ?? "");
}

/** The same with the source's address, so that what is said of one address is not taken for a word on the next. */
export function addressedWords(reference: Reference): string {
  return [wordsOfReference(reference), reference.source?.record.URL].filter(Boolean).join(", ");
}
