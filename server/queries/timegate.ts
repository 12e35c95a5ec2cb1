import type { ReaderAnswer } from "./reader-answer";

const isTimegate = /^\/([^/]+)\/timegate$/;

/** The path of the list of editions that a timegate answers from; null for every other path. */
export function timemapOf(path: string): string | null {
  const slug = isTimegate.exec(path)?.[1];
  return slug === undefined ? null : `/${slug}/timemap`;
}

/**
 * Leads to the edition that was in force at a moment (RFC 7089, 4.2.1), read from the article's timemap: the newest that
 * is not younger, the first for moments before it, the last where no moment is given. A moment that is none is refused.
 */
export function timegateAnswer(timemap: string, acceptDatetime: string | null): ReaderAnswer {
  const wanted = acceptDatetime === null ? Number.POSITIVE_INFINITY : momentIn(acceptDatetime);
  if (wanted === null) return refused;
  const editions = [...timemap.matchAll(/^<([^>]*)>; rel="[^"]*\bmemento"; datetime="([^"]*)"/gm)].map(
    ([, address = "", datetime = ""]) => ({ address, at: Date.parse(datetime) }),
  );
  const edition = editions.findLast(({ at }) => at <= wanted) ?? editions[0];
  if (!edition) return refused;
  const around = timemap
    .split(",\n")
    .filter((line) => /rel="(?:original|self)"/.test(line))
    .map((line) => line.trim().replace('rel="self"', 'rel="timemap"'));
  return {
    status: 302,
    headers: ["location", edition.address, "vary", "accept-datetime", "link", around.join(", "), ...never],
    body: null,
  };
}

/** Only the form of HTTP dates is read (RFC 7089, 2.1.1). */
const momentIn = (header: string): number | null => {
  const known = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(
    header.trim(),
  );
  const at = known ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};

const never = ["cache-control", "no-store", "content-length", "0"];
const refused: ReaderAnswer = { status: 400, headers: ["vary", "accept-datetime", ...never], body: null };
