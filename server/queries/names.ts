import type { Tx } from "@/server/db";

/** What people are called, by id; whoever is not there any more is "Somebody". */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null ? "Imprimatur" : (names.get(id) ?? "Somebody"));
}
