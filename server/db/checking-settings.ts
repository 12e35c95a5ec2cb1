import { CheckingSettings, defaultChecking } from "@/domain/source/checking-settings";
import type { Tx } from "@/server/db";

/** What the house decided about checking; what is stored in a shape of an older version counts as undecided. */
export async function checkingSettings(tx: Pick<Tx, "setting">): Promise<CheckingSettings> {
  const row = await tx.setting.findUnique({ where: { name: "checking" }, select: { value: true } });
  const parsed = CheckingSettings.safeParse(row?.value);
  return parsed.success ? parsed.data : defaultChecking;
}
