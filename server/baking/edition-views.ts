import { z } from "zod";
import { FrozenCitations } from "@/domain/citation/formatted";
import { articleLinksOf } from "@/domain/document/links";
import { ArticleId, EditionId, ReferenceId } from "@/domain/ids";
import type {
  CitedReference,
  EditionLine,
  EditionRecord,
  EditionView,
  LinkedArticle,
  ReferenceHealth,
  SiteView,
} from "@/domain/publishing/edition";
import { VerifiedByReference } from "@/domain/publishing/verified";
import { SourceRecord } from "@/domain/source/record";
import type { Tx } from "@/server/db";
import { looksOf } from "@/server/db/looks";
import { partFrom } from "@/server/db/rows";
import { recordsOf } from "./edition-records";
import { looksView } from "./house-assets";
import { healthOfReferences } from "./reference-health";

/** What the page of one edition shows, read from the frozen rows; null when there is no such edition. */
export async function viewOfEdition(tx: Tx, editionId: EditionId): Promise<EditionView | null> {
  const edition = await tx.edition.findUnique({ where: { id: editionId }, select: { articleId: true } });
  if (!edition) return null;
  const views = await viewsOfArticle(tx, ArticleId.parse(edition.articleId));
  return views.find((view) => view.editionId === editionId) ?? null;
}

/** The views of all editions of an article, oldest first. */
export async function viewsOfArticle(tx: Tx, articleId: ArticleId): Promise<EditionView[]> {
  const editions = await tx.edition.findMany({ where: { articleId }, orderBy: { number: "asc" } });
  const sections = await tx.editionSection.findMany({ where: { articleId }, orderBy: { position: "asc" } });
  const around = {
    site: await siteView(tx),
    lines: editions.map(lineOf),
    names: await namesOf(tx, sections),
    sections,
    records: await recordsOf(tx, editions, sections),
    health: await healthOfReferences(
      tx,
      editions.map(({ references }) => references),
    ),
  };
  const views: EditionView[] = [];
  for (const edition of editions) views.push(await viewOf(tx, edition, around));
  return views;
}

/** What readers see of the house. */
export async function siteView(tx: Tx): Promise<SiteView> {
  const site = await tx.site.findFirst();
  return {
    name: site?.name ?? "Imprimatur",
    tagline: site?.tagline ?? "",
    baseUrl: site?.baseUrl ?? "",
    looks: looksView(looksOf(site)),
  };
}

type Edition = Awaited<ReturnType<Tx["edition"]["findMany"]>>[number];
type EditionSection = Awaited<ReturnType<Tx["editionSection"]["findMany"]>>[number];

type Around = {
  site: SiteView;
  lines: EditionLine[];
  names: ReadonlyMap<string, string>;
  sections: readonly EditionSection[];
  records: ReadonlyMap<string, EditionRecord>;
  health: ReadonlyMap<ReferenceId, ReferenceHealth>;
};

async function viewOf(
  tx: Tx,
  edition: Edition,
  { site, lines, names, sections, records, health }: Around,
): Promise<EditionView> {
  const own = sections.filter(({ editionId }) => editionId === edition.id);
  const parts = own.map(({ body }) => partFrom(body));
  const approvers = new Set(own.flatMap(({ approvedBy }) => names.get(approvedBy) ?? []));
  const linked = parts.flatMap((part) => articleLinksOf(part));
  return {
    ...lineOf(edition),
    site,
    articleId: ArticleId.parse(edition.articleId),
    editionId: EditionId.parse(edition.id),
    title: edition.title,
    standfirst: edition.standfirst,
    byline: edition.byline,
    parts,
    references: referencesFrom(edition, health),
    citations: FrozenCitations.nullable().parse(edition.formatted),
    approvers: [...approvers],
    editions: lines,
    links: await linksOf(tx, linked),
    record: records.get(edition.id) ?? { digest: edition.digest, rules: "", sections: [], receipt: null },
  };
}

const lineOf = ({ number, kind, slug, publishedAt, note }: Edition): EditionLine => ({
  number,
  kind,
  slug,
  publishedAt: publishedAt.toISOString(),
  note,
});

async function namesOf(tx: Tx, sections: EditionSection[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(sections.map(({ approvedBy }) => approvedBy))];
  const people = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Only what is published can be linked to, under the slug and title that readers know it by. */
async function linksOf(tx: Tx, ids: ArticleId[]): Promise<ReadonlyMap<ArticleId, LinkedArticle>> {
  if (ids.length === 0) return new Map();
  const articles = await tx.article.findMany({
    where: { id: { in: ids }, withdrawnAt: null, liveEditionId: { not: null } },
    select: { liveEditionId: true },
  });
  const editions = await tx.edition.findMany({
    where: { id: { in: articles.flatMap(({ liveEditionId }) => liveEditionId ?? []) } },
    select: { articleId: true, slug: true, title: true },
  });
  return new Map(editions.map(({ articleId, slug, title }) => [ArticleId.parse(articleId), { slug, title }]));
}

const Frozen = z.array(z.object({ id: ReferenceId, record: SourceRecord }));

function referencesFrom({ references, verified }: Edition, health: Around["health"]): CitedReference[] {
  const known = VerifiedByReference.parse(verified);
  return Frozen.parse(references).map((reference) => {
    const told = { ...reference, verified: known[reference.id] };
    const now = health.get(reference.id);
    return now ? { ...told, health: now } : told;
  });
}
