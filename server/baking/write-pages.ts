import type { Tx } from "@/server/db";
import { Prisma } from "@/server/db/generated/client";
import { type BakedPage, type DrawnPage, etagOf, packAll } from "./pack";

/** Packs and stores the pages whose text, headers or way elsewhere are not what is stored already, all in one statement. */
export async function writePages(tx: Tx, pages: readonly DrawnPage[]): Promise<void> {
  const stored = await tx.page.findMany({
    where: { path: { in: pages.map(({ path }) => path) } },
    select: {
      path: true,
      etag: true,
      status: true,
      articleId: true,
      editionId: true,
      headers: true,
      location: true,
    },
  });
  const known = new Map(stored.map((row) => [row.path, row]));
  const changed = pages.filter((page) => {
    const row = known.get(page.path);
    const same = row && row.status === page.status && row.articleId === page.articleId;
    const headers = (page.headers ?? []).join("\n");
    return !(
      same &&
      row.editionId === page.editionId &&
      row.headers.join("\n") === headers &&
      row.location === (page.location ?? null) &&
      row.etag === etagOf(page.bytes ?? page.text)
    );
  });
  if (changed.length === 0) return;
  // A row cannot be written twice in one statement: of two pages at one path the later stands.
  const byPath = new Map(changed.map((page) => [page.path, page]));
  const rows = (await packAll([...byPath.values()])).map(rowOf);
  await tx.$executeRaw`
    insert into page (path, kind, article_id, edition_id, status, content_type, location, etag, body, gzip, brotli, headers)
    values ${Prisma.join(rows)}
    on conflict (path) do update set kind = excluded.kind, article_id = excluded.article_id, edition_id = excluded.edition_id,
      status = excluded.status, content_type = excluded.content_type, location = excluded.location, etag = excluded.etag,
      body = excluded.body, gzip = excluded.gzip, brotli = excluded.brotli, headers = excluded.headers, baked_at = now()`;
}

const rowOf = (page: BakedPage): Prisma.Sql => Prisma.sql`(${page.path}, ${page.kind}, ${page.articleId}::uuid,
  ${page.editionId}::uuid, ${page.status}::int, ${page.contentType}, ${page.location}, ${page.etag}, ${page.body},
  ${page.gzip}, ${page.brotli}, ${page.headers}::text[])`;
