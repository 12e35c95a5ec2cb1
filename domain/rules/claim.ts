/** What a sentence claims that wants a source, and the words that claim it. */
export type Claim = { does: "gives a figure" | "quotes somebody" | "ranks something first"; words: string };

/**
 * The first checkable claim of a sentence: a figure, a quotation or a superlative; null when there is none. Precision
 * first: years, dates, times, numbers that are names (Windows 11, section 3, 950DT) and "one of the largest" are no
 * claims, and neither is a question.
 */
export function claimIn(sentence: string): Claim | null {
  if (/\?["'”’»)\]]*\s*$/u.test(sentence.slice(-20))) return null;
  const words = sentence.slice(0, 2000);
  const figure = figureIn(words);
  if (figure) return { does: "gives a figure", words: figure };
  const quoted = quotationIn(words);
  if (quoted) return { does: "quotes somebody", words: quoted };
  const first = superlative.exec(words)?.[0];
  return first ? { does: "ranks something first", words: first.trim() } : null;
}

function figureIn(sentence: string): string | null {
  const measured = measure.exec(sentence) ?? inWords.exec(sentence);
  if (measured) return measured[0].trim();
  for (const match of sentence.matchAll(number)) {
    const before = sentence.slice(Math.max(0, match.index - 60), match.index);
    const end = match.index + match[0].length;
    const after = sentence.slice(end, end + 30);
    if (!isName(before, match[0], after) && !isDate(before, match[0], after)) return match[0];
  }
  return null;
}

/** Numbers with a unit that only amounts have. */
const magnitude = "(?:hundred|thousand|million|billion|trillion|dozen|percent|per cent|percentage points?)";
const measure = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:[$€£¥]\s?\d[\d.,]*\d|[$€£¥]\s?\d|\d[\d.,]*\s?(?:[%‰]|${magnitude}\b|(?:bn|mn|km|kg|MW|GW|TW|kWh|MWh|GWh|TWh|°C|°F)\b))(?: (?:million|billion|trillion)\b)?`,
  "u",
);
const spelled =
  "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
const inWords = new RegExp(
  String.raw`\b(?:(?:a|one|${spelled}(?:-\p{L}+)?) ${magnitude}\b|(?:a|one|two|three|four)[ -](?:third|quarter|fifth|sixth|tenth)s?(?= (?:of|more|less|fewer)\b)|half (?:of|the)\b(?! (?:time|way))|(?:twice|three times|four times|ten times) (?:as|the|more)\b|(?:doubled|tripled|trebled|quadrupled|halved)\b)`,
  "iu",
);

/** A number of its own: not glued to a word, a sign of code, another number's point or an ordinal's ending. */
const number = /(?<![\p{L}\p{N}_#@/.:,^~§([–—-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}_/:)\]–—-])(?!\.\d)/gu;

function isName(before: string, digits: string, after: string): boolean {
  if (before.trim() === "" && /^[.)]\s/u.test(after)) return true;
  if (/[=<>≤≥+*|&\\{}^_$]\s*$/u.test(before) || /^\s*[=<>≤≥+*|&\\{}^]/u.test(after)) return true;
  if (/(?:\p{Lu}[\p{L}\p{N}.-]*|\b(?:no|nos|nr|p|pp|art|ch|sec|vol|fig|eq|v)\.)\s$/u.test(before) && !opens(before))
    return true;
  return named.test(before) || /^[01]$/u.test(digits) || (/^\d$/u.test(digits) && /^\s*$|^[.,;:]/u.test(after));
}

/** A capital that only starts the sentence ("Some 40 people") makes no name of the number after it. */
const opens = (before: string): boolean =>
  !/^["'“‘«]?(?:\p{Lu}\p{Ll}*[\p{Lu}\p{N}])/u.test(before) && quantifiers.test(before);
const quantifiers =
  /^["'“‘«]?(?:Some|About|Around|Nearly|Almost|Only|Over|Under|At|The|These|Those|All|Of|In|By|With|For|From|More|Fewer|Up|Roughly|Approximately|And|But|Just|Another|Its|His|Her|Their|Our)\s$/u;
const named =
  /\b(?:section|chapter|part|step|figure|table|page|pages|line|note|appendix|article|item|question|phase|stage|level|version|release|volume|issue|number|episode|season|grade|type|class|category|tier|round|day|week|model|group|layer|option|rule|point|grant|award|project|contract|bill|port|room|route|channel|age|aged)s?\s$/iu;

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const monthAfter = new RegExp(String.raw`^(?:\s|st |nd |rd |th )(?:of )?${month}\b`, "u");
const monthBefore = new RegExp(String.raw`\b${month}\.?(?: \d{1,2},)? $`, "u");

/** A year of its own, a day of a month, an hour. */
function isDate(before: string, digits: string, after: string): boolean {
  if (
    /^(?:1\d|20|21)\d\d$/u.test(digits) &&
    !/^ (?:people|men|women|children|jobs|cases|deaths|pages|units|workers|times)\b/u.test(after)
  )
    return true;
  if (/^\s?(?:BCE?|CE|AD|[ap]\.?m\b|o’clock|o'clock)/u.test(after) || /\b(?:AD|circa|c\.)\s$/u.test(before))
    return true;
  return monthAfter.test(after) || monthBefore.test(before);
}

const speech =
  /\b(?:says?|said|saying|told|tells|writes?|wrote|written|calls?|called|declared?s?|announced|argued?s?|stated?s?|claimed?s?|warned|added|insisted|noted|described|explained|according to|in the words of|quoted)\b/iu;

/** Words between quotation marks that somebody is said to have said, or five words and more; shorter ones are scare quotes or titles. */
function quotationIn(sentence: string): string | null {
  for (const match of sentence.matchAll(/[“„«]([^“”„«»]+)[”“»]?|"([^"]+)"/gu)) {
    const words = (match[1] ?? match[2] ?? "").trim();
    const count = words.split(/\s+/u).length;
    const isTitle = words.split(/\s+/u).every((word) => /^[\p{Lu}\p{N}]/u.test(word) || word.length <= 4);
    if (count >= 5 && !isTitle) return words.length > 60 ? `${words.slice(0, 60).replace(/\s\S*$/u, "")} …` : words;
    if (count >= 2 && !isTitle && speech.test(sentence.replace(match[0], " "))) return words;
  }
  return null;
}

const adjectives =
  "largest|biggest|smallest|highest|lowest|fastest|slowest|oldest|youngest|richest|poorest|strongest|weakest|longest|shortest|tallest|deepest|heaviest|deadliest|cheapest|costliest|earliest|greatest|busiest|worst|best|hottest|coldest|warmest|driest|wettest|safest|rarest|densest|closest|widest|brightest|steepest|toughest|finest|farthest|furthest|leading|foremost";
/** "the largest", "the world’s first", "the most expensive"; not "one of the", "among the", "the best of all, ask yourself". */
const superlative = new RegExp(
  String.raw`(?<!\b(?:one|some|many|several|two|three|few|any|none) of |\bamong |\bamongst )\b(?:(?:the|its|their|his|her)\s(?:(?:\p{L}+[’']s\s|single |by far |second[- ])?(?:${adjectives})\b(?! (?:way|thing|part|of intentions|to|in the morning|practices?|known as))|(?:most|least) (?!\p{Ll}+ly\b|of\b|part\b|one\b|recent\b|important thing\b)\p{Ll}{4,}(?=\s)|(?:first|only) (?:ever|country|company|person|woman|man|nation|city|state|study|time in)\b)|(?:world|country|nation|continent|city|industry)[’']s (?:first|only|${adjectives})\b|record (?:high|low)\b)`,
  "iu",
);
