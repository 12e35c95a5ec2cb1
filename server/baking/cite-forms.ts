import type { EditionView } from "@/domain/publishing/edition";
import { selfRecord } from "@/domain/publishing/self-record";
import { formats, type WrittenFormat } from "@/server/bibliography/formats";

/** How an edition is cited, as a bibliography of one entry: the edition itself, at its permanent address. */
export function citeForm(format: WrittenFormat, view: EditionView): string {
  const record = selfRecord(view.site, { ...view, publishedAt: new Date(view.publishedAt) });
  const { open, entry, close } = formats[format].write;
  return open + entry(`${view.slug}-${view.number}`, record) + close;
}
