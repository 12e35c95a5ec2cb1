import { absolute, articlePath } from "@/domain/publishing/address";
import { authorsOf } from "@/domain/publishing/authors";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";

/**
 * Highwire's `citation_*` names, as Google Scholar and Zotero read them: title, each author, the day of the first
 * edition (YYYY/MM/DD), the house, the language and the address. The sources are in the JSON-LD, not here again.
 */
export function highwire(view: EditionView, language: string): [name: string, content: string][] {
  const day = (view.editions[0]?.publishedAt ?? view.publishedAt).slice(0, 10).replaceAll("-", "/");
  return [
    ["citation_title", view.title],
    ...authorsOf(view.byline).map(({ name }): [string, string] => ["citation_author", name]),
    ["citation_publication_date", day],
    ["citation_online_date", view.publishedAt.slice(0, 10).replaceAll("-", "/")],
    ["citation_journal_title", view.site.name],
    ["citation_publisher", view.site.name],
    ["citation_language", language],
    ["citation_public_url", absolute(view.site.baseUrl, articlePath(latestEdition(view).slug))],
  ];
}
