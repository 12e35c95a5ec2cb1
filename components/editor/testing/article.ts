import type { Node } from "prosemirror-model";
import { itemOf } from "@/domain/citation/item";
import { readDocument } from "@/domain/document/read";
import { CitationId, ReferenceId, SourceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import { schema } from "@/domain/document/schema";

/** Ids that a test can name: `id(7)` is always the same UUID. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const { nodes } = schema;
const words = (text: string): Node[] => (text ? [schema.text(text)] : []);

/** A paragraph of words and inline nodes. */
export const paragraph = (...content: (string | Node)[]): Node =>
  nodes.paragraph.create(
    null,
    content.flatMap((piece) => (typeof piece === "string" ? words(piece) : [piece])),
  );

/** A section with an id that a test can name; an empty heading makes it an opening. */
export const section = (number: number, heading: string, ...blocks: Node[]): Node =>
  nodes.section.create({ id: id(number) }, [
    nodes.heading.create(null, words(heading)),
    ...(blocks.length > 0 ? blocks : [nodes.paragraph.create()]),
  ]);

/** A citation of references by number; null stands for one that nobody knows, with its key. */
export const cite = (number: number, ...to: (number | { key: string })[]): Node =>
  nodes.citation.create({
    id: CitationId.parse(id(number)),
    items: to.map((one) => (typeof one === "number" ? itemOf(ReferenceId.parse(id(one))) : itemOf(null, one.key))),
  });

/** A link that points nowhere yet. */
export const placeholder = (number: number, target: string): Node =>
  nodes.placeholderLink.create({ id: id(number), target });

/** A document of these sections, checked as the server would. */
export function article(...sections: Node[]): Node {
  const front = nodes.front.create({ id: id(1) }, [
    nodes.title.create(null, words("The ferry that stayed")),
    nodes.standfirst.create(),
    nodes.byline.create(null, words("By Ines Vale")),
  ]);
  const read = readDocument(nodes.doc.create(null, [front, ...sections]).toJSON());
  if (!read.ok) throw new Error(read.error.why);
  return read.value;
}

/** A reference with a source, or a raw line without one. */
export const reference = (number: number, title: string, kind: "source" | "raw" = "source"): Reference => ({
  id: ReferenceId.parse(id(number)),
  original: title,
  labels: [],
  ownNumber: false,
  source:
    kind === "raw"
      ? null
      : { id: sourceId(number), record: { type: "report", title, issued: { "date-parts": [[2024]] } } },
});

const sourceId = (number: number) => SourceId.parse(id(number + 500_000));
