import { listedName, yearOf } from "@/domain/source/names";
import type { SourceRecord } from "@/domain/source/record";

/** Who made a source, where it stands and when: the line beneath its title. */
export function bylineOf(record: SourceRecord): string {
  const people = record.author ?? record.editor ?? [];
  const who = people.slice(0, 3).map(listedName).join("; ") + (people.length > 3 ? " et al." : "");
  const where = record["container-title"] ?? record["event-title"] ?? record.publisher;
  const year = yearOf(record);
  return [who, where, year === null ? null : year < 0 ? `${-year} BCE` : year].filter((part) => part).join(" · ");
}
