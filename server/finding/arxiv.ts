import { fail, ok } from "@/domain/result";
import { arxivIdOf } from "@/domain/source/arxiv";
import { ask, textIn, withQuery } from "./ask";
import type { Finder, Found } from "./finder";
import { keepFields } from "./keep-fields";
import { plainParagraphs } from "./plain-text";
import { dateFromText } from "./written-date";
import { nameFromText } from "./written-name";
import { all, parsedXml, wordsOf, type XmlElement } from "./xml";

/** arXiv's API (Atom): a paper by its number, in the version that was asked for, else in the newest. */
export const arxiv: Finder = {
  id: "arxiv",
  finds: ["arxiv"],
  find: async ({ value }, fetch, asking) => {
    const { base } = asking.settings.services.arxiv;
    const url = withQuery(`${base}/api/query`, { id_list: value, max_results: "1" });
    const answer = await ask(url, fetch, asking, { accept: ["application/atom+xml", "application/xml", "text/xml"] });
    if (!answer.ok) return answer;
    if (answer.value === null) return ok([]);
    const feed = parsedXml(textIn(answer.value));
    if (!feed) return fail({ kind: "malformed", why: "Its answer could not be read.", retryAfter: null });
    const [entry] = all(feed, "entry");
    return ok(entry ? foundIn(entry, value) : []);
  },
};

/** An entry without an arXiv address is an error that came as one ("incorrect id format"). */
function foundIn(entry: XmlElement, asked: string): Found[] {
  const place = wordsOf(entry, "id")?.replace(/^http:/u, "https:") ?? "";
  const id = arxivIdOf(place);
  if (!id) return [];
  const version = /v\d+$/u.exec(asked)?.[0] ?? "";
  const written = version && version !== "v1" ? wordsOf(entry, "updated") : wordsOf(entry, "published");
  const published = wordsOf(entry, "arxiv:doi");
  const journal = wordsOf(entry, "arxiv:journal_ref");
  const { record, problems } = keepFields({
    type: "article",
    title: wordsOf(entry, "title"),
    author: all(entry, "author").map((author) => nameFromText(wordsOf(author, "name") ?? "")),
    issued: dateFromText(written ?? ""),
    publisher: "arXiv",
    number: `arXiv:${id}${version}`,
    genre: "Preprint",
    DOI: `10.48550/arXiv.${id}`,
    URL: `https://arxiv.org/abs/${id}${version}`,
    abstract: plainParagraphs(wordsOf(entry, "summary") ?? ""),
    note: noteOf(published, journal),
  });
  return record ? [{ record, problems, notices: [], at: `https://arxiv.org/abs/${id}` }] : [];
}

/** The version that a journal took is another text, so it is told of and not taken for this one. */
function noteOf(doi: string | undefined, journal: string | undefined): string | undefined {
  if (!doi && !journal) return undefined;
  return `Published since: ${[journal, doi ? `https://doi.org/${doi}` : undefined].filter(Boolean).join(", ")}`;
}
