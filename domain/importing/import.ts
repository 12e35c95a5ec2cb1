import type { Node } from "prosemirror-model";
import type { ReferenceId } from "@/domain/ids";
import type { Reference } from "@/domain/rules/manuscript";
import { type Bibliography, noBibliography } from "./bibliography";
import { cleanInlines } from "./clean";
import { takeContents } from "./contents";
import { buildDocument } from "./document-builder";
import { takeFront } from "./front";
import { type Ledger, gathered, outcomeOf } from "./ledger";
import type { Desk } from "./line-builder";
import { citesByKey } from "./markers/pandoc";
import { strippedBefore } from "./markers/stripped";
import { bookOf } from "./references";
import { type Run, runOf } from "./run";
import { takeSources } from "./source-list";
import { type Block, type DraftTree, type Inline, wordsOf } from "./tree";

/** An imported draft: a document of our schema, the references of its source list, and the ledger of what became of what. */
export type Imported = { document: Node; references: Reference[]; ledger: Ledger };

/**
 * Turns a draft's tree into a document. Every marker becomes a citation or a placeholder, bound where the text itself
 * says to what, a hole otherwise; every source line becomes a reference that is not a source yet. `known` are
 * references that exist already, by key; `bibliography` came with the draft, and what is cited of it joins the list. Ids are the caller's, so the same input gives the same answer.
 */
export function importDraft(
  tree: DraftTree,
  newId: () => string,
  known: ReadonlyMap<string, ReferenceId> = new Map(),
  bibliography: Bibliography = noBibliography,
): Imported {
  const front = takeFront(tree);
  const contents = takeContents(front.blocks, wordsOf(front.title));
  const sources = takeSources(contents.blocks);
  const body = { ...front, blocks: sources.blocks };
  const book = bookOf(
    { list: sources.sources, notes: tree.notes, numbered: tree.numbered },
    known,
    newId,
    bibliography,
  );
  const runs = runsIn(body.blocks);
  const stops = strippedBefore(runs);
  const desk: Desk = {
    book,
    facts: {
      labels: book.labels,
      keysAreRead: tree.elsewhere !== null,
      citesByKey: tree.named.citesByKey || bibliography.size > 0 || runs.some((run) => citesByKey(run.text)),
      strippedBefore: stops.signs,
    },
    newId,
    lines: [...tree.lines, ...contents.lines, ...sources.lines],
    found: { citation: 0, link: 0 },
  };
  const document = buildDocument(body, desk);
  for (const cited of tree.elsewhere ?? []) book.list(cited);
  const found = {
    ...desk.found,
    label: book.references.reduce((sum, { labels }) => sum + labels.length, 0),
    reference: book.references.length,
  };
  const habit = stops.habit
    ? ["White space before commas and full stops is a habit of this text: none was read as a lost citation."]
    : [];
  const warnings = [...tree.warnings, ...contents.warnings, ...book.warnings, ...habit];
  const ledger = {
    found,
    ...outcomeOf(document, book.references, known.values()),
    lines: gathered(desk.lines),
    warnings,
  };
  return { document, references: book.references, ledger };
}

/** The running text of blocks, headings and code left out, as it will be looked through. */
function runsIn(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block): Run[] => {
    switch (block.kind) {
      case "paragraph":
        return [clean(block.inlines)];
      case "quote":
        return runsIn(block.blocks);
      case "list":
        return block.items.flatMap(runsIn);
      case "table":
        return [block.head, ...block.rows].flatMap((row) => row.map((cell) => clean(cell.inlines)));
      case "figure":
        return [clean(block.caption)];
      default:
        return [];
    }
  });
}

const clean = (inlines: readonly Inline[]): Run => runOf(cleanInlines(inlines, []));
