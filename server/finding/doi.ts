import { fail, ok } from "@/domain/result";
import { askJson } from "./ask";
import { crossrefFields } from "./crossref-record";
import { noticesFromCrossref } from "./crossref-notices";
import type { Finder } from "./finder";
import { keepFields } from "./keep-fields";
import { isObject } from "@/domain/json";
import { at, textOf } from "./loose";
import { cslTypeOf } from "./csl-type";
import { dateFromParts, dateFromText } from "./written-date";

/**
 * Content negotiation at the DOI resolver: whichever agency gave out the DOI answers with CSL-JSON, in a dialect of its
 * own (Crossref's has lists for numbers and its own names of types, others write dates as text).
 */
export const doi: Finder = {
  id: "doi",
  finds: ["doi"],
  find: async ({ value }, fetch, asking) => {
    const path = value.split("/").map(encodeURIComponent).join("/");
    const url = `${asking.settings.services.doi.base}/${path}`;
    const answer = await askJson(url, fetch, asking, "application/vnd.citationstyles.csl+json");
    if (!answer.ok) return answer;
    if (answer.value === null) return ok([]);
    if (!isObject(answer.value))
      return fail({ kind: "malformed", why: "Its answer is not a record.", retryAfter: null });
    const work = answer.value;
    const fields = crossrefFields(work);
    const type = cslTypeOf(textOf(work["type"]) ?? "") ?? fields.type;
    const { record, problems } = keepFields({
      ...fields,
      type,
      "container-title": type === "book" ? undefined : (fields["container-title"] ?? fields["collection-title"]),
      issued: fields.issued ?? writtenDate(work["issued"]) ?? writtenDate(work["published"]),
      DOI: fields.DOI ?? value,
      genre: fields.genre ?? textOf(work["genre"]),
      number: fields.number ?? textOf(work["number"]),
      edition: fields.edition ?? textOf(work["edition"]) ?? textOf(work["version"]),
      "publisher-place": fields["publisher-place"] ?? textOf(work["publisher-place"]),
    });
    const found = { problems, notices: noticesFromCrossref(work), at: `https://doi.org/${encodeURI(value)}` };
    return ok(record ? [{ record, ...found }] : []);
  },
};

function writtenDate(date: unknown) {
  const text = textOf(at(date, "raw")) ?? textOf(at(date, "literal")) ?? textOf(date);
  return dateFromParts(at(date, "date-parts")) ?? (text ? dateFromText(text) : null) ?? undefined;
}
