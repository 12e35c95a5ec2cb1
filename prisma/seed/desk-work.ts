import { Transform } from "prosemirror-transform";
import type { Node } from "prosemirror-model";
import { importDraft } from "@/domain/importing/import";
import { citationsOf } from "@/domain/document/inlines";
import { partsOf } from "@/domain/document/parts";
import { ReferenceId, type ArticleId, SectionId } from "@/domain/ids";
import type { Result } from "@/domain/result";
import type { PersonActor } from "@/server/auth/session";
import { saveSteps } from "@/server/commands/article/save-steps";
import { createSource } from "@/server/commands/reference/create-source";
import { approve } from "@/server/commands/review/approve";
import { inTransaction } from "@/server/db";
import { type Draft, readDraft } from "@/server/db/draft";
import { newId } from "@/server/db/ids";
import { readDraft as readTree } from "@/server/importing/read-draft";
import { records } from "./records";

/** What a command of the seed answers; a refusal here is a bug of the seed. */
export async function granted<T>(answer: Promise<Result<T, { kind: string }>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`the seed was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The draft as it stands. */
export async function readDraftOf(id: ArticleId): Promise<Draft> {
  const draft = await inTransaction((tx) => readDraft(tx, id));
  if (!draft) throw new Error("the seed's article is gone");
  return draft;
}

/** Gives every citation that only has a key the source that the key stands for, one source after the other. */
export async function citeByKey(editor: PersonActor, id: ArticleId): Promise<void> {
  const bound = new Map<string, ReferenceId>();
  for (const key of new Set(openItems(await readDraftOf(id)).map((item) => item.key))) {
    const record = key === null ? undefined : records[key];
    if (!key || !record) throw new Error(`the seed has no record for ${key}`);
    const { referenceId } = await granted(createSource.run(editor, { articleId: id, referenceId: null, record }));
    bound.set(key, ReferenceId.parse(referenceId));
  }
  await edit(editor, id, (document) => {
    const change = new Transform(document);
    for (const citation of citationsOf(document)) {
      const items = citation.items.map((item) => ({
        ...item,
        reference: item.reference ?? bound.get(item.key ?? "") ?? null,
      }));
      change.setNodeAttribute(citation.at, "items", items);
    }
    return change;
  });
}

/** Replaces words of the text by others. */
export const replaceWords = (editor: PersonActor, id: ArticleId, old: string, now: string): Promise<void> =>
  edit(editor, id, (document) => {
    const change = new Transform(document);
    document.descendants((node, at) => {
      const found = node.isText ? (node.text?.indexOf(old) ?? -1) : -1;
      if (found >= 0) change.replaceWith(at + found, at + found + old.length, document.type.schema.text(now));
    });
    return change;
  });

/** Puts paragraphs of Markdown at the end of a section. */
export const addParagraphs = (editor: PersonActor, id: ArticleId, heading: string, markdown: string): Promise<void> =>
  edit(editor, id, (document) => {
    const part = partsOf(document).find((one) => one.heading === heading);
    const added = partsOf(importDraft(readTree(`# Added\n\n## Section\n\n${markdown}`, "added.md"), newId).document).at(
      -1,
    );
    if (!part || !added) throw new Error(`the seed's section is gone: ${heading}`);
    return new Transform(document).insert(part.from + part.node.nodeSize - 1, blocksOf(added.node));
  });

/** Approves every section that has no standing approval. */
export async function approveAll(reviewer: PersonActor, id: ArticleId): Promise<void> {
  const { sections, article } = await readDraftOf(id);
  if (article.state !== "in_review") return;
  const all = sections.map((section) => ({ section: SectionId.parse(section.id), digest: section.digest }));
  await granted(approve.run(reviewer, { articleId: id, sections: all }));
}

async function edit(editor: PersonActor, id: ArticleId, make: (document: Node) => Transform): Promise<void> {
  const { article, manuscript } = await readDraftOf(id);
  const steps = make(manuscript.document).steps.map((step) => step.toJSON());
  if (steps.length === 0) return;
  await granted(saveSteps.run(editor, { articleId: id, stepCount: article.stepCount, steps, clientId: "seed" }));
}

const openItems = ({ manuscript }: Draft) =>
  citationsOf(manuscript.document).flatMap((citation) => citation.items.filter((item) => item.reference === null));

function blocksOf(section: Node): Node[] {
  const blocks: Node[] = [];
  section.forEach((node, _offset, index) => {
    if (index > 0) blocks.push(node);
  });
  return blocks;
}
