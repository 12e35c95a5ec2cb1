import type { SourceName } from "@/domain/source/record";
import { plainLatex } from "./latex";

/**
 * Reads a list of names as BibTeX does: `First von Last`, `von Last, First`, `von Last, Jr., First`, and BibLaTeX's
 * `family=…, given=…, prefix=…`; a name in braces is an organisation's. A prefix is a dropping particle unless said otherwise.
 */
export function readNames(source: string, how: How = {}): SourceName[] {
  return pieces(source, "and")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .flatMap((name) => nameFrom(name, how) ?? []);
}

/** `prefixStays` makes a prefix part of the name; like pandoc, “G.C.” is “G. C.” */
type How = { prefixStays?: boolean; like?: "pandoc" | undefined };

function nameFrom(source: string, how: How): SourceName | null {
  if (isOneGroup(source) || /^others$/iu.test(source)) return literal(plainLatex(source));
  const parts = pieces(source, ",");
  if (parts.every((part) => /^\s*(?:family|given|prefix|suffix|useprefix)(?:-i)?\s*=/iu.test(part)))
    return extended(parts, how);
  const [first = "", second, third] = parts;
  if (second === undefined) return straight(words(first), how);
  const { von, last } = vonLast(words(first));
  const given = third === undefined ? second : parts.slice(2).join(" ");
  return made({ family: last, given, particle: von, suffix: third === undefined ? "" : second }, how);
}

/** “Ludwig van Beethoven”: the last word and what stands before the first small one make the name. */
function straight(all: string[], how: How): SourceName | null {
  const small = all.findIndex((word, at) => at < all.length - 1 && isSmall(word));
  if (small === -1)
    return made({ family: all.at(-1) ?? "", given: all.slice(0, -1).join(" "), particle: "", suffix: "" }, how);
  const { von, last } = vonLast(all.slice(small));
  return made({ family: last, given: all.slice(0, small).join(" "), particle: von, suffix: "" }, how);
}

/** A part before the name that begins with a capital ("Brito da Silva, L.") is part of the name. */
function vonLast(all: string[]): { von: string; last: string } {
  const small = all.findLastIndex((word, at) => at < all.length - 1 && isSmall(word));
  const starts = all[0] !== undefined && isSmall(all[0]) ? small + 1 : 0;
  return { von: all.slice(0, starts).join(" "), last: all.slice(starts).join(" ") };
}

type Parts = { family: string; given: string; particle: string; suffix: string };

function made({ family, given, particle, suffix }: Parts, { prefixStays = false, like }: How): SourceName | null {
  const read = {
    family: plainLatex(family),
    given: like === "pandoc" ? plainLatex(given).replace(/(?<=\p{Lu}\.)(?=\p{Lu}\.)/gu, " ") : plainLatex(given),
    particle: plainLatex(particle),
    suffix: plainLatex(suffix),
  };
  if (!read.family) return literal([read.given, read.particle].filter(Boolean).join(" "));
  return {
    family: read.family,
    ...(read.given ? { given: read.given } : {}),
    ...(read.suffix ? { suffix: read.suffix } : {}),
    ...(read.particle ? { [prefixStays ? "non-dropping-particle" : "dropping-particle"]: read.particle } : {}),
  };
}

const literal = (text: string): SourceName | null => (text ? { literal: text } : null);

function extended(parts: string[], how: How): SourceName | null {
  const said = new Map(
    parts.map((part) => [
      part.slice(0, part.indexOf("=")).trim().toLowerCase(),
      unquoted(part.slice(part.indexOf("=") + 1).trim()),
    ]),
  );
  const stays = said.has("useprefix") ? /^true$/iu.test(said.get("useprefix") ?? "") : how.prefixStays;
  const read = {
    family: said.get("family") ?? "",
    given: said.get("given") ?? "",
    particle: said.get("prefix") ?? "",
    suffix: said.get("suffix") ?? "",
  };
  return made(read, { ...how, prefixStays: stays ?? false });
}

const unquoted = (value: string): string => (/^".*"$/su.test(value) ? value.slice(1, -1) : value);

/** A word is small when its first letter outside braces, or the letter of an accent command, is. */
function isSmall(word: string): boolean {
  const special = word.startsWith("{\\");
  if (word.startsWith("{") && !special) return false;
  const letter = /\p{L}/u.exec(special || word.startsWith("\\") ? plainLatex(word) : word)?.[0];
  return letter !== undefined && letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

const isOneGroup = (source: string): boolean =>
  source.startsWith("{") && !source.startsWith("{\\") && closes(source) === source.length - 1;

/** Where the group that begins a text ends. */
function closes(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === "\\") at++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  return -1;
}

const words = (source: string): string[] => pieces(source, " ").filter((word) => word !== "");

/** Cuts a text outside braces: at commas, at blanks (ties too), or at the word “and”. */
function pieces(source: string, at: "," | " " | "and"): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let place = 0; place < source.length; place++) {
    const character = source.charAt(place);
    if (character === "\\") place++;
    else if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (depth === 0) {
      const length = cutLength(source, place, at);
      if (length === 0) continue;
      found.push(source.slice(from, place));
      from = place + length;
      place = from - 1;
    }
  }
  return [...found, source.slice(from)];
}

function cutLength(source: string, place: number, at: "," | " " | "and"): number {
  if (at === ",") return source.charAt(place) === "," ? 1 : 0;
  if (at === " ") return /[\s~]/u.test(source.charAt(place)) ? 1 : 0;
  if (!/\s/u.test(source.charAt(place))) return 0;
  return /^\s+and(?=\s)/iu.exec(source.slice(place, place + 200))?.[0].length ?? 0;
}
