import type { Node } from "prosemirror-model";
import type { ArticleId, UserId } from "@/domain/ids";
import { reservedSlugs } from "@/domain/publishing/address";
import { freeSlug, slugOf } from "@/domain/publishing/slug";
import type { Reference } from "@/domain/rules/manuscript";
import { defaultPolicy } from "@/domain/rules/policy";
import { noFacts } from "@/domain/source/facts";
import type { Tx } from "@/server/db";
import { addReferences } from "@/server/db/references";
import { type Saved, saveDraft } from "@/server/db/save-draft";

type Beginning = {
  articleId: ArticleId;
  document: Node;
  references: readonly Reference[];
  reason: "created" | "imported";
  author: UserId;
  /** What the address is made of: the title, or what stands for it. */
  name: string;
};

/** Writes a new article of its author's with its first text and source list, under an address that is free. */
export async function beginArticle(
  tx: Tx,
  { articleId, document, references, reason, author, name }: Beginning,
): Promise<Saved & { slug: string }> {
  const slug = await findSlug(tx, slugOf(name));
  const article = await tx.article.create({
    data: { id: articleId, slug, digest: "", ownerId: author, updatedById: author },
  });
  await addReferences(tx, articleId, references);
  const manuscript = { document, references: [], links: new Map(), threads: [], facts: noFacts, policy: defaultPolicy };
  const saved = await saveDraft(tx, { article, sections: [], manuscript }, { reason, author, document });
  return { ...saved, slug };
}

/** Whoever gives an address takes this lock first, so that two who want the same one wait for each other. */
export async function lockSlugs(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('article slugs', 0))`;
}

async function findSlug(tx: Tx, wanted: string): Promise<string> {
  await lockSlugs(tx);
  const alike = { where: { slug: { startsWith: wanted } }, select: { slug: true } };
  const taken = [...(await tx.article.findMany(alike)), ...(await tx.edition.findMany(alike))];
  return freeSlug(wanted, new Set([...reservedSlugs, ...taken.map(({ slug }) => slug)]));
}

/** Whether an article can have this address: no other has it, or had it when it was published. Ask it under `lockSlugs`. */
export async function isFreeFor(tx: Tx, articleId: ArticleId, slug: string): Promise<boolean> {
  if (reservedSlugs.includes(slug)) return false;
  if ((await tx.article.count({ where: { slug, id: { not: articleId } } })) > 0) return false;
  return (await tx.edition.count({ where: { slug, articleId: { not: articleId } } })) === 0;
}
