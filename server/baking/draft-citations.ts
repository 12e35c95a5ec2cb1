import type { Formatted } from "@/domain/citation/formatted";
import type { ArticleId } from "@/domain/ids";
import { ok, type Result } from "@/domain/result";
import { atOneMoment } from "@/server/db";
import { citingOf } from "@/server/db/citing";
import { readDraft } from "@/server/db/draft";
import { type CitingRefusal, made } from "./formatting";
import { textOf } from "./text-citations";

/** A draft's citations as its style draws them, and which style that is. */
export type DraftCitations = Formatted & { style: string; title: string; locale: string };

/** Formats the citations of a draft as it stands, or answers what is kept; null when there is no such article. */
export async function draftCitations(articleId: ArticleId): Promise<Result<DraftCitations, CitingRefusal> | null> {
  const wanted = await atOneMoment(async (tx) => {
    const draft = await readDraft(tx, articleId);
    return draft && textOf(draft, await citingOf(tx, draft.article));
  });
  if (!wanted || !wanted.ok) return wanted;
  const formatted = await made(wanted.value);
  if (!formatted.ok) return formatted;
  const { style, title, request } = wanted.value;
  return ok({ ...formatted.value, style, title, locale: request.locale });
}
