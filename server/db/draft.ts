import type { Node } from "prosemirror-model";
import { articleLinksOf } from "@/domain/document/links";
import { schema } from "@/domain/document/schema";
import { ArticleId, ReferenceId, SectionId, SourceId, ThreadId } from "@/domain/ids";
import type { LinkTarget, Manuscript, OpenThread, Reference } from "@/domain/rules/manuscript";
import type { Tx } from "@/server/db";
import { factsOf } from "@/server/db/facts";
import { rulePolicy } from "@/server/db/rule-policy";
import { partFrom, quoteFrom, recordFrom } from "@/server/db/rows";
import type { Article, Section } from "@/server/db/generated/client";

/** A draft as it stands: the article's row, its live sections' rows and the manuscript that the rules judge. */
export type Draft = { article: Article; sections: Section[]; manuscript: Manuscript };

/** Takes the article's row lock and reads its draft; null when there is no such article. Every writing command starts here. */
export async function lockDraft(tx: Tx, articleId: ArticleId): Promise<Draft | null> {
  const article = await lockArticle(tx, articleId);
  return article && readDraft(tx, articleId, article);
}

/** Takes the article's row lock and reads the row alone, for commands that do not look at the text. */
export async function lockArticle(tx: Tx, articleId: ArticleId): Promise<Article | null> {
  await tx.$queryRaw`select id from article where id = ${articleId}::uuid for update`;
  return tx.article.findUnique({ where: { id: articleId } });
}

/** Reads a draft without a lock, for queries; `known` is its row where that was read already. */
export async function readDraft(tx: Tx, articleId: ArticleId, known?: Article): Promise<Draft | null> {
  const article = known ?? (await tx.article.findUnique({ where: { id: articleId } }));
  if (!article) return null;
  const sections = await tx.section.findMany({ where: { articleId, deletedAt: null }, orderBy: { position: "asc" } });
  const document = schema.node(
    "doc",
    null,
    sections.map((section) => partFrom(section.body)),
  );
  return { article, sections, manuscript: await manuscriptOf(tx, articleId, document) };
}

/** The manuscript around a document, read from the rows as they stand in this transaction. */
export async function manuscriptOf(tx: Tx, articleId: ArticleId, document: Node): Promise<Manuscript> {
  const references = await referencesOf(tx, articleId);
  return {
    document,
    references,
    links: await linksOf(tx, articleId, document),
    threads: await threadsOf(tx, articleId),
    facts: await factsOf(tx, articleId, references, document),
    policy: await rulePolicy(tx),
  };
}

async function referencesOf(tx: Tx, articleId: ArticleId): Promise<Reference[]> {
  const rows = await tx.reference.findMany({
    where: { articleId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const wanted = rows.flatMap((row) => (row.sourceId ? [row.sourceId] : []));
  const cited = wanted.length > 0 ? await tx.source.findMany({ where: { id: { in: wanted } } }) : [];
  const sources = new Map(cited.map((source) => [source.id, source]));
  return rows.map((row) => {
    const source = row.sourceId ? sources.get(row.sourceId) : undefined;
    return {
      id: ReferenceId.parse(row.id),
      original: row.original,
      labels: row.labels,
      ownNumber: row.ownNumber,
      source: source ? { id: SourceId.parse(source.id), record: recordFrom(source.record) } : null,
    };
  });
}

/** The articles that a document links to, as they stand now; `from`, its own, is there as soon as it is read. */
export async function linksOf(tx: Tx, from: ArticleId, document: Node): Promise<Map<ArticleId, LinkTarget>> {
  const ids = articleLinksOf(document);
  if (ids.length === 0) return new Map();
  const rows = await tx.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, slug: true, liveEditionId: true, withdrawnAt: true },
  });
  return new Map(
    rows.map(({ id, title, slug, liveEditionId, withdrawnAt }) => [
      ArticleId.parse(id),
      { title, slug, published: withdrawnAt === null && (liveEditionId !== null || id === from) },
    ]),
  );
}

async function threadsOf(tx: Tx, articleId: ArticleId): Promise<OpenThread[]> {
  const rows = await tx.thread.findMany({ where: { articleId, resolvedAt: null }, orderBy: { openedAt: "asc" } });
  return rows.map((row) => ({
    id: ThreadId.parse(row.id),
    section: SectionId.parse(row.sectionId),
    excerpt: quoteFrom(row.anchor).exact,
  }));
}
