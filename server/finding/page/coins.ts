import { doiOf } from "@/domain/source/doi";
import type { Loose } from "@/server/finding/keep-fields";
import { dateFromText } from "@/server/finding/written-date";
import { nameFromText } from "@/server/finding/written-name";

/**
 * COinS: an OpenURL context object (ANSI/NISO Z39.88) in the title of a span. A page with several of them lists works
 * that are not its own, so only a single one is taken.
 */
export function coins(document: Document): Loose {
  const spans = document.querySelectorAll("span.Z3988");
  const context = spans.length === 1 ? spans[0]?.getAttribute("title") : null;
  if (!context) return {};
  const told = new URLSearchParams(context);
  const one = (...names: string[]) => names.map((name) => told.get(name)?.trim()).find(Boolean);
  const format = one("rft_val_fmt") ?? "";
  const genre = one("rft.genre") ?? "";
  const type = format.endsWith(":book")
    ? (books[genre] ?? "book")
    : format.endsWith(":dissertation")
      ? "thesis"
      : format.endsWith(":journal")
        ? genre === "proceeding"
          ? "paper-conference"
          : "article-journal"
        : undefined;
  const whole = type === "book" || type === "thesis" || type === "report";
  const [first, last] = [one("rft.spage"), one("rft.epage")];
  const identifiers = told.getAll("rft_id");
  return {
    type,
    title: whole ? one("rft.btitle", "rft.title") : one("rft.atitle", "rft.title"),
    author: peopleIn(told),
    issued: dateFromText(one("rft.date") ?? ""),
    "container-title": whole ? undefined : one("rft.jtitle", "rft.btitle"),
    publisher: one("rft.pub", "rft.inst"),
    "publisher-place": one("rft.place"),
    volume: one("rft.volume"),
    issue: one("rft.issue"),
    page: one("rft.pages") ?? (first && last ? `${first}-${last}` : first),
    edition: one("rft.edition"),
    ISBN: one("rft.isbn"),
    ISSN: one("rft.issn", "rft.eissn"),
    DOI: identifiers.map(doiOf).find((doi) => doi !== null),
    language: one("rft.language"),
  };
}

const books: Readonly<Record<string, Loose["type"]>> = {
  bookitem: "chapter",
  proceeding: "paper-conference",
  conference: "book",
  report: "report",
};

/** The first author comes in parts, all the others (and often the first again) as whole names. */
function peopleIn(told: URLSearchParams): unknown[] | undefined {
  const family = told.get("rft.aulast")?.trim();
  const given = (told.get("rft.aufirst") ?? told.get("rft.auinit"))?.trim();
  const suffix = told.get("rft.ausuffix")?.trim();
  const first = family && given ? [{ family, given, ...(suffix ? { suffix } : {}) }] : [];
  const others = told.getAll("rft.au").flatMap((name) => nameFromText(name) ?? []);
  const rest = others.filter((name) => !(first.length > 0 && "family" in name && name.family === family));
  const body = nameFromText(told.get("rft.aucorp") ?? "");
  const people = [...first, ...rest, ...(body ? [body] : [])];
  return people.length > 0 ? people : undefined;
}
