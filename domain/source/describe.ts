import { listedName, yearOf } from "./names";
import type { SourceRecord } from "./record";

/**
 * A source in one line of plain text, for lists on the desk and for messages: who, title, where, when. It is no citation
 * style; what a reader sees is drawn from the record by the page.
 */
export function describe(record: SourceRecord): string {
  const year = yearOf(record);
  const pieces = [
    who(record),
    `“${record.title}”`,
    where(record),
    record.publisher,
    record.archive_location ? [record.archive, record.archive_location].filter(Boolean).join(" ") : undefined,
    year === null ? undefined : year < 0 ? `${-year} BCE` : String(year),
  ];
  return pieces.filter(Boolean).join(", ");
}

function who({ author, editor }: SourceRecord): string {
  const people = author ?? editor ?? [];
  const names = people.slice(0, 3).map(listedName).join("; ");
  const more = people.length > 3 ? " et al." : "";
  return names && !author ? `${names}${more} (ed.)` : names + more;
}

function where(record: SourceRecord): string {
  const whole = record["container-title"] ?? record["collection-title"] ?? record["event-title"];
  const issue = record.issue ? `(${record.issue})` : "";
  const number = record.volume ? ` ${record.volume}${issue}` : issue && ` ${issue}`;
  const page = record.page ? `, ${record.page}` : "";
  return whole ? `${whole}${number}${page}` : (record.number ?? "");
}
