import { fail, ok, type Result } from "@/domain/result";

/** The fields of one entry, names in small letters, values between their brackets; of a repeated one the first counts. */
export type RawFields = Map<string, string>;

/** Reads `name = value, …` with `#` joining pieces and bare words standing for `@string` macros (names in small letters). */
export function readFields(body: string, macros: ReadonlyMap<string, string>): Result<RawFields, string> {
  const fields: RawFields = new Map();
  const place = { at: 0 };
  for (;;) {
    skip(body, place, /[\s,]*/uy);
    if (place.at >= body.length) return ok(fields);
    const name = skip(body, place, /[^\s=,{}"#%()'\\]+/uy).toLowerCase();
    if (name === "") return fail(`“${excerpt(body, place.at)}” is not the name of a field.`);
    skip(body, place, /\s*/uy);
    if (body.charAt(place.at) !== "=") return fail(`The field “${name}” has no “=” after its name.`);
    place.at++;
    const value = readValue(body, place, macros);
    if (value === null) return fail(`The value of the field “${name}” cannot be read.`);
    fields.set(fields.has(name) ? `${name} (again)` : name, value);
    skip(body, place, /\s*/uy);
    if (place.at < body.length && body.charAt(place.at) !== ",")
      return fail(`After the field “${name}” a comma is missing, before “${excerpt(body, place.at)}”.`);
  }
}

type Place = { at: number };

function skip(text: string, place: Place, what: RegExp): string {
  what.lastIndex = place.at;
  const found = what.exec(text)?.[0] ?? "";
  place.at += found.length;
  return found;
}

const excerpt = (text: string, at: number): string =>
  text
    .slice(at, at + 30)
    .replace(/\s+/gu, " ")
    .trim();

function readValue(body: string, place: Place, macros: ReadonlyMap<string, string>): string | null {
  let value = "";
  for (;;) {
    skip(body, place, /\s*/uy);
    const piece = readPiece(body, place, macros);
    if (piece === null) return null;
    value += piece;
    if (value.length > 400_000) return null;
    skip(body, place, /\s*/uy);
    if (body.charAt(place.at) !== "#") return value;
    place.at++;
  }
}

function readPiece(body: string, place: Place, macros: ReadonlyMap<string, string>): string | null {
  const opener = body.charAt(place.at);
  if (opener !== "{" && opener !== '"') {
    const word = skip(body, place, /[^\s=,{}"#%()'\\]+/uy);
    return word === "" ? null : (macros.get(word.toLowerCase()) ?? word);
  }
  const start = place.at + 1;
  let depth = 0;
  for (let at = start; at < body.length; at++) {
    const character = body.charAt(at);
    if (character === "\\") at++;
    else if (depth === 0 && character === (opener === "{" ? "}" : '"')) {
      place.at = at + 1;
      return body.slice(start, at);
    } else if (character === "{") depth++;
    else if (character === "}") depth--;
    if (depth < 0) return null;
  }
  return null;
}

/** The months, which every BibTeX style defines. */
export const monthMacros: ReadonlyMap<string, string> = new Map(
  ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map((name, at) => [
    name,
    String(at + 1),
  ]),
);
