import fc from "fast-check";
import { redo, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whyInvalid } from "@/domain/document/read";
import { insertCitation, replacePlaceholder } from "./holes";
import {
  addSection,
  deleteSection,
  moveSection,
  renameSection,
  restoreSection,
  sectionsOf,
  splitSection,
} from "./sections";
import { article, cite, id, paragraph, placeholder, section } from "./testing/article";
import { authorityOf } from "./testing/authority";
import { type Writer, writerOf } from "./testing/writer";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const draft = () =>
  article(
    section(2, "", paragraph("The ferry was to stop in May", cite(100), ".")),
    section(3, "Who pays", paragraph("The county pays half", cite(101, 900), "."), paragraph("The rest is open.")),
    section(4, "What comes", paragraph("See ", placeholder(200, "the-bridge"), " for the bridge.")),
  );

/** One thing that a writer does; `a` and `b` (0 to 1) choose where. */
type Deed = { writer: number; kind: keyof typeof deeds; a: number; b: number };

const deeds = {
  type: (state: EditorState, a: number) => state.tr.insertText("word ", placeIn(state.doc, a)),
  remove: (state: EditorState, a: number, b: number) => {
    const from = placeIn(state.doc, a);
    const $from = state.doc.resolve(from);
    return state.tr.delete(from, Math.min($from.end(), from + Math.ceil(b * 6)));
  },
  cite: (state: EditorState, a: number) => insertCitation(at(state, a), []),
  paragraph: (state: EditorState, a: number) => {
    const place = placeIn(state.doc, a);
    return state.doc.resolve(place).parent.type.name === "paragraph" ? state.tr.split(place) : null;
  },
  split: (state: EditorState, a: number) => {
    const transaction = state.tr;
    return splitSection(transaction, state.doc.resolve(placeIn(state.doc, a))) ? transaction : null;
  },
  add: (state: EditorState, a: number) => addSection(state, pick(state, a)?.id ?? null),
  move: (state: EditorState, a: number, b: number) =>
    moveSection(state, pick(state, a)?.id ?? "", Math.floor(b * sectionsOf(state.doc).length)),
  rename: (state: EditorState, a: number) => renameSection(state, pick(state, a)?.id ?? "", "Renamed"),
  drop: (state: EditorState, a: number) => deleteSection(state, pick(state, a)?.id ?? ""),
  paste: (state: EditorState, a: number, b: number) =>
    restoreSection(state, pick(state, a)?.node.toJSON(), Math.floor(b * 4)),
  resolve: (state: EditorState) => replacePlaceholder(state, id(200), { kind: "text", text: "our piece" }),
  undo: (state: EditorState) => commanded(undo, state),
  redo: (state: EditorState) => commanded(redo, state),
  cut: () => null,
  mend: () => null,
  wait: () => null,
};

test("three people write, move, cut, paste and undo at once, offline now and then, and all end with one valid text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed(), { minLength: 5, maxLength: 60 }), async (doings) => {
      const authority = authorityOf(draft());
      const writers = ["ines", "tomas", "ruth"].map((name, index) =>
        writerOf(name, draft(), 0, authority.transport, index * 150),
      );
      for (const { saver } of writers)
        authority.transport.subscribe("article", 0, (message) => message.kind === "steps" && saver.receive(message));
      for (const doing of doings) await act(writers, doing);
      for (const writer of writers) writer.cut(false);
      await vi.advanceTimersByTimeAsync(120_000);
      expect(authority.refused()).toBe(0);
      expect(whyInvalid(authority.document())).toBeNull();
      for (const writer of writers) {
        expect(writer.saver.state()).toEqual({ phase: "saved", unsaved: 0, why: null, kept: true });
        expect(writer.state().doc.toJSON()).toEqual(authority.document().toJSON());
        expect(writer.kept().steps).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("no word is lost while others move, split and rename the section that it is written in", async () => {
  const kinds = ["type", "type", "move", "split", "add", "rename", "cite", "paragraph", "cut", "mend", "wait"] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(deed(kinds), { minLength: 5, maxLength: 50 }), async (doings) => {
      const authority = authorityOf(draft());
      const writers = ["ines", "tomas", "ruth"].map((name, index) =>
        writerOf(name, draft(), 0, authority.transport, index * 150),
      );
      const written: string[] = [];
      for (const [index, doing] of doings.entries()) {
        const writer = writers[doing.writer % writers.length];
        if (doing.kind !== "type" || !writer) await act(writers, doing);
        else {
          // One letter each, so that no word can be written into the middle of another.
          const word = String.fromCodePoint(0x4e00 + index);
          if (writer.make((state) => state.tr.insertText(word, textPlace(state.doc, doing.a)))) written.push(word);
        }
      }
      for (const writer of writers) writer.cut(false);
      await vi.advanceTimersByTimeAsync(120_000);
      const text = authority.document().textContent;
      expect(written.filter((word) => !text.includes(word))).toEqual([]);
      expect(writers.flatMap(({ lostWords }) => lostWords)).toEqual([]);
      expect(authority.refused()).toBe(0);
    }),
    { numRuns: 200 },
  );
}, 60_000);

async function act(writers: readonly Writer[], { writer: index, kind, a, b }: Deed): Promise<void> {
  const writer = writers[index % writers.length];
  if (!writer) return;
  if (kind === "cut" || kind === "mend") writer.cut(kind === "cut");
  if (kind === "wait") await vi.advanceTimersByTimeAsync(Math.ceil(a * 1500));
  writer.make((state) => deeds[kind](state, a, b));
}

const all = Object.keys(deeds).filter((kind): kind is keyof typeof deeds => kind in deeds);

function deed(kinds: readonly (keyof typeof deeds)[] = [...all, "type", "wait"]): fc.Arbitrary<Deed> {
  const where = fc.double({ min: 0, max: 0.999, noNaN: true });
  return fc.record({ writer: fc.nat(2), kind: fc.constantFrom(...kinds), a: where, b: where });
}

const pick = ({ doc }: EditorState, a: number) => {
  const sections = sectionsOf(doc);
  return sections[Math.floor(a * sections.length)];
};

function placeIn(document: Node, a: number): number {
  const places: number[] = [];
  document.descendants((node, at) => {
    if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset++) places.push(at + 1 + offset);
  });
  return places[Math.floor(a * places.length)] ?? 2;
}

/** A place in a paragraph: a heading may be renamed as a whole by somebody else. */
function textPlace(document: Node, a: number): number {
  const places: number[] = [];
  document.descendants((node, at) => {
    if (node.type.name === "paragraph")
      for (let offset = 0; offset <= node.content.size; offset++) places.push(at + 1 + offset);
  });
  return places[Math.floor(a * places.length)] ?? 2;
}

function at(state: EditorState, a: number): EditorState {
  const place = placeIn(state.doc, a);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
}

function commanded(command: typeof undo, state: EditorState): Transaction | null {
  let made: Transaction | null = null;
  command(state, (transaction) => {
    made = transaction;
  });
  return made;
}
