import type { Node } from "prosemirror-model";
import { schema } from "@/domain/document/schema";
import { citedIn } from "@/domain/publishing/digest";
import type { Tx } from "@/server/db";
import type { Draft } from "./draft";
import { partFrom } from "./rows";

/** The text that readers have of an article while its list still has all that this cites; else the draft's. */
export async function publishedText(tx: Tx, { article, manuscript }: Draft): Promise<Node> {
  if (!article.liveEditionId) return manuscript.document;
  const sections = await tx.editionSection.findMany({
    where: { editionId: article.liveEditionId },
    orderBy: { position: "asc" },
    select: { body: true },
  });
  const text = schema.node(
    "doc",
    null,
    sections.map(({ body }) => partFrom(body)),
  );
  const listed = new Set(manuscript.references.map(({ id }) => id));
  return citedIn(text).every((id) => listed.has(id)) ? text : manuscript.document;
}
