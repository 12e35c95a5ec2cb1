import { may } from "@/domain/access/policy";
import { plainLooks } from "@/domain/looks/looks";
import type { Example } from "./door-examples";

const looks = { ...plainLooks, corrections: "top", logo: { kind: "none" } };

/** Inputs for what decides how the house looks. */
export const looksExamples: Record<"site.set-looks" | "site.preview-looks", Example> = {
  "site.set-looks": { input: () => looks, may: (actor) => may("site.edit", actor) },
  "site.preview-looks": {
    input: () => ({ looks, name: "The House", tagline: "", paper: "dark" }),
    may: (actor) => may("site.edit", actor),
  },
};
