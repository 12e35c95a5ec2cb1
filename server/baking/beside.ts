import { articlePath, besidePaths, editionPath, reportPath, timemapPath } from "@/domain/publishing/address";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import { machineForms, type MachineSuffix } from "@/domain/publishing/machine-forms";
import { SignedReceipt } from "@/domain/publishing/receipt/receipt";
import { timemap } from "@/reader/memento";
import { ChangesPage } from "@/reader/record/changes-page";
import { editionJson } from "@/reader/record/edition-json";
import { editionMarkdown } from "@/reader/record/edition-markdown";
import { ReceiptPage } from "@/reader/record/receipt-page";
import { ReportPage } from "@/reader/record/report-page";
import { citeForm } from "./cite-forms";
import { sha256 } from "@/server/db/digest";
import { markup } from "./markup";
import type { DrawnPage } from "./pack";
import { stylesheet } from "./stylesheet";

const html = "text/html; charset=utf-8";

/**
 * What stands beside the pages of an edition: the same for programs, how to cite it, its receipt, what changed since the
 * edition before; and beside the article's own page besides its editions in time and the form for readers' reports.
 */
export async function drawBeside(view: EditionView, before: EditionView | null): Promise<DrawnPage[]> {
  const style = await stylesheet("record");
  const paths = besidePaths(view.slug, view.number);
  const page = (path: string, contentType: string, text: string): DrawnPage => ({
    path,
    kind: "asset",
    articleId: view.articleId,
    editionId: view.editionId,
    status: 200,
    contentType,
    text,
  });
  const forms = machineForms.map(({ suffix, type }) => ({
    suffix,
    type: `${type}; charset=utf-8`,
    text: write[suffix](view),
  }));
  const drawn = forms.map(({ suffix, type, text }) => page(editionPath(view.slug, view.number) + suffix, type, text));
  const { receipt } = view.record;
  if (receipt !== null) {
    drawn.push(page(paths.signedReceipt, "application/json; charset=utf-8", receipt));
    const signed = readReceipt(receipt);
    if (signed)
      drawn.push(
        page(paths.receipt, html, await markup(ReceiptPage({ view, signed, sha256: sha256(receipt), style }))),
      );
  }
  if (before) drawn.push(page(paths.changes, html, await markup(ChangesPage({ before, view, style }))));
  if (latestEdition(view).number !== view.number) return drawn;
  return [
    ...drawn,
    ...forms.map(({ suffix, type, text }) => page(articlePath(view.slug) + suffix, type, text)),
    page(timemapPath(view.slug), "application/link-format", timemap(view)),
    page(reportPath(view.slug), html, await markup(ReportPage({ view, style }))),
  ];
}

/** The paths beside the permanent page of an edition, whether anything stands there yet or not. */
export function pathsBeside(view: EditionView, before: EditionView | null): string[] {
  const { receipt, signedReceipt, changes } = besidePaths(view.slug, view.number);
  const forms = machineForms.map(({ suffix }) => editionPath(view.slug, view.number) + suffix);
  return [...forms, ...(view.record.receipt === null ? [] : [receipt, signedReceipt]), ...(before ? [changes] : [])];
}

const write: Record<MachineSuffix, (view: EditionView) => string> = {
  ".json": editionJson,
  ".md": editionMarkdown,
  ".bib": (view) => citeForm("bibtex", view),
  ".ris": (view) => citeForm("ris", view),
  ".csl.json": (view) => citeForm("csl-json", view),
};

/** A receipt of another version than ours is published as it is, and not told in words. */
function readReceipt(text: string): SignedReceipt | null {
  const read = SignedReceipt.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}
