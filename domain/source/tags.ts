import { z } from "zod";
import { fail, ok, type Result } from "@/domain/result";

/** A tag as it is kept: small letters, composed (NFC), single spaces, at most 40 characters, without commas. */
export const Tag = z
  .string()
  .max(200)
  .transform(normalTag)
  .pipe(z.string().min(1, "a tag has at least one letter").max(40, "a tag has at most 40 characters"));

/** How many tags a source may have. */
export const mostTags = 50;

/** Tags after some were put on and some taken off, in the order of the alphabet; refused when there would be too many. */
export function tagsAfter(
  before: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): Result<string[], { kind: "too-many"; tags: number }> {
  const tags = new Set(before);
  for (const tag of remove) tags.delete(tag);
  for (const tag of add) tags.add(tag);
  if (tags.size > mostTags && tags.size > before.length) return fail({ kind: "too-many", tags: tags.size });
  return ok([...tags].sort());
}

function normalTag(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{C},;#]+/gu, " ")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}
