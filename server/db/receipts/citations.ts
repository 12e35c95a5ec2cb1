import type { Node } from "prosemirror-model";
import type { CitationItem } from "@/domain/citation/item";
import { CitationItems } from "@/domain/document/attributes";
import { partId } from "@/domain/document/parts";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import { schema } from "@/domain/document/schema";
import { ArticleId, ReferenceId, SourceId } from "@/domain/ids";
import { defaultPolicy } from "@/domain/rules/policy";
import { noFacts } from "@/domain/source/facts";
import type { Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
import { supportsOf } from "@/server/db/verifications";
import type { FrozenReference } from "./gather";

type Told = Receipt["citations"];
type Word = {
  citationId: string;
  position: number;
  sourceId: string;
  verdict: string;
  digest: string;
  personId: string;
  at: Date;
};

/**
 * The citations of an edition in reading order, each with the newest word of a person who compared it with its source; a word
 * on other words, another record or an older copy is not told, because it says nothing of this text.
 */
export async function citationsIn(
  tx: Tx,
  articleId: string,
  parts: readonly Node[],
  references: readonly FrozenReference[],
): Promise<{ people: string[]; told: (names: ReadonlyMap<string, string>) => Told }> {
  const words = await newestWords(tx, articleId);
  const digests = await digestsOf(tx, articleId, parts, references);
  const sources = new Map<string, string | null>(references.map(({ id, sourceId }) => [id, sourceId ?? null]));
  const wordOn = (citation: string, position: number, reference: string | null): Word | null => {
    const word = words.get(`${citation} ${position}`);
    if (!word || !reference || digests.get(`${citation} ${position}`) !== word.digest) return null;
    return sources.get(reference) === word.sourceId ? word : null;
  };
  return {
    people: [...new Set([...words.values()].map(({ personId }) => personId))],
    told: (names) =>
      parts.flatMap((part) =>
        citationsOf(part).map(({ id, items }) => ({
          id,
          section: partId(part),
          items: items.map(({ reference, locator, label, quote }, position) => {
            const word = wordOn(id, position, reference);
            return {
              reference,
              locator,
              label,
              quote: quote === null ? null : sha256(quote),
              verified: word && {
                verdict: word.verdict,
                by: names.get(word.personId) ?? "",
                at: word.at.toISOString(),
                digest: word.digest,
              },
            };
          }),
        })),
      ),
  };
}

/** What a word on each cited item of this text has to be of, by citation and place. */
async function digestsOf(
  tx: Tx,
  articleId: string,
  parts: readonly Node[],
  references: readonly FrozenReference[],
): Promise<ReadonlyMap<string, string>> {
  const supports = await supportsOf(tx, ArticleId.parse(articleId), {
    document: schema.node("doc", null, [...parts]),
    references: references.map(({ id, sourceId, record }) => ({
      id: ReferenceId.parse(id),
      original: null,
      labels: [],
      ownNumber: false,
      source: sourceId && record ? { id: SourceId.parse(sourceId), record } : null,
    })),
    links: new Map(),
    threads: [],
    facts: noFacts,
    policy: defaultPolicy,
  });
  return new Map(supports.map(({ citation, position, digest }) => [`${citation} ${position}`, digest]));
}

function citationsOf(part: Node): { id: string; items: CitationItem[] }[] {
  const found: { id: string; items: CitationItem[] }[] = [];
  part.descendants((node) => {
    if (node.type.name === "citation")
      found.push({ id: String(node.attrs["id"]), items: CitationItems.parse(node.attrs["items"]) });
  });
  return found;
}

async function newestWords(tx: Tx, articleId: string): Promise<ReadonlyMap<string, Word>> {
  const rows = await tx.verification.findMany({ where: { articleId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return new Map(rows.map((row) => [`${row.citationId} ${row.position}`, row]));
}
