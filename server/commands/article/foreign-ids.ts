import type { Node } from "prosemirror-model";
import { canonicalJson } from "@/domain/document/canonical";
import { type Picture, picturesIn } from "@/domain/document/pictures";
import { partsOf } from "@/domain/document/parts";
import { citedIn } from "@/domain/publishing/digest";
import type { Tx } from "@/server/db";
import type { Draft } from "@/server/db/draft";

/**
 * What a changed document took from elsewhere by its id, as sentences: sections of other articles, entries of their lists,
 * pictures that are not kept here, or not as they are named.
 */
export async function foreignIds(tx: Tx, { article, sections, manuscript }: Draft, document: Node): Promise<string[]> {
  const own = new Set<string>([...sections, ...manuscript.references].map(({ id }) => id));
  const parts = partsOf(document).flatMap(({ id }) => (own.has(id) ? [] : [id]));
  const cited = citedIn(document).filter((id) => !own.has(id));
  const elsewhere = { not: article.id };
  const taken =
    parts.length > 0 ? await tx.section.findMany({ where: { id: { in: parts }, articleId: elsewhere } }) : [];
  const borrowed =
    cited.length > 0 ? await tx.reference.findMany({ where: { id: { in: cited }, articleId: elsewhere } }) : [];
  const unknown = (await unknownPictures(tx, document)).map(
    () => "A picture is not kept at this desk. Bring its file.",
  );
  return [
    ...unknown,
    ...taken.map(({ heading }) => `The section “${heading ?? "without heading"}” belongs to another article.`),
    ...borrowed.map(({ original, labels }) => {
      const entry = original ? `“${original.slice(0, 80)}”` : labels.join(", ") || "an entry";
      return `A citation rests on ${entry} of another article's list. Delete it, then cite the source here.`;
    }),
  ];
}

async function unknownPictures(tx: Tx, document: Node): Promise<Picture[]> {
  const pictures = picturesIn([document]).map(({ shown }) => shown.picture);
  if (pictures.length === 0) return [];
  const kept = await tx.picture.findMany({
    where: { sha256: { in: pictures.map(({ sha256 }) => sha256) } },
    select: { sha256: true, width: true, height: true, type: true },
  });
  const known = new Set(kept.map((picture) => canonicalJson(picture)));
  return pictures.filter((picture) => !known.has(canonicalJson(picture)));
}
