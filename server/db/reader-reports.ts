import type { Tx } from "@/server/db";
import { newId } from "@/server/db/ids";

/** What readers report is a task of this kind for the article's owner; one for each source stays open at a time. */
export const reportTask = "reader-report";

/** Asks an article's owner to look at what a reader wrote; where they are asked already, the newest words are shown. */
export async function openReportTask(
  tx: Tx,
  {
    article,
    sourceId,
    title,
    words,
  }: { article: { id: string; ownerId: string }; sourceId: string | null; title: string; words: string },
): Promise<void> {
  const said = `A reader reports a problem with “${cut(title, 120)}”: “${cut(words, 500)}”`;
  await tx.$executeRaw`
    insert into task (id, kind, article_id, source_id, assignee_id, words)
    values (${newId()}::uuid, ${reportTask}, ${article.id}::uuid, ${sourceId}::uuid, ${article.ownerId}::uuid, ${said})
    on conflict (kind, coalesce(article_id, '00000000-0000-0000-0000-000000000000'),
      coalesce(source_id, '00000000-0000-0000-0000-000000000000')) where done_at is null
    do update set words = excluded.words, assignee_id = excluded.assignee_id`;
}

const cut = (text: string, most: number): string => {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
};
