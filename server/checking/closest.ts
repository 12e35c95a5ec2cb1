import search from "approx-string-match";
import type { Search } from "@/domain/source/quote/find-near";

/** Approximate search by approx-string-match (Myers 1999, bits in parallel): the closest places of a pattern in a text. */
export const closest: Search = (text, pattern, maxErrors) => search(text, pattern, maxErrors);
