import type { SourceName, SourceRecord } from "./record";

/** How a source is called in a sentence or a chip: "Halden Works, 2025", "Cho and Garcia-Molina, 2003", "Zittrain et al." */
export function shortNameOf(record: SourceRecord): string {
  const names = familyNamesOf(record);
  const [first, second] = names;
  const who = !first
    ? titleOf(record)
    : names.length > 2
      ? `${first} et al.`
      : second
        ? `${first} and ${second}`
        : first;
  const year = yearOf(record);
  return year === null ? who : `${who}, ${year}`;
}

/** The family names (or whole names of organisations) of those who made the work: its authors, else its editors. */
export function familyNamesOf({ author, editor }: SourceRecord): string[] {
  return (author ?? editor ?? []).map(familyNameOf);
}

/** The year of the first date a record was issued on, or null; years before our era are negative. */
export function yearOf({ issued }: SourceRecord): number | null {
  return issued?.["date-parts"][0]?.[0] ?? null;
}

/** One person as written in a list: "Cho, Junghoo", or an organisation's name. */
export function listedName(name: SourceName): string {
  if ("literal" in name) return name.literal;
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return [familyNameOf(name), given, name.suffix].filter(Boolean).join(", ");
}

function familyNameOf(name: SourceName): string {
  if ("literal" in name) return name.literal;
  const particle = name["non-dropping-particle"];
  return particle ? `${particle}${/['’]$/u.test(particle) ? "" : " "}${name.family}` : name.family;
}

function titleOf({ title }: SourceRecord): string {
  return title.length <= 60 ? `“${title}”` : `“${title.slice(0, 60).replace(/\s+\S*$/u, "")} …”`;
}
