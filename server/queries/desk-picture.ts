import { type Actor, may } from "@/domain/access/policy";
import { readPictureName } from "@/domain/document/pictures";
import { db } from "@/server/db";

/** A form of a picture by its name, with its type; null when there is none such or the actor may not see it. */
export async function deskPicture(
  actor: Actor,
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; contentType: string } | null> {
  const asked = may("article.read", actor) ? readPictureName(name) : null;
  if (!asked) return null;
  const { sha256, width, type } = asked;
  const form =
    type === "webp"
      ? await db.pictureForm.findUnique({ where: { sha256_width: { sha256, width } }, select: { bytes: true } })
      : await db.picture.findUnique({ where: { sha256, width, type }, select: { bytes: true } });
  return form && { bytes: Uint8Array.from(form.bytes), contentType: `image/${type}` };
}
