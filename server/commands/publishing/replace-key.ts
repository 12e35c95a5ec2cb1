import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { rebakeKeys } from "@/server/baking/keys";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { isKeyGiven, replaceKey } from "@/server/db/receipts/signing-key";

/** Makes a new key for receipts. The one before retires: it signs no more, and its public half stays published. */
export const replaceReceiptKey = command({
  name: "receipts.replace-key",
  input: z.strictObject({}),
  run: (actor) =>
    inTransaction(async (tx) => {
      if (!may("receipts.replaceKey", actor)) return fail({ kind: "forbidden" });
      if (isKeyGiven())
        return fail({ kind: "wrong-state", message: "The key is given by RECEIPT_KEY; it is replaced there." });
      const { id } = await replaceKey(tx);
      await rebakeKeys(tx);
      await record(tx, actor, { type: "receipts.key-replaced", article: null, data: { key: id } });
      return ok({ key: id });
    }),
});
