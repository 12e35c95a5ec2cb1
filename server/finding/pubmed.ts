import { fail, ok, type Result } from "@/domain/result";
import { pmidOf } from "@/domain/source/pubmed";
import type { Pasted } from "@/domain/source/pasted";
import type { Fetch } from "@/server/http/fetch";
import { ask, askJson, textIn, withQuery } from "./ask";
import type { Asking, Finder, FinderFailure, Found } from "./finder";
import { keepFields } from "./keep-fields";
import { at, listOf, textOf } from "./loose";
import { noticesFromPubmed, pubmedFields } from "./pubmed-record";
import { all, parsedXml } from "./xml";

/** NCBI's E-utilities (`efetch`, XML): a work by its PMID; by DOI through `esearch`, by PMCID through the converter. */
export const pubmed: Finder = {
  id: "pubmed",
  finds: ["pmid", "pmcid", "doi"],
  find: async (query, fetch, asking) => {
    const pmid = await pmidFor(query, fetch, asking);
    if (!pmid.ok) return pmid;
    if (pmid.value === null) return ok([]);
    const { base } = asking.settings.services.pubmed;
    const url = withQuery(`${base}/efetch.fcgi`, { db: "pubmed", id: pmid.value, retmode: "xml", ...manners(asking) });
    const answer = await ask(url, fetch, asking, { accept: ["text/xml", "application/xml"] });
    if (!answer.ok) return answer;
    if (answer.value === null) return ok([]);
    const root = parsedXml(textIn(answer.value));
    if (!root) return fail({ kind: "malformed", why: "Its answer could not be read.", retryAfter: null });
    return ok(worksIn(root).slice(0, 1));
  },
};

function worksIn(root: NonNullable<ReturnType<typeof parsedXml>>): Found[] {
  return [...all(root, "PubmedArticle"), ...all(root, "PubmedBookArticle")].flatMap((article): Found[] => {
    const fields = pubmedFields(article);
    const { record, problems } = keepFields(fields);
    const pmid = pmidOf(textOf(fields.PMID) ?? "");
    if (!record) return [];
    const place = pmid ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` : null;
    return [{ record, problems, notices: pmid ? noticesFromPubmed(article, pmid) : [], at: place }];
  });
}

/** Who asks, as NCBI wants it told. */
const manners = ({ settings }: Asking) => ({ tool: "imprimatur", email: settings.mailto });

async function pmidFor(
  { kind, value }: Pasted,
  fetch: Fetch,
  asking: Asking,
): Promise<Result<string | null, FinderFailure>> {
  if (kind === "pmid") return ok(value);
  if (kind === "pmcid") {
    const query = { ids: value, format: "json", ...manners(asking) };
    const answer = await askJson(withQuery(`${asking.settings.pmcConverter}/`, query), fetch, asking);
    if (!answer.ok) return answer;
    return ok(pmidOf(textOf(at(listOf(at(answer.value, "records"))[0], "pmid")) ?? ""));
  }
  const query = {
    db: "pubmed",
    term: `"${value.replaceAll('"', "")}"[doi]`,
    retmode: "json",
    retmax: "2",
    ...manners(asking),
  };
  const answer = await askJson(withQuery(`${asking.settings.services.pubmed.base}/esearch.fcgi`, query), fetch, asking);
  if (!answer.ok) return answer;
  const ids = listOf(at(answer.value, "esearchresult", "idlist"));
  // A search that falls back to other words finds several; a DOI is of one work.
  return ok(ids.length === 1 ? pmidOf(textOf(ids[0]) ?? "") : null);
}
