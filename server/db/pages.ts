import type { Tx } from "@/server/db";
import { type Page, Prisma } from "@/server/db/generated/client";

/** Stores pages in one statement, each in place of what stood at its path; no two of them may have the same path. */
export async function storePages(tx: Tx, pages: readonly Omit<Page, "bakedAt">[]): Promise<void> {
  if (pages.length === 0) return;
  await tx.$executeRaw`
    insert into page (path, kind, article_id, edition_id, status, content_type, location, etag, body, gzip, brotli, headers)
    values ${Prisma.join(pages.map(rowOf))}
    on conflict (path) do update set kind = excluded.kind, article_id = excluded.article_id, edition_id = excluded.edition_id,
      status = excluded.status, content_type = excluded.content_type, location = excluded.location, etag = excluded.etag,
      body = excluded.body, gzip = excluded.gzip, brotli = excluded.brotli, headers = excluded.headers, baked_at = now()`;
}

const rowOf = (page: Omit<Page, "bakedAt">): Prisma.Sql => Prisma.sql`(${page.path}, ${page.kind},
  ${page.articleId}::uuid, ${page.editionId}::uuid, ${page.status}::int, ${page.contentType}, ${page.location}, ${page.etag},
  ${page.body}, ${page.gzip}, ${page.brotli}, ${page.headers}::text[])`;
