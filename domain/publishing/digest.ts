import type { Node } from "prosemirror-model";
import { CitationItems } from "@/domain/document/attributes";
import { laterFigureAttributes } from "@/domain/document/nodes";
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
  return canonicalJson({ rules: rulesVersion, body: asDigested(part.node.toJSON()), sources, order });
}

/** The text whose SHA-256 is an article's digest: its parts' digests in their order. */
export function articleDigestText(parts: readonly { id: SectionId; digest: string }[], rulesVersion: string): string {
  return canonicalJson({ rules: rulesVersion, parts: parts.map(({ id, digest }) => ({ id, digest })) });
}

/** A node's JSON without the attributes that say nothing and that nodes of its type did not have from the beginning. */
function asDigested(json: NodeJson): NodeJson {
  const content = json.content?.map(asDigested);
  const attrs = json.type === "figure" && json.attrs ? Object.fromEntries(saying(json.attrs)) : json.attrs;
  return { ...json, ...(content && { content }), ...(attrs && { attrs }) };
}

const saying = (attrs: Record<string, unknown>) =>
  Object.entries(attrs).filter(([name, value]) => !(name in later) || later[name]?.default !== value);

const later: Readonly<Record<string, { default: unknown }>> = laterFigureAttributes;

type NodeJson = { type?: string; attrs?: Record<string, unknown>; content?: NodeJson[] };

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
