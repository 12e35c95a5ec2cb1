import { db } from "@/server/db";
import { type ArticleId, SectionId } from "@/domain/ids";
import { publish } from "@/server/commands/publishing/publish";
import { createSource } from "@/server/commands/reference/create-source";
import { approve } from "@/server/commands/review/approve";
import { submit } from "@/server/commands/review/submit";
import { newId } from "@/server/db/ids";
import { beginDraft, deleteSection, draftOf, granted, writeSection } from "./drafts";
import type { Somebody } from "./people";
import { report } from "./works";

/** An article of an author's with two sections, each resting on a source of its own; nothing in it blocks. */
export async function writeWhole(author: Somebody, title: string): Promise<ArticleId> {
  const articleId = await beginDraft(author, title);
  for (const heading of ["Ferries", "Bridges"]) {
    const record = report(`${heading} of ${title}`, newId());
    const made = await granted(createSource.run(author, { articleId, referenceId: null, record }));
    await writeSection(author, articleId, heading, `${heading} are slow`, made.referenceId);
  }
  await deleteSection(author, articleId, 1);
  return articleId;
}

/** Hands a draft in. */
export const handIn = (author: Somebody, articleId: ArticleId) =>
  granted(submit.run(author, { articleId, note: "Please read." }));

/** What a reviewer sends who approves the sections at these places as they stand, or all of them. */
export async function approvalOf(articleId: ArticleId, ...places: number[]) {
  const { sections } = await draftOf(articleId);
  const wanted = sections.filter(({ position }) => places.length === 0 || places.includes(position));
  return approve.input.parse({ articleId, sections: wanted.map(({ id, digest }) => ({ section: id, digest })) });
}

/** A reviewer approves every section as it stands. */
export const approveAll = async (reviewer: Somebody, articleId: ArticleId) =>
  granted(approve.run(reviewer, await approvalOf(articleId)));

/** What a person sends who publishes the text as it stands. */
export async function publishing(articleId: ArticleId, note: string | null = null) {
  const { digest } = (await draftOf(articleId)).article;
  return { articleId, digest, kind: note === null ? ("publish" as const) : ("correction" as const), note };
}

/** Writes, hands in and approves an article. */
export async function writeApproved(author: Somebody, reviewer: Somebody, title: string): Promise<ArticleId> {
  const articleId = await writeWhole(author, title);
  await handIn(author, articleId);
  await approveAll(reviewer, articleId);
  return articleId;
}

/** The same, published. */
export async function writePublished(author: Somebody, reviewer: Somebody, title: string): Promise<ArticleId> {
  const articleId = await writeApproved(author, reviewer, title);
  await granted(publish.run(author, await publishing(articleId)));
  return articleId;
}

/** The id of the section at a place, counted from the front. */
export async function sectionAt(articleId: ArticleId, place: number): Promise<SectionId> {
  const part = (await draftOf(articleId)).sections[place];
  if (!part) throw new Error(`there is no section ${place}`);
  return SectionId.parse(part.id);
}

/** The status and text of the page at a path, as readers get it; null where there is none. */
export async function pageAt(path: string): Promise<{ status: number; text: string } | null> {
  const page = await db.page.findUnique({ where: { path }, select: { status: true, body: true } });
  return page && { status: page.status, text: Buffer.from(page.body).toString("utf8") };
}
