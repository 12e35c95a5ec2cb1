import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { partsOf } from "@/domain/document/parts";
import { schema } from "@/domain/document/schema";
import type { Finding, Place } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import { type ChipSpec, placeholderLabel } from "./chips";
import { sentencesIn } from "./coverage";
import { chipLabels } from "./numbers";
import { type Quote, findQuote } from "./quote";

/** What is shown over the text and is no part of it. */
export type Sights = {
  references: readonly Reference[];
  /** What citations show, by their ids, where they do not show numbers. */
  marks: ReadonlyMap<string, string>;
  findings: readonly Finding[];
  /** The finding in hand. */
  current: Place | null;
  threads: readonly Thread[];
};
export type Thread = { id: string; anchor: Quote; now?: boolean };

type Shown = { sights: Sights; washes: DecorationSet; all: DecorationSet };

const key = new PluginKey<Shown>("sights");
const none: Sights = { references: [], marks: new Map(), findings: [], current: null, threads: [] };

/** Draws chips' labels, hints in empty places, washes under figures and threads; recomputed where the text changes. */
export function sights(): Plugin {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => shown(state.doc, none),
      apply(transaction, before, _old, state) {
        const next: Sights | undefined = transaction.getMeta(key);
        if (next) return shown(state.doc, next);
        if (!transaction.docChanged) return before;
        return together(state.doc, before.sights, before.washes.map(transaction.mapping, transaction.doc));
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.all,
    },
  });
}

/** Tells the editor what to show from now on. */
export function showing(state: EditorState, change: Partial<Sights>): Transaction {
  return state.tr.setMeta(key, { ...sightsOf(state), ...change }).setMeta("addToHistory", false);
}

/** What the editor shows now. */
export function sightsOf(state: EditorState): Sights {
  return key.getState(state)?.sights ?? none;
}

function shown(document: Node, sights: Sights): Shown {
  return together(document, sights, DecorationSet.create(document, washesOf(document, sights)));
}

function together(document: Node, sights: Sights, washes: DecorationSet): Shown {
  return { sights, washes, all: DecorationSet.create(document, [...chipsOf(document, sights), ...washes.find()]) };
}

const hints: Record<string, string> = {
  title: "Title",
  standfirst: "Standfirst",
  byline: "By …",
  claim: "What was claimed",
  caption: "Caption",
  heading: "No heading (opening)",
};

function chipsOf(document: Node, { references, marks, current }: Sights): Decoration[] {
  const labels = chipLabels(document, references, marks);
  const now =
    current?.kind === "citation" ? current.citation : current?.kind === "placeholder" ? current.placeholder : null;
  const found: Decoration[] = [];
  document.descendants((node, at, parent) => {
    const { citation, placeholderLink, section, paragraph } = schema.nodes;
    if (node.type === citation || node.type === placeholderLink) {
      const label = node.type === citation ? labels.get(node.attrs["id"]) : placeholderLabel(node);
      const chip: ChipSpec | null = label ? { ...label, now: node.attrs["id"] === now } : null;
      if (chip) found.push(Decoration.node(at, at + 1, {}, chip));
    }
    if (!node.isTextblock || node.content.size > 0) return;
    const lone = node.type === paragraph && parent?.type === section && parent.childCount === 2;
    const hint = hints[node.type.name] ?? (lone ? "Text" : null);
    if (hint) found.push(Decoration.node(at, at + node.nodeSize, { class: "empty", "data-hint": hint }));
  });
  return found;
}

function washesOf(document: Node, { findings, threads, current }: Sights): Decoration[] {
  const washes: Decoration[] = [];
  for (const { place, excerpt, severity } of findings) {
    if (place.kind !== "text") continue;
    const range = textAt(document, place, excerpt);
    if (!range) continue;
    const now = current?.kind === "text" && current.section === place.section && current.at === place.at;
    washes.push(
      Decoration.inline(range.from, range.to, {
        class: `${severity === "warning" ? "fig" : "stop"}${now ? " now" : ""}`,
      }),
    );
  }
  for (const { id, anchor, now } of threads) {
    const range = findQuote(document, anchor);
    if (range)
      washes.push(Decoration.inline(range.from, range.to, { class: now ? "thread now" : "thread", "data-thread": id }));
  }
  return washes;
}

/**
 * The words of a finding about text. They are looked for in its part, near its position, since the text may have moved on
 * while it was judged; without them it is the sentence there.
 */
export function textAt(document: Node, place: TextPlace, excerpt: string): { from: number; to: number } | null {
  const part = partsOf(document).find(({ id }) => id === place.section);
  if (!part) return null;
  const { at: wanted } = place;
  const words = spaced(excerpt);
  let best: { from: number; to: number } | null = null;
  let sentence: { from: number; to: number } | null = null;
  part.node.descendants((node, offset) => {
    if (!node.isTextblock) return true;
    const start = part.from + 2 + offset;
    const text = spaced(node.textBetween(0, node.content.size, undefined, "\ufffc"));
    for (let index = words ? text.indexOf(words) : -1; index >= 0; index = text.indexOf(words, index + 1)) {
      const here = { from: start + index, to: start + index + words.length };
      if (!best || farFrom(wanted, here) < farFrom(wanted, best)) best = here;
    }
    if (wanted < start || wanted > start + node.content.size) return false;
    const found = sentencesIn(node).find(([from, to]) => wanted - start >= from && wanted - start < to);
    sentence = found ? { from: wanted, to: start + found[1] } : null;
    return false;
  });
  return best ?? sentence;
}

/** How far a position is from a range; 0 within it. */
const farFrom = (at: number, { from, to }: { from: number; to: number }): number => Math.max(from - at, at - to, 0);

type TextPlace = Extract<Place, { kind: "text" }>;

/** White space of any kind as plain spaces, one for one, so that positions stay. */
const spaced = (text: string): string => text.replace(/\s/gu, " ").trimEnd();
