import { canonicalJson } from "@/domain/document/canonical";
import { type KeySet, keysPath, publicJwk } from "@/domain/publishing/receipt/jwk";
import type { Tx } from "@/server/db";
import { writePages } from "./write-pages";

/** Publishes the public halves of all keys that sign and signed receipts, with their periods. */
export async function rebakeKeys(tx: Tx): Promise<void> {
  const rows = await tx.signingKey.findMany({ orderBy: [{ madeAt: "asc" }, { id: "asc" }] });
  const set: KeySet = {
    keys: rows.map(({ id, public: x, madeAt, retiredAt }) => ({
      ...publicJwk(x),
      kid: id,
      use: "sig",
      from: madeAt.toISOString(),
      until: retiredAt?.toISOString() ?? null,
    })),
  };
  await writePages(tx, [
    {
      path: keysPath,
      kind: "asset",
      articleId: null,
      editionId: null,
      status: 200,
      contentType: "application/json; charset=utf-8",
      text: canonicalJson(set),
    },
  ]);
}
