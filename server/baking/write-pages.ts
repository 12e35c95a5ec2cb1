import type { Tx } from "@/server/db";
import { storePages } from "@/server/db/pages";
import { type DrawnPage, etagOf, packAll } from "./pack";

/** Packs and stores the pages whose text, headers or way elsewhere are not what is stored already. */
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
  // A row cannot be written twice in one statement: of two pages at one path the later stands.
  const byPath = new Map(changed.map((page) => [page.path, page]));
  await storePages(tx, await packAll([...byPath.values()]));
}
