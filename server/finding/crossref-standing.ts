import { fail, ok, type Result } from "@/domain/result";
import { doiOf } from "@/domain/source/doi";
import type { Notice } from "@/domain/source/notice";
import type { Fetch } from "@/server/http/fetch";
import { noticesFromCrossref } from "./crossref-notices";
import { isObject } from "@/domain/json";
import { textOf } from "./loose";

/**
 * Why nothing is known after a look-up: Crossref has no such DOI, could not be asked now, or said something that the desk
 * cannot read. None of these is a clear work.
 */
export type NoAnswer = { kind: "unknown-work" | "unavailable" | "unreadable"; reason: string };

/**
 * Asks Crossref (REST API, `/works/{doi}`) for the notices about a work, by a DOI in normal form. An answer counts only if
 * it is about that very work and every update in it is understood: what cannot be read is unknown.
 */
export async function askCrossref(
  fetch: Fetch,
  doi: string,
  { base, mailto, timeoutMs }: { base: string; mailto: string | null; timeoutMs: number },
): Promise<Result<Notice[], NoAnswer>> {
  const polite = mailto === null ? "" : `?mailto=${encodeURIComponent(mailto)}`;
  const url = `${base}/works/${encodeURIComponent(doi)}${polite}`;
  const answer = await fetch(url, { accept: ["application/json"], timeout: timeoutMs });
  if (!answer.ok) return fail({ kind: "unavailable", reason: answer.error.reason });
  const { status, body } = answer.value;
  if (status === 404) return fail({ kind: "unknown-work", reason: "Crossref has no work with this DOI." });
  if (status !== 200) return fail({ kind: "unavailable", reason: `Crossref answered with status ${status}.` });
  return readAnswer(new TextDecoder().decode(body), doi);
}

function readAnswer(text: string, doi: string): Result<Notice[], NoAnswer> {
  const message = messageIn(text);
  if (!isObject(message)) return unreadable("Crossref's answer is not in its documented form.");
  if (doiOf(textOf(message["DOI"]) ?? "") !== doi) return unreadable("Crossref answered about another work.");
  const updates = message["updated-by"] ?? [];
  if (!Array.isArray(updates)) return unreadable("Crossref's list of updates cannot be read.");
  const strange = updates.map(kindOf).find((kind) => kind === null || !known.has(kind));
  if (strange !== undefined)
    return unreadable(
      `Crossref names an update that the desk does not know${strange === null ? "" : ` (${strange})`}.`,
    );
  return ok(noticesFromCrossref(message));
}

const unreadable = (reason: string) => fail({ kind: "unreadable" as const, reason });

function messageIn(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return isObject(answer) ? answer["message"] : null;
  } catch {
    return null;
  }
}

function kindOf(entry: unknown): string | null {
  const type = isObject(entry) && doiOf(textOf(entry["DOI"]) ?? "") !== null ? textOf(entry["type"]) : null;
  return type === null || type === undefined
    ? null
    : type
        .toLowerCase()
        .trim()
        .replace(/[\s-]+/gu, "_");
}

/** The update types of Crossmark and Retraction Watch; those from "new_version" on change nothing about how a work stands. */
const known = new Set([
  "retraction",
  "partial_retraction",
  "withdrawal",
  "removal",
  "expression_of_concern",
  "correction",
  "corrigendum",
  "erratum",
  "addendum",
  "clarification",
  "reinstatement",
  "new_version",
  "new_edition",
  "version_of_record",
  "preprint",
  "review",
  "comment",
  "reply",
]);
