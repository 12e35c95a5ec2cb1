import { rebakeKeys } from "@/server/baking/keys";
import type { Tx } from "@/server/db";
import { writeReceipt } from "@/server/db/receipts/write";

/** Gives an edition that this transaction publishes its receipt, and publishes the key where it signed for the first time. */
export async function giveReceipt(tx: Tx, edition: { id: string; articleId: string; number: number }): Promise<void> {
  const { newKey } = await writeReceipt(tx, edition);
  if (newKey) await rebakeKeys(tx);
}
