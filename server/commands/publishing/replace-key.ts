import { z } from "zod";
import { may } from "@/domain/access/policy";
import { Thumbprint } from "@/domain/publishing/receipt/receipt";
import { fail, ok } from "@/domain/result";
import { rebakeKeys } from "@/server/baking/keys";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { isKeyGiven, lockKeys, replaceKey } from "@/server/db/receipts/signing-key";

/**
 * Makes a new key for receipts. The one before, which the person names as the one that they saw, retires: it forgets its
 * private half and signs no more, and its public half stays published with its period.
 */
export const replaceReceiptKey = command({
  name: "receipts.replace-key",
  input: z.strictObject({ key: Thumbprint }),
  run: (actor, { key: seen }) =>
    inTransaction(async (tx) => {
      if (!may("receipts.replaceKey", actor)) return fail({ kind: "forbidden" });
      if (isKeyGiven())
        return fail({ kind: "wrong-state", message: "The key is given by RECEIPT_KEY; it is replaced there." });
      await lockKeys(tx);
      if (!(await tx.signingKey.findFirst({ where: { id: seen, retiredAt: null } })))
        return fail({
          kind: "stale",
          message: "Another key signs by now: somebody replaced this one. Look again before you replace that as well.",
        });
      const { id } = await replaceKey(tx);
      await rebakeKeys(tx);
      await record(tx, actor, { type: "receipts.key-replaced", article: null, data: { key: id, retired: seen } });
      return ok({ key: id });
    }),
});
