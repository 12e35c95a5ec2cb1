import { z } from "zod";
import { may } from "@/domain/access/policy";
import { SavedViewId } from "@/domain/ids";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";

/** Deletes a view of one's own; one that is somebody else's is not there to be deleted. */
export const deleteView = command({
  name: "view.delete",
  input: z.strictObject({ viewId: SavedViewId }),
  run: (actor, { viewId }) =>
    inTransaction(async (tx) => {
      if (!may("view.save", actor) || !actor.id) return fail({ kind: "forbidden" });
      const { count } = await tx.savedView.deleteMany({ where: { id: viewId, ownerId: actor.id } });
      return count === 0 ? fail({ kind: "not-found" }) : ok({});
    }),
});
