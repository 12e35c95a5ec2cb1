import { doiOf } from "@/domain/source/doi";
import type { Notice, NoticeKind } from "@/domain/source/notice";
import { isObject } from "@/domain/json";
import { listOf, textOf } from "./loose";

/**
 * The notices that a Crossref work tells of (REST API, `message`): `updated-by` names what was said about this work,
 * `update-to` what this work, a notice itself, says about another; each is `of` the work that it is about. A publisher's
 * "RETRACTED:" before the title counts as one where no entry tells of it.
 */
export function noticesFromCrossref(message: unknown): Notice[] {
  if (!isObject(message)) return [];
  const own = doiOf(textOf(message["DOI"]) ?? "");
  const notices: Notice[] = [];
  for (const entry of listOf(message["updated-by"])) add(notices, own, entry, doiIn(entry));
  for (const entry of listOf(message["update-to"])) add(notices, doiIn(entry), entry, own);
  const title = textOf(listOf(message["title"])[0]) ?? "";
  const told = notices.some(({ of, kind }) => of.value === own && kind === "retracted");
  if (own && !told && /^\s*(?:RETRACTED(?: ARTICLE| CHAPTER| PAPER)?|WITHDRAWN)\s*:/u.test(title))
    notices.push({ of: { scheme: "doi", value: own }, kind: "retracted", notice: null, noticedOn: null });
  return notices;
}

/** Crossref's and Retraction Watch's words for an update; new versions and editions are no notices. */
const kinds: Readonly<Record<string, NoticeKind>> = {
  retraction: "retracted",
  partial_retraction: "retracted",
  withdrawal: "retracted",
  removal: "retracted",
  expression_of_concern: "concern",
  correction: "corrected",
  corrigendum: "corrected",
  erratum: "corrected",
  addendum: "corrected",
  clarification: "corrected",
  reinstatement: "reinstated",
};

function add(notices: Notice[], of: string | null, entry: unknown, notice: string | null): void {
  if (!isObject(entry) || !of) return;
  const kind =
    kinds[
      (textOf(entry["type"]) ?? "")
        .toLowerCase()
        .trim()
        .replace(/[\s-]+/gu, "_")
    ];
  if (!kind) return;
  const found: Notice = { of: { scheme: "doi", value: of }, kind, notice, noticedOn: dayOf(entry["updated"]) };
  if (!notices.some((one) => JSON.stringify(one) === JSON.stringify(found))) notices.push(found);
}

const doiIn = (entry: unknown): string | null => (isObject(entry) ? doiOf(textOf(entry["DOI"]) ?? "") : null);

/** The day of an update; one that is not told to the day is left out. */
function dayOf(updated: unknown): string | null {
  if (!isObject(updated)) return null;
  const [year, month, day] = listOf(listOf(updated["date-parts"])[0]).map(Number);
  const written = [year, month, day].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-");
  const time = textOf(updated["date-time"])?.slice(0, 10) ?? "";
  return [written, time].find(isDay) ?? null;
}

/** Whether a text is a day that there was (ISO 8601). */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
