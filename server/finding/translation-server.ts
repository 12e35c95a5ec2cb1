import { ok } from "@/domain/result";
import { askJson } from "./ask";
import type { Finder, Found } from "./finder";
import { keepFields } from "./keep-fields";
import { isObject } from "@/domain/json";
import { listOf } from "./loose";
import { zoteroFields } from "./zotero-record";

/**
 * Zotero's translators behind Citoid's address (`/data/citation/zotero/{what}`), which answers Zotero's own items to a
 * GET. Off unless the newsroom turns it on: what is looked up goes to somebody else's server.
 */
export const translationServer: Finder = {
  id: "translation-server",
  finds: ["url", "doi", "isbn", "pmid", "pmcid", "arxiv"],
  find: async ({ kind, value }, fetch, asking) => {
    const { base } = asking.settings.services["translation-server"];
    const words = kind === "arxiv" ? `https://arxiv.org/abs/${value}` : value;
    const answer = await askJson(`${base}/data/citation/zotero/${encodeURIComponent(words)}`, fetch, asking);
    if (!answer.ok) return answer;
    const items = listOf(answer.value).filter(isObject).slice(0, 5);
    return ok(
      items.flatMap((item): Found[] => {
        const { record, problems } = keepFields(zoteroFields(item));
        return record ? [{ record, problems, notices: [], at: record.URL ?? null }] : [];
      }),
    );
  },
};
