import type { Node } from "prosemirror-model";
import { CitationItems } from "@/domain/document/attributes";
import { canonicalJson } from "@/domain/document/canonical";
import { type Part, partsOf } from "@/domain/document/parts";
import type { ReferenceId, SectionId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";

/**
 * The text whose SHA-256 is a section's digest: canonical JSON (RFC 8785) of all that the reader would see of it, with
 * the cited source records and the rules' version. The front's has the order of the sections besides, so that nobody adds,
 * moves or deletes one without a second person's yes. Comments and suggestions are not part of it.
 */
export function sectionDigestText(part: Part, manuscript: Digested, rulesVersion: string): string {
  const cited = new Set(citedIn(part.node));
  const sources = manuscript.references
    .filter((reference) => cited.has(reference.id))
    .map((reference) => ({ reference: reference.id, record: reference.source?.record ?? null }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
  const order = part.kind === "front" ? sectionsOf(manuscript.document) : undefined;
  return canonicalJson({ rules: rulesVersion, body: part.node.toJSON(), sources, order });
}

/** The text whose SHA-256 is an article's digest: its parts' digests in their order. */
export function articleDigestText(parts: readonly { id: SectionId; digest: string }[], rulesVersion: string): string {
  return canonicalJson({ rules: rulesVersion, parts: parts.map(({ id, digest }) => ({ id, digest })) });
}

type Digested = { document: Node; references: readonly Reference[] };

const sectionsOf = (document: Node): SectionId[] =>
  partsOf(document).flatMap(({ kind, id }) => (kind === "section" ? [id] : []));

/** The references that a node's citations rest on, each once, in reading order. */
export function citedIn(node: Node): ReferenceId[] {
  const found = new Set<ReferenceId>();
  node.descendants((child) => {
    if (child.type.name !== "citation") return;
    for (const item of CitationItems.parse(child.attrs["items"])) if (item.reference) found.add(item.reference);
  });
  return [...found];
}
