import { fail, ok, type Result } from "@/domain/result";
import { wordSlug } from "@/domain/publishing/slug";
import type { Tx } from "@/server/db";

type NotFree = { kind: "invalid" | "taken"; message: string };

/**
 * The address that a name gives a topic, if name and address are free for it: no other topic stands under them, and none
 * was reachable there before. `topicId` is the topic that is renamed, which may take back what it had.
 */
export async function addressFor(tx: Tx, name: string, topicId: string | null): Promise<Result<string, NotFree>> {
  const slug = wordSlug(name);
  if (!slug) return fail({ kind: "invalid", message: "A topic's name has letters in it." });
  const known = await tx.topic.findMany({
    where: { OR: [{ slug }, { name: { equals: name, mode: "insensitive" } }] },
    select: { id: true, name: true, mergedInto: true },
  });
  const other = known.find(({ id }) => id !== topicId);
  if (other?.mergedInto)
    return fail({
      kind: "taken",
      message: `The topic ${other.name} was merged into another; its address leads there.`,
    });
  if (other) return fail({ kind: "taken", message: `There is a topic of that name: ${other.name}.` });
  const before = await tx.topicAddress.findUnique({ where: { slug } });
  if (before && before.topicId !== topicId)
    return fail({ kind: "taken", message: "Another topic had this address before, and readers still come that way." });
  return ok(slug);
}
