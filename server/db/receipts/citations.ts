import type { Node } from "prosemirror-model";
import type { CitationItem } from "@/domain/citation/item";
import { CitationItems } from "@/domain/document/attributes";
import { partId } from "@/domain/document/parts";
import type { Receipt } from "@/domain/publishing/receipt/receipt";
import type { Tx } from "@/server/db";
import { sha256 } from "@/server/db/digest";
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

/** The citations of an edition in reading order, each with the newest word of a person who compared it with its source. */
export async function citationsIn(
  tx: Tx,
  articleId: string,
  parts: readonly Node[],
  references: readonly FrozenReference[],
): Promise<{ people: string[]; told: (names: ReadonlyMap<string, string>) => Told }> {
  const words = await newestWords(tx, articleId);
  const sources = new Map<string, string | null>(references.map(({ id, sourceId }) => [id, sourceId ?? null]));
  const wordOn = (citation: string, position: number, reference: string | null): Word | null => {
    const word = words.get(`${citation} ${position}`);
    return word && reference && sources.get(reference) === word.sourceId ? word : null;
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
