import type { SourceName } from "@/domain/source/record";
import { isBody, personAt, type Taken } from "./person";

/** The people at the head of a line: their names, where what follows them begins, and how sure it is that they are people. */
export type People = { names: SourceName[]; end: number; editors: boolean; confidence: number };

/** Takes the list of people that a text begins with, up to the first thing that is no name; null where it begins with none. */
export function takePeople(text: string): People | null {
  const start = /^(?:by|von|par|por|door) (?=\p{Lu})/iu.exec(text)?.[0].length ?? 0;
  const taken: Taken[] = [];
  const ends: number[] = [];
  let lastJoined = false;
  for (let at = start; taken.length < 60; ) {
    const person = personAt(text, at, taken.length > 0 && !/[;/] ?$/u.test(text.slice(0, at)));
    if (!person || !fits(person, taken)) break;
    taken.push(person);
    ends.push(person.end);
    const next = separatorAt(text, person.end);
    if (next === null) break;
    lastJoined = next.joins;
    at = next.end;
    if (lastJoined && !personAt(text, at)) break;
  }
  const kept = withoutStrays(taken, text, ends);
  if (kept.length === 0) return null;
  const close = closing(text, ends[kept.length - 1] ?? start);
  const sure = kept.every(({ form }) => form === "initials") ? 0.97 : kept[0]?.inverted ? 0.95 : 0.9;
  return { names: kept.map(({ name }) => name), ...close, confidence: sure };
}

/** After people with initials come no full names in given order, unless joined as Chicago does after an inverted first. */
function fits(person: Taken, before: readonly Taken[]): boolean {
  const [first] = before;
  if (!first) return true;
  if (person.form === "full" && first.form === "initials") return false;
  return !(person.inverted && person.form === "full" && !first.inverted);
}

/** Full names in a row must be joined at the end ("A, B, and C"); else the second is the beginning of a title. */
function withoutStrays(taken: readonly Taken[], text: string, ends: readonly number[]): readonly Taken[] {
  if (taken.length < 2 || taken.every(({ form }) => form === "initials")) return taken;
  const joinedAt = taken.findLastIndex((_, at) => at > 0 && isJoined(text.slice(ends[at - 1], ends[at])));
  return taken.slice(0, Math.max(joinedAt + 1, 1));
}

const isJoined = (between: string): boolean => /^,? (?:and|&|et|und|y|e|en) |^\s?[;/&]/u.test(between);

function separatorAt(text: string, at: number): { end: number; joins: boolean } | null {
  separator.lastIndex = at;
  const found = separator.exec(text);
  return found ? { end: at + found[0].length, joins: found[1] !== undefined } : null;
}

const separator = /(?:,? ?(and|&|et|und|y|e|en) |; ?(?:and |& )?|\/ ?|, ?)(?!et al)/uy;

/** "et al.", "(Eds.)" and the stop after a list belong to it. */
function closing(text: string, at: number): { end: number; editors: boolean } {
  closer.lastIndex = at;
  const found = closer.exec(text);
  const end = at + (found?.[0].length ?? 0);
  return { end, editors: /ed(?:s|itors?)?\b|hrsg|hg\b|dir\b|coord\b/iu.test(found?.[0] ?? "") };
}

const closer =
  /(?:,? ?(?:et al\.?|and others|u\. ?a\.|&c\.?))?(?:,? ?\(?(?:eds?|editors?|hrsg|hg|dirs?|coords?)\b\.?\)?)?/iuy;

/** A body that a line begins with, up to a mark or a bracket; null where the first words name none. `bound` means that a date follows it. */
export function takeBody(text: string): People | null {
  const dated = /^([^“”"«„(]{2,120}?)[.,]? \((?:(?:1[5-9]|20)\d\d[a-z]?\b|n\.d\.|in press|o\.J\.)/u.exec(text)?.[1];
  const marked = /^(\p{Lu}[^“”"«„(.,:]{2,90}?)(?=[.,:](?:\s|$)| [“"«„‘'(])/u.exec(text)?.[1];
  const role = /^([^“”"«„(]{2,120}?) \((?:Hrsg|Hg|Eds?)\.?\)/u.exec(text);
  const found = role?.[1] ?? dated ?? (marked && isBody(marked) ? marked : null);
  if (!found || found.split(" ").length > 14 || /[?!]|\. /u.test(found) || (!role && !isNameLike(found))) return null;
  const at = closing(text, found.length);
  return { names: [{ literal: found.trim() }], ...at, confidence: isBody(found) ? 0.9 : dated ? 0.85 : 0.6 };
}

/** Names of bodies are written large but for the small words between, and hold no figures. */
const isNameLike = (text: string): boolean =>
  romance.test(text) ||
  (text
    .split(" ")
    .every((word) =>
      /^(?:\p{Lu}|&|of|for|on|in|the|and|de|des?|du|la|las?|los|les|el|l’|d’|y|e|et|und|für|der|die|van|voor|national|statistique)/u.test(
        word,
      ),
    ) &&
    !/\d{3}/u.test(text));
const romance =
  /^(?:institut[eo]?|minist[eè]r(?:e|io)|conse(?:il|jo)|agence|agencia|comité|universi[td][\p{L}]+|académie|academia) [\p{L}’' -]{4,60}$/iu;
