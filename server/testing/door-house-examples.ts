import { may } from "@/domain/access/policy";
import { defaultChecking } from "@/domain/source/checking-settings";
import { newId } from "@/server/db/ids";
import type { Example } from "./door-examples";
import * as things from "./door-things";

/** The examples of commands that an admin sends about the house as a whole. */
export const houseExamples: Readonly<Record<string, Example>> = {
  "settings.set-finding": {
    input: () => ({ settings: { mailto: "desk@example.org" } }),
    may: (actor) => may("settings.edit", actor),
  },
  "settings.set-rules": {
    input: () => ({ severities: { "source/uncited": "off" }, staleAfterDays: 14 }),
    may: (actor) => may("settings.edit", actor),
  },
  "settings.change-checking": {
    input: () => ({ ...defaultChecking, aliveDays: 1 + Math.floor(Math.random() * 300) }),
    may: (actor) => may("settings.edit", actor),
  },
  "settings.set-citing": {
    input: () => ({ style: "vancouver", locale: "nl-NL" }),
    may: (actor) => may("settings.edit", actor),
  },
  "style.add": { input: () => ({ xml: things.style(newId()) }), may: (actor) => may("style.manage", actor) },
  "style.remove": { input: (world) => things.addedStyle(world), may: (actor) => may("style.manage", actor) },
  "site.change": {
    input: () => ({ name: "The House", tagline: "Says what it knows" }),
    may: (actor) => may("site.edit", actor),
  },
};
