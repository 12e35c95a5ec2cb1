import { EditionId } from "@/domain/ids";
import type { Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { receiptOf } from "./gather";
import { signedText } from "./sign";
import { signingKey } from "./signing-key";

/**
 * Writes the receipt of an edition that this transaction publishes, from its frozen rows and from what is known of its
 * sources at this moment. Answers whether the key that signed it is a new one, which has to be published with it.
 */
export async function writeReceipt(
  tx: Tx,
  edition: { id: string; articleId: string; number: number },
): Promise<{ newKey: boolean }> {
  const key = await signingKey(tx);
  const previous = await previousReceipt(tx, edition);
  const receipt = await receiptOf(tx, EditionId.parse(edition.id), { key: key.id, previous });
  const text = signedText(receipt, key);
  await tx.receipt.create({
    data: {
      editionId: edition.id,
      articleId: edition.articleId,
      sha256: sha256(text),
      previous,
      keyId: key.id,
      text,
    },
  });
  return { newKey: key.isNew };
}

async function previousReceipt(
  tx: Tx,
  { articleId, number }: { articleId: string; number: number },
): Promise<string | null> {
  const editions = await tx.edition.findMany({
    where: { articleId, number: { lt: number } },
    select: { id: true, number: true },
  });
  const receipts = await tx.receipt.findMany({
    where: { editionId: { in: editions.map(({ id }) => id) } },
    select: { editionId: true, sha256: true },
  });
  const of = new Map(receipts.map((row) => [row.editionId, row.sha256]));
  const newest = editions.toSorted((a, b) => b.number - a.number).find(({ id }) => of.has(id));
  return newest ? (of.get(newest.id) ?? null) : null;
}
