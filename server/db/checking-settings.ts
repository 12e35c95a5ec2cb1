import { type CheckingSettings, readChecking } from "@/domain/source/checking-settings";
import type { Tx } from "@/server/db";

/** What the house decided about checking. */
export async function checkingSettings(tx: Pick<Tx, "setting">): Promise<CheckingSettings> {
  const row = await tx.setting.findUnique({ where: { name: "checking" }, select: { value: true } });
  return readChecking(row?.value);
}
