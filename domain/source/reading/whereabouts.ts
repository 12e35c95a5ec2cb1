import { hasMonth } from "./dates";
import { takeNumbers } from "./numbers";

/** Where a work stands, as far as what follows its title says. */
export type Whereabouts = {
  container: string | null;
  publisher: string | null;
  place: string | null;
  edition: string | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  /** What the words tell of the kind of work. */
  kind: "chapter" | "periodical" | "newspaper" | "book" | "thesis" | null;
};

/** Reads what follows a title: a periodical with its figures, a book that it is a part of, a publisher. */
export function whereaboutsOf(after: string, quoted: boolean): Whereabouts {
  const cleaned = after.replace(/^[\s.,;:—–|-]+/u, "");
  const edition = /\b(\d+)(?:st|nd|rd|th|\.) ?(?:ed\b|edition|aufl)/iu.exec(cleaned)?.[1] ?? null;
  const text = cleaned
    .replace(/[(,]? ?\b\d+(?:st|nd|rd|th|\.) ?(?:edn?\b|edition|auflage|aufl)\.?\)?[.,]?/iu, " ‖ ")
    .replace(/^[\s‖.,]+/u, "");
  const { rest, ...numbers } = takeNumbers(text);
  const none = { container: null, publisher: null, place: null, edition, ...numbers };
  if (/\b(?:diss(?:ertation)?|thesis|thèse|tesis|doctoral)\b/iu.test(cleaned)) return { ...none, kind: "thesis" };
  const inside = /^(?:in|dans|en):? (?=[\p{Lu}“"«(])/iu.exec(rest)?.[0];
  if (inside) return { ...none, ...wholeOf(rest.slice(inside.length), numbers.volume !== null) };
  const imprint = imprintOf(text);
  const named = nameAhead(rest);
  const isPeriodical =
    numbers.volume !== null ||
    numbers.issue !== null ||
    hasMonth(text) ||
    quoted ||
    (numbers.pages !== null && !imprint);
  if (named && isPeriodical && !(imprint && named === imprint.place))
    return {
      ...none,
      container: named,
      kind: (numbers.volume ?? numbers.issue) ? "periodical" : hasMonth(text) ? "newspaper" : null,
    };
  if (imprint) return { ...none, ...imprint, kind: "book" };
  return named && /^[^‖\d]{2,60}(?:[.,;]|$| ‖)/u.test(rest)
    ? { ...none, publisher: named, kind: "book" }
    : { ...none, kind: null };
}

/** The whole that a part stands in, without its editors; a journal after "In:", as Germans write, has a volume. */
function wholeOf(text: string, numbered: boolean): Pick<Whereabouts, "container" | "publisher" | "place" | "kind"> {
  const editors = /^[^‖]{2,90}?[ (,](?:eds?|editors?|hrsg|hgg?|dirs?|coords?)\.?\)?[.:,]?\s+/iu.exec(text)?.[0] ?? "";
  const rest = text.slice(/\bin\b/u.test(editors) ? 0 : editors.length).replace(/^[\s.,:‖]+/u, "");
  const container =
    /^(.{3,200}?)(?=,? (?:edited by|ed\. |eds\. |hrsg|herausg)|[.?!](?:\s|$)|, (?:\p{Lu}|\d|‖)|,? ‖|,? \(|, vol|$)/u.exec(
      rest,
    )?.[1];
  const imprint = imprintOf(rest.slice(container?.length ?? 0));
  const dated = hasMonth(rest);
  return {
    container: container ? trimmed(container) : null,
    publisher: imprint?.publisher ?? null,
    place: imprint?.place ?? null,
    kind: numbered && !imprint ? "periodical" : dated ? "newspaper" : "chapter",
  };
}

/** "Place: Publisher, year", with or without brackets, and "Place, Publisher, year". */
function imprintOf(text: string): { place: string | null; publisher: string } | null {
  const found =
    /(?:^|[(.,‖] ?)(\p{Lu}[^:;.()‖\d]{1,50}(?:\.[^:;.()‖\d]{1,12})?) ?: ?(\p{Lu}[^:;()‖\d]{1,80}?)(?=[.,;)]? (?:1[5-9]|20)\d\d|[.,;)]|\s*‖|$)/u.exec(
      text,
    );
  if (found?.[2]) return { place: trimmed(found[1]?.split(/[.,] /u).at(-1) ?? ""), publisher: trimmed(found[2]) };
  const listed = /^(\p{Lu}[\p{L} -]{2,25}), (\p{Lu}[^,.;:()\d]{2,60}), (?:1[5-9]|20)\d\d/u.exec(text);
  if (listed?.[2]) return { place: listed[1] ?? null, publisher: trimmed(listed[2]) };
  const bracketed = /^\((\p{Lu}[^:;()\d]{2,60}), (?:1[5-9]|20)\d\d\)/u.exec(text)?.[1];
  return bracketed ? { place: null, publisher: trimmed(bracketed) } : null;
}

/** The name that a text begins with, up to a mark or a figure. */
function nameAhead(text: string): string | null {
  const found = /^(?:in |the )?(\p{Lu}(?:[^,.;:()\d‖|“”"\]]|\.(?= ?\p{Lu}\p{L}*\.?(?:[ ,;‖]|$))|, (?=and |& ))*)/u.exec(
    text,
  )?.[0];
  const name = trimmed(found ?? "").replace(
    / (?:and|in|on|vol|Spring|Summer|Autumn|Winter|\p{Lu}\p{Ll}{2,8})$/u,
    (word) =>
      /^ (?:and|in|on|vol|Spring|Summer|Autumn|Winter|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August|September|October|November|December)$/u.test(
        word,
      )
        ? ""
        : word,
  );
  if (name.length < 2 || name.length > 120 || notNames.test(name)) return null;
  return name;
}

const notNames =
  /^(?:accessed|retrieved|available|https?|vol|no|pp?|doi|isbn|published|translated|edited|art|u\.s|patent|version|conference on|staff)\b/iu;

const trimmed = (text: string): string =>
  text
    .replace(/[\s,;:‖(—–|-]+$/gu, "")
    .replace(/(?<=\p{L}{4,})\.$/u, "")
    .replace(/^[\s,;:‖—–|-]+/gu, "")
    .trim();
