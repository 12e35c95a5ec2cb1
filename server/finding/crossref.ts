import { doiOf } from "@/domain/source/doi";
import { fail, ok } from "@/domain/result";
import { askJson, withQuery } from "./ask";
import { noticesFromCrossref } from "./crossref-notices";
import { crossrefFields } from "./crossref-record";
import type { Finder, Found } from "./finder";
import { keepFields } from "./keep-fields";
import { isObject } from "@/domain/json";
import { at, listOf, textOf } from "./loose";

/**
 * Crossref's REST API: a work by its DOI, books by their ISBN, and for a line of a reference list the five works that
 * its words fit best (`query.bibliographic`).
 */
export const crossref: Finder = {
  id: "crossref",
  finds: ["doi", "isbn", "line"],
  find: async ({ kind, value }, fetch, asking) => {
    const { base } = asking.settings.services.crossref;
    const mailto = asking.settings.mailto;
    const url =
      kind === "doi"
        ? withQuery(`${base}/works/${encodeURIComponent(value)}`, { mailto })
        : kind === "isbn"
          ? withQuery(`${base}/works`, { filter: `isbn:${value},${bookTypes}`, rows: "5", mailto })
          : withQuery(`${base}/works`, { "query.bibliographic": value.slice(0, 500), rows: "5", mailto });
    const answer = await askJson(url, fetch, asking);
    if (!answer.ok) return answer;
    if (answer.value === null) return ok([]);
    const message = at(answer.value, "message");
    if (!isObject(message))
      return fail({ kind: "malformed", why: "Its answer has no message in it.", retryAfter: null });
    const works = kind === "doi" ? [message] : listOf(message["items"]).slice(0, 5);
    return ok(works.flatMap((work) => foundIn(work)));
  },
};

const bookTypes = "type:book,type:monograph,type:edited-book,type:reference-book";

function foundIn(work: unknown): Found[] {
  if (!isObject(work)) return [];
  const { record, problems } = keepFields(crossrefFields(work));
  if (!record) return [];
  const doi = doiOf(textOf(work["DOI"]) ?? "");
  return [
    { record, problems, notices: noticesFromCrossref(work), at: doi ? `https://doi.org/${encodeURI(doi)}` : null },
  ];
}
