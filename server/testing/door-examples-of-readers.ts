import { may } from "@/domain/access/policy";
import { inTransaction } from "@/server/db";
import { signingKey } from "@/server/db/receipts/signing-key";
import type { Example } from "./door-examples";
import * as things from "./door-things";

/** The commands about what readers see of trust and what they report. */
export const readersExamples: Readonly<Record<string, Example>> = {
  "report.settle": {
    input: async (world) => ({
      ...(await things.reported(world)),
      outcome: "answered",
      answer: "It says so on page 3.",
    }),
    may: (actor) => may("report.settle", actor),
  },
  "receipts.replace-key": {
    input: async () => ({ key: (await inTransaction(signingKey)).id }),
    may: (actor) => may("receipts.replaceKey", actor),
  },
};
