import { systemActor } from "@/domain/access/policy";
import { type ArticleId, TopicId } from "@/domain/ids";
import { checkpoint } from "@/server/commands/article/checkpoint";
import { file } from "@/server/commands/article/file";
import { importText } from "@/server/commands/importing/import";
import { schedule } from "@/server/commands/publishing/schedule";
import { createSource } from "@/server/commands/reference/create-source";
import { send } from "@/server/commands/report/send";
import { requestChanges } from "@/server/commands/review/request-changes";
import { tag } from "@/server/commands/source/tag";
import { answer } from "@/server/commands/thread/answer";
import { open } from "@/server/commands/thread/open";
import { createTopic } from "@/server/commands/topic/create";
import { save as saveView } from "@/server/commands/view/save";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import { granted, writeSection } from "./drafts";
import { hire, type Somebody } from "./people";
import { handIn, publishing, sectionAt, writeApproved, writeWhole } from "./rounds";
import { report } from "./works";

/**
 * Writes a word in every place where the desk keeps what no reader may see: over a published article, in one that is not
 * published, in one that is scheduled, in what was imported, and in the names of people who only looked on.
 */
export async function hide(word: string, ada: Somebody, bo: Somebody, published: ArticleId): Promise<void> {
  const guest = await hire(`Guest ${word}`, "editor");
  await db.user.update({ where: { id: guest.id }, data: { email: `${word}-guest@example.org` } });
  await writeOn(word, ada, guest, published);
  await granted(requestChanges.run(bo, { articleId: published, words: `Not yet: ${word}` }));
  const told = { articleId: published, edition: 1, reference: null, words: `A reader: ${word}`, address: word };
  await granted(send.run(systemActor, told));

  const unpublished = await writeWhole(ada, `Unpublished ${word}`);
  await writeOn(word, ada, guest, unpublished);
  await db.article.update({ where: { id: unpublished }, data: { slug: `unpublished-${word}` } });
  const scheduled = await writeApproved(ada, bo, `Scheduled ${word}`);
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await granted(schedule.run(ada, { ...(await publishing(scheduled)), at }));
  const text = `Imported ${word}\n\nBy ${word}\n\nA sentence ${word} [1].\n\nSources\n\n1. ${word}.`;
  const bibliographies = [{ name: `${word}.bib`, text: `@book{${word}, title = {${word}}}` }];
  await granted(importText.run(ada, { name: `${word}.md`, text, bibliographies }));
  await granted(saveView.run(ada, { viewId: null, name: `View ${word}`, query: `q=${word}`, shared: true }));
}

/** Text, a source with its note and tag, comments, a waiver, a snapshot, a topic: all that can be put into one draft. */
async function writeOn(word: string, ada: Somebody, guest: Somebody, articleId: ArticleId): Promise<void> {
  const record = { ...report(`Kept ${word}`, newId()), note: `note ${word}` };
  const { referenceId, sourceId } = await granted(createSource.run(ada, { articleId, referenceId: null, record }));
  await granted(tag.run(ada, { sourceIds: [sourceId], add: [`tag-${word}`], remove: [] }));
  await writeSection(ada, articleId, `A heading ${word}`, `Not for readers ${word}`, referenceId);
  const anchor = { exact: "Ferries", prefix: "", suffix: "" };
  const asked = { articleId, sectionId: await sectionAt(articleId, 1), anchor, body: `A comment ${word}` };
  const { threadId } = await granted(open.run(guest, asked));
  await granted(answer.run(ada, { articleId, threadId, body: `Suggestion: ${word}` }));
  await db.waiver.create({
    data: {
      id: newId(),
      articleId,
      rule: "text/figure-uncited",
      fingerprint: "0".repeat(16),
      excerpt: `Waived ${word}`,
      reason: `Because ${word}`,
      requestedById: guest.id,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  await granted(checkpoint.run(ada, { articleId, note: `Before ${word}` }));
  const { topicId } = await granted(createTopic.run(ada, { name: `Topic ${word} ${articleId}` }));
  await granted(file.run(ada, { articleId, topicIds: [TopicId.parse(topicId)] }));
  await handIn(ada, articleId);
}
