import { may } from "@/domain/access/policy";
import type { Example } from "./door-examples";
import * as things from "./door-things";

/** Examples of the commands by which a reviewer says what they think of a citation. */
export const citationExamples: Readonly<Record<string, Example>> = {
  "citation.verify": {
    input: async (world) => ({ articleId: world.working.id, citations: [await things.support(world)] }),
    may: (actor) => may("citation.verify", actor, { contributors: [] }),
  },
  "citation.dispute": {
    input: async (world) => ({
      articleId: world.working.id,
      ...(await things.support(world)),
      note: "It says otherwise.",
    }),
    may: (actor) => may("citation.verify", actor, { contributors: [] }),
  },
};
