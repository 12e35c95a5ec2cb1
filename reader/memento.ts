import { absolute, articlePath, editionPath, inAscii, timegatePath, timemapPath } from "@/domain/publishing/address";
import { type EditionLine, type EditionView, latestEdition } from "@/domain/publishing/edition";

type Link = { to: string; rel: string; datetime?: string; type?: string };

/** The headers of an edition's permanent page: when it is of, and its neighbours in time (RFC 7089, RFC 5829). */
export function mementoHeaders(view: EditionView): string[] {
  const latest = latestEdition(view);
  const at = (line: EditionLine | undefined, rel: string): Link[] =>
    line ? [{ to: address(view, editionPath(line.slug, line.number)), rel, datetime: httpDate(line.publishedAt) }] : [];
  const numbered = (number: number) => view.editions.find((line) => line.number === number);
  return [
    "memento-datetime",
    httpDate(view.publishedAt),
    "link",
    written([
      ...around(view),
      ...at(view.editions[0], "first memento"),
      ...at(latest, "last memento"),
      ...at(numbered(view.number - 1), "prev memento predecessor-version"),
      // Not "next": Firefox fetches ahead what is called so, which the page's own policy refuses.
      ...at(numbered(view.number + 1), "memento successor-version"),
      { to: address(view, articlePath(latest.slug)), rel: "latest-version" },
    ]).join(", "),
  ];
}

/** The headers of an article's own page: where its editions can be asked for by time. */
export const originalHeaders = (view: EditionView): string[] => ["link", written(around(view)).join(", ")];

/** The article's editions in time, as application/link-format (RFC 6690, RFC 7089). */
export function timemap(view: EditionView): string {
  const { slug } = latestEdition(view);
  const editions = view.editions.map(
    ({ slug: own, number, publishedAt }, index): Link => ({
      to: address(view, editionPath(own, number)),
      rel: [index === 0 && "first", index === view.editions.length - 1 && "last", "memento"].filter(Boolean).join(" "),
      datetime: httpDate(publishedAt),
    }),
  );
  const own: Link = { to: address(view, timemapPath(slug)), rel: "self", type: "application/link-format" };
  const [original, timegate] = around(view);
  return `${written([...(original ? [original] : []), ...(timegate ? [timegate] : []), own, ...editions]).join(",\n")}\n`;
}

function around(view: EditionView): Link[] {
  const { slug } = latestEdition(view);
  return [
    { to: address(view, articlePath(slug)), rel: "original" },
    { to: address(view, timegatePath(slug)), rel: "timegate" },
    { to: address(view, timemapPath(slug)), rel: "timemap", type: "application/link-format" },
  ];
}

const address = ({ site }: EditionView, path: string): string => absolute(site.baseUrl, inAscii(path));

const written = (links: readonly Link[]): string[] =>
  links.map(({ to, rel, datetime, type }) =>
    [`<${to}>; rel="${rel}"`, datetime && `datetime="${datetime}"`, type && `type="${type}"`]
      .filter(Boolean)
      .join("; "),
  );

/** A moment as HTTP says it (RFC 9110, 5.6.7). */
const httpDate = (iso: string): string => new Date(iso).toUTCString();
