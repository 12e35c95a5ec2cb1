/** A title without marks of quotation, what follows it, and how sure it is that it ends there. */
export type Cut = { title: string; rest: string; confidence: number };

/**
 * Cuts the title off a text that begins with one and ends it with a stop, a question mark or a bracket. A question that
 * a sentence follows goes on as its subtitle unless what follows is where the work appeared.
 */
export function cutAtSentence(text: string): Cut {
  const cuts = [...text.matchAll(stops)].filter(({ index }) => index > 2 && !isAbbreviated(text.slice(0, index + 1)));
  const [first, second] = cuts;
  if (!first) return { title: bare(text), rest: "", confidence: 0.6 };
  const cut = (at: RegExpExecArray, confidence: number): Cut => ({
    title: bare(text.slice(0, at.index) + (/^[?!]/u.test(at[0]) ? at[0].charAt(0) : "")),
    rest: text.slice(at.index + (/^[?!.]/u.test(at[0]) ? 1 : 0)).replace(/^[\s—–-]+(?=\S)/u, ""),
    confidence,
  });
  if (!second) return cut(first, 0.9);
  const between = text.slice(first.index + 1, second.index).trim();
  if (/^[?!]/u.test(first[0]) && goesOn(between) && /\p{L}/u.test(text.slice(second.index + 1)))
    return cut(second, 0.85);
  const isSubtitle = subtitle.test(between) && !/\d/u.test(between) && isPlacePublisher(text.slice(second.index + 1));
  return isSubtitle ? cut(second, 0.8) : cut(first, 0.92);
}

/** Cuts the title off a text in the manner of notes: up to a comma, a bracket or a stop. */
export function cutAtComma(text: string): Cut {
  const found = /^(.{3,400}?)(?:, (?=\p{L}|\d)|,? \(|(?<!\b\p{Lu})\. (?=\p{Lu})|[.,]?$)/u.exec(text);
  if (!found) return { title: bare(text), rest: "", confidence: 0.4 };
  const closed = found[0].endsWith("(") ? found[0].length - 1 : found[0].length;
  return { title: bare(found[1] ?? ""), rest: text.slice(closed), confidence: found[0].endsWith("(") ? 0.92 : 0.75 };
}

const stops =
  /[.](?=\s+["“«„‘'¿(\p{Lu}\d—–-])|[.]$|[?!](?=\s+[\p{Lu}(\d])|[?!]$|,? (?=\((?:\d+(?:st|nd|rd|th) ed|report|version|\p{Lu}{2,6} \d|no\.|law com|techn?ical|doctoral|ph\.?d|ed\.|pp?\.|\d+\. aufl))|, (?=\d+(?:st|nd|rd|th|\.) (?:ed|aufl))| (?=— |– |\| )/giu;

/** "vs.", "St.", "No." and single capitals end no sentence. */
const isAbbreviated = (text: string): boolean =>
  /(?:\b(?:vs?|st|dr|mr|mrs|ms|no|vol|ca|cf|al|jr|sr|co|inc|ltd|mt|ft|prof|gen|rev|u\.s)|\b\p{Lu})\.$/iu.test(text) &&
  !/\b(?:vitamin|type|class|group|part|plan|hepatitis|world war) \p{Lu}\.$/iu.test(text);

/** Whether what stands between a question and the next stop is more title: it has no figures, as a place has. */
const goesOn = (between: string): boolean => between.length > 2 && !/\d/u.test(between);

const subtitle =
  /^(?:eine?|der|die|das|zur|zum|von|une?|le|la|les|l’|el|los|an?|the|essai|studien?|beiträge|histoire) /iu;
const isPlacePublisher = (text: string): boolean =>
  /^\s*[^.:;]{2,40}\s?: [^.;]{2,60}[,;]? (?:1[5-9]|20)\d\d/u.test(text);

const bare = (text: string): string =>
  text
    .replace(/^[\s,.;:—–|-]+|[\s,;:—–|-]+$/gu, "")
    .replace(/(?<!\b\p{Lu})\.$/u, "")
    .trim();
