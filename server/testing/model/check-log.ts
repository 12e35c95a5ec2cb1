import { db } from "@/server/db";
import { canonical, citationsIn, nodesIn, partsById, sha256Of } from "./plain";
import { replay } from "./replay";
import type { World } from "./world";
import { rulesVersion } from "@/domain/rules";
import type { ArticleId } from "@/domain/ids";

/** What is wrong with the logs: each must follow on and make, from its beginning, every text that is stored. */
export async function faultsOfLogs(world: World): Promise<string[]> {
  const faults: string[] = [];
  for (const [id, beginning] of world.beginnings) {
    const { batches, gaps } = await replay(id, beginning);
    faults.push(...gaps);
    const sections = await sectionsOf(id);
    const text = [...partsById(batches.at(-1)?.text ?? beginning)].map(([, body]) => body);
    if (canonical(text) !== canonical(sections.map(({ body }) => canonical(body))))
      faults.push(`the log of ${id} makes another text than the sections have`);
    for (const { version, kind, document } of await db.revision.findMany({ where: { articleId: id } })) {
      const then = batches.filter((batch) => batch.version <= version).at(-1);
      if (then && canonical(then.text) !== canonical(document))
        faults.push(`the ${kind} revision ${version} is another text`);
    }
  }
  return faults;
}

/** What is wrong with what is derived from the text: digests, the citation index, the places of sections. */
export async function faultsOfIndexes(world: World): Promise<string[]> {
  const faults: string[] = [];
  for (const id of world.articles) {
    const sections = await sectionsOf(id);
    const records = await recordsOf(id);
    const order = sections.slice(1).map((section) => section.id);
    for (const { id: section, digest, body, kind } of sections)
      if (digest !== digestOf(body, records, kind === "front" ? order : null))
        faults.push(`section ${section} has another digest than its text`);
    const parts = sections.map((section) => ({ id: section.id, digest: section.digest }));
    const { digest } = await db.article.findUniqueOrThrow({ where: { id } });
    if (digest !== sha256Of({ rules: rulesVersion, parts }))
      faults.push(`article ${id} has another digest than its parts`);
    if (sections.some(({ position }, place) => position !== place))
      faults.push(`the sections of ${id} are not in order`);
    const indexed = await indexOf(id);
    const written = sections.flatMap(({ id: section, body }) =>
      citationsIn(body).map((citation) => ({
        section,
        id: citation.id,
        hole: citation.items.length === 0 || citation.items.some(({ reference }) => !records.get(reference ?? "")),
        items: citation.items.filter(({ reference }) => records.has(reference ?? "")),
      })),
    );
    if (canonical(indexed) !== canonical(written))
      faults.push(`the citation index of ${id}: ${canonical(indexed)} is not ${canonical(written)}`);
  }
  return faults;
}

const sectionsOf = (articleId: ArticleId) =>
  db.section.findMany({ where: { articleId, deletedAt: null }, orderBy: { position: "asc" } });

/** The records that an article's living entries rest on; null for an entry that is not a source yet. */
async function recordsOf(articleId: ArticleId): Promise<Map<string, unknown>> {
  const rows = await db.$queryRaw<{ id: string; record: unknown }[]>`
    select reference.id::text, record from reference left join source on source.id = source_id
    where article_id = ${articleId}::uuid and removed_at is null`;
  return new Map(rows.map(({ id, record }) => [id, record]));
}

/** `order` is that of the sections, which the front's digest is of too; null for any other part. */
function digestOf(body: unknown, records: ReadonlyMap<string, unknown>, order: string[] | null): string {
  const cited = new Set(citationsIn(body).flatMap(({ items }) => items.map(({ reference }) => reference ?? "")));
  const sources = [...cited]
    .filter((reference) => records.has(reference))
    .toSorted()
    .map((reference) => ({ reference, record: records.get(reference) ?? null }));
  return sha256Of({ rules: rulesVersion, body, sources, ...(order ? { order } : {}) });
}

async function indexOf(articleId: ArticleId) {
  const rows = await db.$queryRaw<{ section: string; id: string; hole: boolean; items: unknown }[]>`
    select section_id::text as section, citation.id::text, hole, coalesce((
      select jsonb_agg(jsonb_build_object('reference', reference_id, 'locator', locator, 'quote', quote) order by citation_item.position)
      from citation_item where citation_item.article_id = citation.article_id and citation_id = citation.id), '[]') as items
    from citation left join section on section.id = section_id
    where citation.article_id = ${articleId}::uuid order by section.position, citation.position`;
  return rows;
}

/** The words of a part, so that a token can be looked for. */
export const wordsIn = (part: unknown): string =>
  nodesIn(part)
    .map(({ text, attrs }) => text ?? String(attrs["text"] ?? ""))
    .join(" ");
