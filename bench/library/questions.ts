import type { LibraryQuestion } from "@/domain/source/library-question";
import { UserId } from "@/domain/ids";
import { author, word } from "./lines";

const [common, usual, rare] = [word(3), word(400), word(4_900)];

/** What people ask a library: alone and together, what is everywhere and what is nowhere. */
export const questions: Partial<LibraryQuestion>[] = [
  {},
  { sort: "newest" },
  { sort: "cited" },
  { sort: "looked" },
  { sort: "health" },
  { q: common },
  { q: usual },
  { q: rare },
  { q: `${common} ${word(7)}` },
  { q: `${common} ${rare}` },
  { q: "family17 2004" },
  { q: "10.5555/bench.777" },
  { q: "h77.example/777" },
  { q: "nobodywrotethis" },
  { q: common, sort: "cited" },
  { q: usual, sort: "health", link: "dead" },
  { q: rare, type: "webpage" },
  { type: "book" },
  { type: "legislation" },
  { link: "dead" },
  { link: "dead", sort: "cited" },
  { link: "alive", sort: "health" },
  { link: "none", sort: "looked" },
  { standing: "retracted" },
  { standing: "retracted", used: "yes" },
  { used: "no", sort: "cited" },
  { used: "yes", sort: "newest" },
  { by: UserId.parse(author) },
  { in: "Container 11" },
  { in: "Container 11", type: "article-journal", from: 2001, to: 2004 },
  { tag: "tag3" },
  { tag: "tag3", link: "gone", used: "yes" },
  { tag: "rare7" },
  { from: 1999, to: 1999 },
  { from: 1990, to: 1995, type: "report", link: "unreachable" },
  { added: "week", sort: "newest" },
  { added: "day", type: "book" },
  { q: usual, type: "article-journal", link: "dead", used: "yes", from: 1990, to: 2020, sort: "health" },
];
