import type { Ledger } from "@/domain/importing/ledger";
import type { ArticleId, UserId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { newId } from "@/server/db/ids";
import { json } from "@/server/db/rows";

type Kept = { articleId: ArticleId; name: string; text: string; ledger: Ledger; author: UserId };

/** Keeps what was imported, whole, with the ledger of what was found in it. */
export async function keepImport(tx: Tx, { articleId, name, text, ledger, author }: Kept): Promise<string> {
  const id = newId();
  await tx.import.create({ data: { id, articleId, name, text, ledger: json(ledger), authorId: author } });
  return id;
}
