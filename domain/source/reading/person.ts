import type { SourceName } from "@/domain/source/record";

/** One person taken from the beginning of a text: the name, how it was written and where it ends. */
export type Taken = { name: SourceName; form: "initials" | "full"; inverted: boolean; end: number };

/**
 * Reads the person whose name stands at this place of a text, in any of the forms that reference lists have; null for
 * none. `spoken` says that a full name stands rather in the order that it is spoken in, as all but the first do in Chicago.
 */
export function personAt(text: string, at: number, spoken = false): Taken | null {
  for (const form of spoken ? spokenFirst : forms) {
    form.pattern.lastIndex = at;
    const found = form.pattern.exec(text);
    if (!found || isNoName(found[0])) continue;
    const [whole, left = "", right = ""] = found;
    const [family, given] = form.inverted ? [left, right] : [right, left];
    const name = { family: family.trim(), ...(given ? { given: given.trim() } : {}) };
    return { name, form: form.form, inverted: form.inverted, end: at + whole.length };
  }
  return null;
}

const particle =
  "(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Ee]l|[Aa]l|bin|ibn|[Tt]er|[Tt]en|zu|af|Ní|Mac|Ó)";
const word = "\\p{Lu}[\\p{L}\\p{M}’'ʼ-]+";
const family = `(?:${particle} ){0,3}${word}(?: ${word}){0,2}`;
const oneFamily = `(?:${particle} ){0,3}${word}`;
const dotted = "\\p{Lu}\\p{Ll}?\\.(?:[ -]?\\p{Lu}\\.){0,3}";
const notParticle = `(?!${particle} )`;
const given = `(?:\\p{Lu}\\.? )?${notParticle}${word}(?: (?:${notParticle}${word}|\\p{Lu}\\.?(?!\\p{L}))){0,2}`;
const closes = "(?=[,.;:/&([]|\\s*$|\\s(?:and|et|und|y|e|en|&|\\(|\\d|[-–—]|[\"“«„‘'])|\\s?$)";

const forms: readonly { pattern: RegExp; form: Taken["form"]; inverted: boolean }[] = [
  {
    pattern: new RegExp(`(${family}), ?(${dotted}|\\p{Lu}{1,2}(?![\\p{L}’'.-]))`, "uy"),
    form: "initials",
    inverted: true,
  },
  { pattern: new RegExp(`(${family}) (${dotted}|\\p{Lu}{1,3})${closes}`, "uy"), form: "initials", inverted: true },
  { pattern: new RegExp(`(${dotted}) (${oneFamily})`, "uy"), form: "initials", inverted: false },
  { pattern: new RegExp(`(${family}), (${given})${closes}`, "uy"), form: "full", inverted: true },
  { pattern: new RegExp(`(${given}) (${oneFamily})${closes}`, "uy"), form: "full", inverted: false },
  { pattern: new RegExp(`(${oneFamily})()(?=,? et al)`, "uy"), form: "initials", inverted: true },
];

const spokenFirst = forms.toSorted(
  (one, other) => Number(one.form === "full" && one.inverted) - Number(other.form === "full" && other.inverted),
);

/** A body that publishes is no person, and neither is the beginning of a title. */
const isNoName = (text: string): boolean => isBody(text) || beginning.test(text) || within.test(text);

/** Says whether a text has a word that names a body rather than a person. */
export const isBody = (text: string): boolean => body.test(text);

const body =
  /(?<![\p{L}])(?:institut[eo]?|ministr[yio]\w*|minist[eè]re|department|dep[’']?t|office|bureau|council|union|agency|association|society|trust|commission|group|project|organi[sz]ation|school|university|universit[äéa]\w*|company|corp|inc|ltd|foundation|authority|committee|cent(?:er|re)|statisti\w+|service|board|court|government|bank|bundes\w*|amt|archive|library|museum|team|network|federation|alliance|parliament|congress|senate|academy|college|consortium|initiative|reporter|correspondent|editors|staff|times|gazette|herald|tribune|post|news|BBC|UN|WHO|OECD|NATO|reuters)(?!\p{L})/iu;
const beginning =
  /^(?:the|an?|in|on|of|from|how|why|what|who|when|where|is|are|does|do|can|ein|eine|les|une|un|los|las|het|een|el|new|proc|journal|proceedings|revue|vol|available|available|chapter|report|annual|national|international|world|january|february|march|april|may|june|july|august|september|october|november|december|edited|translated|unpublished)\b/iu;
const within = /, (?:[Ii]n|[Tt]he|an?|[Oo]n|vol|no|pp?|eds?|of)(?![\p{L}.])/u;
