import { defaultFinding, FindingSettings } from "@/domain/source/finding-settings";
import type { Tx } from "@/server/db";
import { settingOf } from "./settings";

/** The name of the row that says who is asked for sources, and how. */
export const findingSetting = "finding";

/** Who is asked for sources, and how: as the house decided, else as from the start. */
export const findingSettings = (tx: Pick<Tx, "setting">): Promise<FindingSettings> =>
  settingOf(tx, findingSetting, FindingSettings, defaultFinding);
