import type { Reference } from "./manuscript";
import { describe } from "@/domain/source/describe";

/** The words that a person knows an entry of the source list by: its line as imported, or its source's description. */
export function wordsOfReference({ original, source }: Reference): string {
  return source ? describe(source.record) : (original ?? "");
}
