import { diffArrays } from "diff";
import type { Node } from "prosemirror-model";
import { canonicalJson } from "@/domain/document/canonical";
import { type Picture, picturedIn } from "@/domain/document/pictures";
import { type Token, tokensOf } from "./tokens";

/** A run of tokens that both texts have, or only one. */
export type Span = { kind: "same" | "added" | "removed"; tokens: Token[] };

/** A block of one text or of both: `type` is the node's type name; of a figure the picture too, the later one where it changed. */
export type BlockChange = {
  kind: "same" | "added" | "removed" | "changed";
  type: string;
  spans: Span[];
  picture?: Picture;
};

/** What became of a part's blocks from one text to the other, in reading order: whole blocks, and words inside changed ones. */
export function compareParts(before: Node | null, after: Node | null): BlockChange[] {
  const runs = diffArrays(blocksOf(before), blocksOf(after), { comparator: (a, b) => a.key === b.key });
  const changes: BlockChange[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (!run) continue;
    if (run.removed && next?.added) {
      changes.push(...pairs(run.value, next.value));
      index++;
    } else
      changes.push(...run.value.map((block) => whole(block, run.added ? "added" : run.removed ? "removed" : "same")));
  }
  return changes;
}

/** How many words a comparison adds and removes. */
export function sizeOf(changes: readonly BlockChange[]): { added: number; removed: number } {
  const count = (kind: Span["kind"]) =>
    changes
      .flatMap((change) => change.spans)
      .filter((span) => span.kind === kind)
      .flatMap((span) => span.tokens)
      .filter((token) => token.text.trim()).length;
  return { added: count("added"), removed: count("removed") };
}

type Block = { node: Node; key: string };

/** The text blocks of a part; containers (lists, quotes, tables) count by the blocks inside them; a figure by its picture, too. */
function blocksOf(part: Node | null): Block[] {
  const blocks: Block[] = [];
  part?.descendants((node) => {
    if (node.type.name === "figure") blocks.push({ node, key: canonicalJson(node.attrs) });
    if (!node.isTextblock && node.type.name !== "horizontalRule") return true;
    if (node.content.size > 0 || node.type.name === "horizontalRule" || node.type.name === "claim")
      blocks.push({ node, key: canonicalJson(node.toJSON()) });
    return false;
  });
  return blocks;
}

const whole = ({ node }: Block, kind: "same" | "added" | "removed"): BlockChange => ({
  kind,
  type: node.type.name,
  spans: [{ kind, tokens: tokensOf(node) }],
  ...pictureOf(node),
});

function pictureOf(node: Node): Pick<BlockChange, "picture"> {
  const shown = picturedIn(node);
  return shown ? { picture: shown.picture } : {};
}

/** Replaced blocks are compared one with one, in order; what is left over on a side is whole. */
function pairs(removed: Block[], added: Block[]): BlockChange[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const [old, now] = [removed[index], added[index]];
    if (old && now && old.node.type === now.node.type) return [changed(old, now)];
    return [...(old ? [whole(old, "removed")] : []), ...(now ? [whole(now, "added")] : [])];
  }).flat();
}

function changed(old: Block, now: Block): BlockChange {
  const runs = diffArrays(tokensOf(old.node), tokensOf(now.node), { comparator: (a, b) => a.key === b.key });
  const spans = runs.map(
    (run): Span => ({ kind: run.added ? "added" : run.removed ? "removed" : "same", tokens: run.value }),
  );
  return { kind: "changed", type: now.node.type.name, spans, ...pictureOf(now.node) };
}
