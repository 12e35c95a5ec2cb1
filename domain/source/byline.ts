import { listedName, yearOf } from "./names";
import type { SourceRecord } from "./record";

/** Who made a source, where it stands and when: the line beneath its title, which tells it from others of that title. */
export function bylineOf(record: SourceRecord): string {
  const people = record.author ?? record.editor ?? [];
  const who = people.slice(0, 3).map(listedName).join("; ") + (people.length > 3 ? " et al." : "");
  const where = record["container-title"] ?? record["event-title"] ?? record.publisher;
  const year = yearOf(record);
  const when = year === null ? null : year < 0 ? `${-year} BCE` : String(year);
  return [who, where, when].filter(Boolean).join(" · ");
}
