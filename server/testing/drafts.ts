import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { itemOf } from "@/domain/citation/item";
import { partsOf } from "@/domain/document/parts";
import { schema } from "@/domain/document/schema";
import type { ArticleId, ReferenceId, SectionId } from "@/domain/ids";
import type { Refusal } from "@/server/commands/command";
import { create } from "@/server/commands/article/create";
import { saveSteps } from "@/server/commands/article/save-steps";
import { db } from "@/server/db";
import { type Draft, readDraft } from "@/server/db/draft";
import { newId } from "@/server/db/ids";
import type { Somebody } from "./people";

/** The value of an answer that must not be a refusal. */
export async function granted<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: Refusal }>,
): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal of an answer that must be one. */
export async function refused<Refused extends Refusal>(
  answer: Promise<{ ok: true; value: unknown } | { ok: false; error: Refused }>,
): Promise<Refused> {
  const result = await answer;
  if (result.ok) throw new Error(`granted: ${JSON.stringify(result.value)}`);
  return result.error;
}

/** The draft as it stands in the database. */
export async function draftOf(articleId: ArticleId): Promise<Draft> {
  const draft = await db.$transaction((tx) => readDraft(tx, articleId));
  if (!draft) throw new Error(`there is no article ${articleId}`);
  return draft;
}

/** Begins an article with its byline, so that only its text is left to write. */
export async function beginDraft(author: Somebody, title: string): Promise<ArticleId> {
  const { articleId } = await granted(create.run(author, { title }));
  await edit(author, articleId, (change) => change.insert(endOf(change.doc, 0, 2), schema.text(author.name)));
  return articleId;
}

/** Edits the newest text as an editor would: steps made on it, sent once. */
export async function edit(
  author: Somebody,
  articleId: ArticleId,
  make: (change: Transform) => unknown,
): Promise<{ stepCount: number; version: number }> {
  const { article, manuscript } = await draftOf(articleId);
  const change = new Transform(manuscript.document);
  make(change);
  const steps = change.steps.map((step): Record<string, unknown> => step.toJSON());
  return granted(saveSteps.run(author, { articleId, stepCount: article.stepCount, steps, clientId: "a-test" }));
}

/** Writes a section at the end, with one paragraph that rests on these references; null makes a hole. */
export async function writeSection(
  author: Somebody,
  articleId: ArticleId,
  heading: string,
  sentence: string,
  ...references: (ReferenceId | null)[]
): Promise<SectionId> {
  const node = section(heading, [
    schema.text(sentence),
    ...references.map((reference) => citation(reference)),
    schema.text("."),
  ]);
  await edit(author, articleId, (change) => change.insert(change.doc.content.size, node));
  const last = partsOf((await draftOf(articleId)).manuscript.document).at(-1);
  if (!last) throw new Error("a draft always has parts");
  return last.id;
}

/** Deletes the part at this place, counted from the front. */
export async function deleteSection(author: Somebody, articleId: ArticleId, place: number): Promise<void> {
  await edit(author, articleId, (change) => {
    const part = partsOf(change.doc)[place];
    if (part) change.delete(part.from, part.from + part.node.nodeSize);
  });
}

/** A section with a heading and one paragraph. */
export const section = (heading: string, inlines: Node[], id: string = newId()): Node =>
  schema.nodes.section.create({ id }, [
    schema.nodes.heading.create(null, heading ? schema.text(heading) : []),
    schema.nodes.paragraph.create(null, inlines),
  ]);

/** A citation that rests on a reference, or on nothing. */
export const citation = (reference: ReferenceId | null): Node =>
  schema.nodes.citation.create({ id: newId(), items: reference ? [itemOf(reference)] : [] });

/** The position at the end of a child's child. */
export function endOf(document: Node, part: number, block: number): number {
  let at = 0;
  for (let index = 0; index < part; index++) at += document.child(index).nodeSize;
  at += 1;
  for (let index = 0; index <= block; index++) at += document.child(part).child(index).nodeSize;
  return at - 1;
}
