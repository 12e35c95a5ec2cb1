import { systemActor } from "@/domain/access/policy";
import { replaceReceiptKey } from "@/server/commands/publishing/replace-key";
import { type KeyRow, signingKeys } from "@/server/queries/signing-keys";
import type { Command } from "./command";

/** `imprimatur key …`: the keys that sign and signed receipts, and another one from now on. */
export const key: Command = {
  usage: "key list | key replace THUMBPRINT",
  summary: "list the keys of receipts, or have another sign from now on",
  run: async ([verb, ...rest]) => {
    if (verb === "list" && rest.length === 0) return list();
    if (verb === "replace" && rest.length === 1) return replace(rest[0] ?? "");
    return refuse(`usage: imprimatur ${key.usage}`, 2);
  },
};

async function list(): Promise<number> {
  for (const row of (await signingKeys(systemActor))?.keys ?? []) process.stdout.write(`${lineOf(row)}\n`);
  return 0;
}

const lineOf = ({ id, madeAt, retiredAt, receipts, privateHalf }: KeyRow): string =>
  [id, madeAt, retiredAt ?? "signs now", receipts === 1 ? "1 receipt" : `${receipts} receipts`, privateHalf].join("\t");

/** The key that signs now is named, so that nobody replaces the new one by running the command again. */
async function replace(seen: string): Promise<number> {
  const input = replaceReceiptKey.input.safeParse({ key: seen });
  if (!input.success) return refuse(`“${seen}” is no thumbprint: imprimatur key list names the keys.`, 2);
  const result = await replaceReceiptKey.run(systemActor, input.data);
  if (!result.ok) return refuse(wordsOf(result.error), 1);
  process.stdout.write(
    `${result.value.key} signs from now on.\n${seen} has retired: its private half is destroyed, its receipts stay valid.\n`,
  );
  return 0;
}

const wordsOf = ({ message }: { kind: string; message?: string }): string => message ?? "refused.";

function refuse(why: string, code: number): number {
  process.stderr.write(`imprimatur key: ${why}\n`);
  return code;
}
