import { type Actor, may } from "@/domain/access/policy";
import { SavedViewId } from "@/domain/ids";
import { db } from "@/server/db";

/** A view of the library: a name for a query; `by` names who shares it, null for one's own. */
export type SavedView = { id: SavedViewId; name: string; query: string; shared: boolean; by: string | null };

/** A person's own views and those that others share, each by name; null for whoever may not save any. */
export async function savedViews(actor: Actor): Promise<SavedView[] | null> {
  if (!may("view.save", actor) || !actor.id) return null;
  const rows = await db.savedView.findMany({
    where: { OR: [{ ownerId: actor.id }, { shared: true }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
  const owners = await db.user.findMany({
    where: { id: { in: rows.map(({ ownerId }) => ownerId) } },
    select: { id: true, name: true },
  });
  const views = rows.map(({ id, ownerId, name, query, shared }) => ({
    id: SavedViewId.parse(id),
    name,
    query,
    shared,
    by: ownerId === actor.id ? null : (owners.find((owner) => owner.id === ownerId)?.name ?? "Somebody"),
  }));
  return views.toSorted((one, other) => Number(one.by !== null) - Number(other.by !== null));
}
