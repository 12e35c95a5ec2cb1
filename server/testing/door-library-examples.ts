import { may } from "@/domain/access/policy";
import { db } from "@/server/db";
import { newId } from "@/server/db/ids";
import type { Example } from "./door-examples";
import * as things from "./door-things";

/** The examples of commands that people send while they look through the library. */
export const libraryExamples: Readonly<Record<string, Example>> = {
  "source.tag": {
    input: async (world) => ({ sourceIds: [(await things.source(world)).sourceId], add: ["Ferries"], remove: [] }),
    may: (actor) => may("source.tag", actor),
  },
  "view.save": {
    input: () => ({ viewId: null, name: `A view ${newId()}`, query: "link=dead&sort=cited", shared: false }),
    may: (actor) => may("view.save", actor),
  },
  "view.delete": {
    input: async (world, actor) => {
      const ownerId = actor.id ?? world.working.writer.id;
      const { id } = await db.savedView.create({ data: { id: newId(), ownerId, name: newId(), query: "" } });
      return { viewId: id };
    },
    may: (actor) => may("view.save", actor),
  },
};
