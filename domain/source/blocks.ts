import { identityKeys, keyText } from "./identity";
import { titleWords } from "./like-title";
import { familyNamesOf, yearOf } from "./names";
import type { SourceRecord } from "./record";
import { folded } from "./search-text";

/**
 * What a record shares with every record that it may be likely the same as: its identifiers, the beginning and the end of
 * its title, its first maker with the year. Only records that share one of these are compared, so that a library of
 * 100,000 sources is gone through in minutes.
 */
export function blocksOf(record: SourceRecord): string[] {
  const words = titleWords(record.title).filter((word) => word.length > 3 || /\d/u.test(word));
  const short = titleWords(record.title);
  const telling = words.length >= 2 ? words : short;
  const [maker] = familyNamesOf(record);
  const year = yearOf(record);
  const blocks = [
    ...identityKeys(record).map(keyText),
    `begins ${telling.slice(0, 3).join(" ")}`,
    `ends ${telling.slice(-3).join(" ")}`,
    ...(maker && year !== null ? [`by ${folded(maker)} ${year}`] : []),
  ];
  return [...new Set(blocks.map((block) => block.slice(0, 200)))];
}
