import { z } from "zod";
import { may } from "@/domain/access/policy";
import { fail, ok } from "@/domain/result";
import { command } from "@/server/commands/command";
import { inTransaction } from "@/server/db";
import { record } from "@/server/db/events";
import { countTry } from "@/server/db/limits";
import { drawAnew } from "@/server/pictures/draw-anew";

/** In bytes: more than a photograph of a large camera has as JPEG. */
export const largestPicture = 12 * 1024 * 1024;

/**
 * Keeps a picture for the desk, drawn anew from what was brought; readers see it when an edition shows it, and not before.
 * The same picture again is the one that is there. Answers how figures name it.
 */
export const add = command({
  name: "picture.add",
  input: z.strictObject({
    name: z.string().trim().min(1).max(300),
    bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= largestPicture),
  }),
  run: async (actor, { name, bytes }) => {
    if (!may("picture.add", actor) || !actor.id) return fail({ kind: "forbidden" });
    const { id: uploadedById } = actor;
    const counted = await countTry("picture", uploadedById);
    if (!counted.ok) return counted;
    const drawn = await drawAnew(bytes);
    if (!drawn.ok) return fail({ kind: "invalid", message: drawn.error });
    const { picture, whole, forms } = drawn.value;
    return inTransaction(async (tx) => {
      const { count } = await tx.picture.createMany({
        data: [{ ...picture, bytes: whole, name, uploadedById }],
        skipDuplicates: true,
      });
      if (count === 0) return ok(picture);
      await tx.pictureForm.createMany({ data: forms.map((form) => ({ sha256: picture.sha256, ...form })) });
      await record(tx, actor, { type: "picture.added", article: null, data: { name, ...picture } });
      return ok(picture);
    });
  },
});
