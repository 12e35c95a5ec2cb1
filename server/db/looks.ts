import { Looks, plainLooks } from "@/domain/looks/looks";
import type { Tx } from "@/server/db";
import { settingOf } from "./settings";

/** The name of the row that says how the house looks to readers. */
export const looksSetting = "looks";

/** How the house looks to readers: as it decided, else as from the start. */
export const houseLooks = (tx: Pick<Tx, "setting">): Promise<Looks> => settingOf(tx, looksSetting, Looks, plainLooks);
