import { SourceId } from "@/domain/ids";
import type { KnownWork } from "@/domain/source/candidates";
import { describe } from "@/domain/source/describe";
import { type IdentityKey, keyText } from "@/domain/source/identity";
import type { Tx } from "@/server/db";
import { recordFrom } from "./rows";

/** Which of these identities the library has already, by `keyText`; a look, not a lock. */
export async function worksByKey(
  tx: Pick<Tx, "source" | "sourceKey">,
  keys: readonly IdentityKey[],
): Promise<ReadonlyMap<string, KnownWork>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.sourceKey.findMany({ where: { OR: keys.map(({ scheme, value }) => ({ scheme, value })) } });
  const sources = await tx.source.findMany({
    where: { id: { in: rows.map((row) => row.sourceId) } },
    select: { id: true, title: true, record: true },
  });
  const works = new Map(
    sources.map(({ id, title, record }) => [
      id,
      { sourceId: SourceId.parse(id), title, detail: describe(recordFrom(record)) },
    ]),
  );
  return new Map(
    rows.flatMap((row) => {
      const work = works.get(row.sourceId);
      return work ? [[keyText({ scheme: schemeOf(row.scheme), value: row.value }), work] as const] : [];
    }),
  );
}

const schemeOf = (scheme: string): IdentityKey["scheme"] =>
  (["doi", "isbn", "pmid", "arxiv", "url"] as const).find((one) => one === scheme) ?? "url";
