import { createHash } from "node:crypto";
import { z } from "zod";
import { may } from "@/domain/access/policy";
import { bundledStyles, isBundled } from "@/domain/citation/bundled-styles";
import { fail, ok } from "@/domain/result";
import { probe } from "@/server/citing/probe";
import { parentOf, readStyle } from "@/server/citing/style";
import { bundledAt } from "@/server/citing/styles";
import { command } from "@/server/commands/command";
import { db, inTransaction } from "@/server/db";
import { lockStyles } from "@/server/db/citing";
import { record } from "@/server/db/events";

/**
 * Adds a citation style (CSL 1.0.2). It is read and checked here, and then tried on sample sources in a process with limits:
 * a style that is wrong, takes its time or wants too much room never becomes one that can be chosen.
 */
export const add = command({
  name: "style.add",
  input: z.strictObject({
    xml: z
      .string()
      .min(1)
      .max(512 * 1024),
  }),
  bodyLimit: 2 * 1024 * 1024,
  run: async (actor, { xml }) => {
    if (!may("style.manage", actor) || !actor.id) return fail({ kind: "forbidden" });
    const parent = parentOf(xml);
    const known = parent ? await titleOf(parent) : null;
    if (known) return fail({ kind: "unusable", message: `It only points at “${known}”, which is here: choose that.` });
    const read = readStyle(xml);
    if (!read.ok) return fail({ kind: "unusable", message: `The style cannot be used. ${read.error.join(" ")}` });
    const { id, title, kind, locale } = read.value;
    const tried = await probe(xml, title);
    if (!tried.ok) return fail({ kind: "unusable", message: tried.error });

    const uploadedById = actor.id;
    return inTransaction(async (tx) => {
      await lockStyles(tx);
      const before = await tx.cslStyle.findUnique({ where: { id } });
      if (isBundled(id) || (before && before.removedAt === null))
        return fail({ kind: "taken", message: `There is a style of the id ${id} already. Remove that one first.` });
      const sha256 = createHash("sha256").update(xml).digest("hex");
      const data = { title, xml, sha256, kind, locale, uploadedById, uploadedAt: new Date(), removedAt: null };
      await tx.cslStyle.upsert({ where: { id }, create: { id, ...data }, update: data });
      await record(tx, actor, { type: "style.added", article: null, data: { style: id, title, kind, sha256 } });
      return ok({ style: id, title, kind });
    });
  },
});

/** What the style at an address is called, where it is here. */
async function titleOf(address: string): Promise<string | null> {
  const bundled = bundledAt(address);
  if (bundled) return bundledStyles[bundled];
  const row = await db.cslStyle.findFirst({ where: { id: address, removedAt: null }, select: { title: true } });
  return row?.title ?? null;
}
