import type { Asking } from "@/server/finding/finder";
import { defaultFinding } from "@/domain/source/finding-settings";

/** A look-up on 3 May 2027, with the settings that a newsroom has from the start. */
export const asking: Asking = { settings: defaultFinding, now: new Date("2027-05-03T10:00:00.000Z") };
