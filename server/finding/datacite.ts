import { fail, ok } from "@/domain/result";
import { arxivIdOf } from "@/domain/source/arxiv";
import { askJson } from "./ask";
import { dataciteFields } from "./datacite-record";
import type { Finder } from "./finder";
import { keepFields } from "./keep-fields";
import { isObject } from "@/domain/json";
import { at, textOf } from "./loose";

/** DataCite's REST API (JSON:API): a work by its DOI; an arXiv paper by the DOI that arXiv gives it. */
export const datacite: Finder = {
  id: "datacite",
  finds: ["doi", "arxiv"],
  find: async ({ kind, value }, fetch, asking) => {
    const doi = kind === "arxiv" ? `10.48550/arxiv.${arxivIdOf(value) ?? value}` : value;
    const url = `${asking.settings.services.datacite.base}/dois/${encodeURIComponent(doi)}`;
    const answer = await askJson(url, fetch, asking, "application/vnd.api+json");
    if (!answer.ok) return answer;
    if (answer.value === null) return ok([]);
    const attributes = at(answer.value, "data", "attributes");
    if (!isObject(attributes))
      return fail({ kind: "malformed", why: "Its answer has no attributes in it.", retryAfter: null });
    if (textOf(attributes["state"]) === "draft") return ok([]);
    const { record, problems } = keepFields(dataciteFields(attributes));
    return ok(record ? [{ record, problems, notices: [], at: `https://doi.org/${encodeURI(doi)}` }] : []);
  },
};
