import { fail, ok, type Result } from "@/domain/result";
import { doiOf } from "./doi";
import { pmidOf } from "./pubmed";
import type { Notice, NoticeKind } from "./notice";
import type { NoticeKey } from "./notice-keys";

/** The columns of the Retraction Watch data (as Crossref publishes it) without which a list says nothing. */
export const neededColumns = ["RetractionNature", "OriginalPaperDOI"] as const;

/** A row of the list by its columns' names. */
export type RetractionRow = Readonly<Record<string, string | undefined>>;

/** What a row says, for each identifier of the work; `flaw` is what of it could not be read though the notice counts. */
export type RowNotices = { notices: (Notice & { reasons: string })[]; flaw: string | null };

/**
 * Reads a row of the Retraction Watch data: what happened to which work, when, by which notice. A row whose day cannot be
 * read counts without one; one that names no work, or says something else than the four natures, is refused.
 */
export function noticesOfRow(
  row: RetractionRow,
): Result<RowNotices, { kind: "no-work" | "unknown-nature"; message: string }> {
  const nature = (row["RetractionNature"] ?? "").trim().toLowerCase();
  const kind = natures[nature];
  if (!kind)
    return fail({
      kind: "unknown-nature",
      message: nature ? `“${nature}” is no nature of a notice.` : "It does not say what happened.",
    });
  const works = worksOf(row);
  if (works.length === 0)
    return fail({ kind: "no-work", message: "It names the work by no DOI and no PubMed number." });
  const written = (row["RetractionDate"] ?? "").trim();
  const noticedOn = dayOf(written);
  const own = doiOf(row["RetractionDOI"] ?? "");
  const id = (row["Record ID"] ?? "").trim();
  const notice = own ?? (id ? `Retraction Watch record ${id}` : null);
  return ok({
    notices: works.map((of) => ({ of, kind, notice, noticedOn, reasons: reasonsIn(row["Reason"] ?? "") })),
    flaw: written && noticedOn === null ? `Its day “${written}” cannot be read; it counts without one.` : null,
  });
}

const natures: Readonly<Record<string, NoticeKind>> = {
  retraction: "retracted",
  "expression of concern": "concern",
  correction: "corrected",
  reinstatement: "reinstated",
};

function worksOf(row: RetractionRow): NoticeKey[] {
  const doi = doiOf(row["OriginalPaperDOI"] ?? "");
  const pmid = pmidOf(row["OriginalPaperPubMedID"] ?? "");
  return [
    ...(doi === null ? [] : [{ scheme: "doi" as const, value: doi }]),
    ...(pmid === null ? [] : [{ scheme: "pmid" as const, value: pmid }]),
  ];
}

/** The list writes days as month/day/year, with an hour after them; newer ones may write ISO 8601. Anything else is null. */
function dayOf(text: string): string | null {
  const [, m, d, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/u.exec(text) ?? [];
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T\s].*)?$/u.exec(text)?.[1];
  const day = iso ?? (y && m && d ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : null);
  if (day === null) return null;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** "+Error in Data;+Unreliable Results;" as "Error in Data; Unreliable Results", at most 1,000 characters. */
const reasonsIn = (text: string): string =>
  text
    .split(";")
    .map((reason) => reason.replace(/^\s*\+?\s*/u, "").trim())
    .filter(Boolean)
    .join("; ")
    .slice(0, 1000);
