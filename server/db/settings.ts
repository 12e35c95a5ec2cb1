import type { z } from "zod";
import type { Tx } from "@/server/db";

/** What the house decided under a name, or the default where it decided nothing. What is stored was checked when it was written. */
export async function settingOf<Schema extends z.ZodType>(
  tx: Pick<Tx, "setting">,
  name: string,
  schema: Schema,
  fallback: z.output<Schema>,
): Promise<z.output<Schema>> {
  const row = await tx.setting.findUnique({ where: { name }, select: { value: true } });
  return row ? schema.parse(row.value) : fallback;
}
