import { identityKeys } from "./identity";
import { listedName } from "./names";
import type { SourceRecord } from "./record";

/** The words of a raw line that stand for a source and name none ("various sources"), or null when there are none. */
export function vagueWordsIn(original: string): string | null {
  const line = original.slice(0, 2000);
  if (/https?:\/\/\S|\b10\.\d{4,9}\/\S/u.test(line)) return null;
  const unlabelled = line.replace(/^(?:\[[\d\s,;[\]–-]*\]|\d{1,3}[.)]|[-*•])\s*/u, "");
  const whole = bare(unlabelled);
  if (isVague(whole) || emptyWords.test(whole)) return whole;
  const pieces = unlabelled
    .replace(/[“"„«][^”"“»]*[”"“»]/gu, ";")
    .split(/[.;:,()]/u)
    .map(bare)
    .filter((piece) => /\p{L}/u.test(piece) && !dated.test(piece));
  const found = [pieces.at(0), pieces.at(-1)].find((piece) => piece !== undefined && isVagueAside(piece));
  if (found !== undefined) return found;
  const from = /\b(?:from|in|by|via|per|according to) ((?:[\p{Ll}-]+ ){0,4}[\p{Ll}-]+)\.?\s*$/u.exec(unlabelled)?.[1];
  return from && isVague(from) ? from : null;
}

/** The words of a record that stand where a maker or a work should be named, or null when it names them. */
export function vagueWordsOf(record: SourceRecord): string | null {
  const names = [...(record.author ?? []), ...(record.editor ?? [])].map(listedName);
  const places = [record.publisher, record["container-title"]].filter((field) => field !== undefined);
  const found = [...names, ...places].map(bare).find(isVague);
  if (found) return found;
  const title = bare(record.title);
  const alone = names.length === 0 && places.length === 0 && identityKeys(record).length === 0;
  return alone && (isVague(title) || emptyWords.test(title)) ? title : null;
}

/** Beside other words a lone "Data" or "Research" may well be a journal; a lone "internet" is none. */
const isVagueAside = (piece: string): boolean =>
  isVague(piece) &&
  (/\s/u.test(piece) ||
    /^(?:sources|internet|websites?|analysts|experts|insiders|officials|observers|reports)$/iu.test(piece));

const dated =
  /^(?:accessed|retrieved|published|updated|on|in|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december|n\.?d)\b[\s\w]*$/iu;

/** Says whether words are nothing but kinds of source, as "company profiles and news reports". */
function isVague(words: string): boolean {
  const [first = "", ...rest] = words.split(/\s*(?:,|&|\/|\band\/or\b|\band\b|\bor\b)\s*/iu).filter(Boolean);
  return [first, ...rest].every((piece) => kinds.test(piece));
}

const kinds = new RegExp(
  [
    String.raw`^(?:(?:the|from|some|a few|many|several|various|multiple|numerous|different|diverse|other|further|misc(?:ellaneous)?)\s+)*`,
    String.raw`(?:(?:official|unofficial|unnamed|anonymous|reliable|credible|trusted|public|open|online|internet|web|media|news|press|industry|government|academic|company|corporate|market|local|international|national|foreign|expert|financial|business|tech|technology|scientific|research|social|available|published|secondary|primary|background|internal|external|confidential|insider|own|personal|leaked)\s+)*`,
    String.raw`(?:sources?|reports?|reporting|outlets?|articles?|websites?|sites?|media|news|internet|web|press|analysts?|experts?|insiders?|profiles?|statements?|documents?|materials?|publications?|papers|stud(?:y|ies)|research|commentators|observers|briefings?|releases?|coverage|interviews|data|analys[ei]s|newspapers?|blogs?|posts?|filings?|estimates|officials|observations|knowledge|records|literature|references?|authors?|agencies)$`,
  ].join(""),
  "iu",
);

/** Words that point back at another entry or at nothing. */
const emptyWords =
  /^(?:ibid(?:em)?|op\.? ?cit|loc\.? ?cit|idem|id|same|see above|as above|above|n\/?a|none|unknown|no source|unsourced|various|tba|tbd|tbc|tk|link|url|source|google(?: search)?|wikipedia|youtube|twitter|facebook|chatgpt|common knowledge|general knowledge|the author|me)$/iu;

const bare = (text: string): string =>
  text.replace(/^[\s"'“”‘’«»([.,;:–—-]+|[\s"'“”‘’«»)\].,;:–—-]+$/gu, "").replace(/\s+/gu, " ");
