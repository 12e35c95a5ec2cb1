import type { SourceName } from "@/domain/source/record";
import { isObject } from "@/domain/json";
import { at, textOf } from "./loose";
import { plainText } from "./plain-text";

/**
 * One person or body as CSL keeps it, from a name in one piece: "Cho, Junghoo", "Junghoo Cho", "Ludwig van Beethoven",
 * "King, Martin Luther, Jr."; what reads like an institution stays whole. Null for nothing.
 */
export function nameFromText(text: string): SourceName | null {
  const name = plainText(text)
    .replace(/^by\s+(?=\p{Lu})|[;,\s]+$/giu, "")
    .slice(0, 300);
  if (name === "" || /^https?:|@|^\W+$/iu.test(name)) return null;
  if (isBody(name)) return { literal: name };
  if (name.includes(",")) return inverted(name);
  return inOrder(name);
}

/** The people of a text that lists several: parted by semicolons, "and", or commas between whole names. */
export function namesFromText(listed: string): SourceName[] {
  const text = listed.slice(0, 3000);
  const parts = text.includes(";")
    ? text.split(";")
    : /^\p{L}[^,]*\s[^,]*(?:,\s*\p{L}[^,]*\s[^,]*)+$/u.test(text) || /\s(?:and|&|und|et)\s/u.test(text)
      ? text.split(/,\s*(?:and|&)?\s*|\s+(?:and|&|und|et)\s+/u)
      : [text];
  return parts.flatMap((part) => nameFromText(part) ?? []);
}

/** A name from its parts, as Crossref, DataCite and CSL write it; a part that is empty is left out. */
export function nameFromParts(value: unknown): SourceName | null {
  if (typeof value === "string") return nameFromText(value);
  if (!isObject(value)) return null;
  const part = (...names: string[]): string | undefined => {
    const found = names.map((name) => textOf(at(value, name))).find((text) => text !== undefined);
    return found === undefined ? undefined : plainText(found) || undefined;
  };
  const family = part("family", "familyName");
  const given = part("given", "givenName");
  const whole = part("literal", "name");
  if (!family) return whole ? { literal: whole } : given ? { literal: given } : null;
  const rest = {
    given,
    suffix: part("suffix"),
    "non-dropping-particle": part("non-dropping-particle"),
    "dropping-particle": part("dropping-particle"),
  };
  const told = Object.entries(rest).filter(([, text]) => text !== undefined);
  return told.length === 0 ? { literal: family } : { family, ...Object.fromEntries(told) };
}

const suffixes = /^(?:Jr|Sr|I{2,3}|IV|VI{0,3}|[234](?:nd|rd|th))\.?$/u;

function inverted(name: string): SourceName {
  const [family = "", ...rest] = name.split(",").map((part) => part.trim());
  const suffix = rest.find((part) => suffixes.test(part));
  const given = rest.filter((part) => part !== suffix && part !== "").join(" ");
  if (!given) {
    const whole = inOrder(family);
    return suffix ? { ...("literal" in whole ? { family } : whole), suffix } : { literal: family };
  }
  return { family, given, ...(suffix ? { suffix } : {}) };
}

function inOrder(name: string): SourceName {
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  const suffix = words.length > 2 && suffixes.test(last) ? words.pop() : undefined;
  if (words.length < 2) return { literal: name };
  let from = words.length - 1;
  while (from > 1 && particles.test(words[from - 1] ?? "")) from--;
  const family = words.slice(from).join(" ");
  return { family, given: words.slice(0, from).join(" "), ...(suffix ? { suffix } : {}) };
}

/** Small words that belong to the family name that follows. */
const particles = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|af|av|bin|ibn|el|al|'t)$/u;

/** Words that no person is called by. */
const isBody = (name: string): boolean =>
  /\b(?:collaboration|consortium|committee|commission|council|group|team|network|university|universit\w+|institut\w*|department|ministry|office|agency|association|society|foundation|organi[sz]ation|authority|bureau|centre|center|museum|library|press|news|times|staff|editors?|board|inc|ltd|llc|gmbh|corp\w*|company|government|parliament|court|union|bank|laborator\w+)\b/iu.test(
    name,
  );
