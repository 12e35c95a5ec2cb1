import { undo } from "prosemirror-history";
import { type EditorState, NodeSelection, TextSelection, type Transaction } from "prosemirror-state";
import { partsOf } from "@/domain/document/parts";
import { setClaim } from "./claim";
import { changeFigure, figureNear } from "./figures";
import type { DeletedSection, ManuscriptHandle } from "./handle";
import {
  deleteChip,
  focusChip,
  focusHole,
  insertCitation,
  placeOf,
  replacePlaceholder,
  setCitationItems,
} from "./holes";
import { findQuote, quoteAt } from "./quote";
import { addSection, deleteSection, moveSection, renameSection, restoreSection, sectionsOf } from "./sections";
import type { Session } from "./session";
import { showing, sightsOf } from "./sights";

/** The handle of a manuscript over whatever session is open; without one every move answers that it was not made. */
export function handleOf(session: () => Session | null): ManuscriptHandle {
  const make = (change: (state: EditorState) => Transaction | null): boolean => {
    const view = session()?.view;
    const transaction = view ? change(view.state) : null;
    if (transaction) view?.dispatch(transaction);
    return transaction !== null;
  };
  const hole = (way: 1 | -1) =>
    make((state) => focusHole(state, way, new Set(sightsOf(state).references.map(({ id }) => id))));
  const edit = (change: (state: EditorState) => Transaction | null) =>
    session()?.view.editable === true && make(change);
  const range = (state: EditorState, from: number, to = from) =>
    state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))).scrollIntoView();

  const startOf = (state: EditorState, section: string) => partsOf(state.doc).find(({ id }) => id === section)?.from;
  const focusSection = (section: string) =>
    make((state) => {
      const from = startOf(state, section);
      return from === undefined ? null : range(state, from + 2);
    });
  const focusAt = (positionIn: (state: EditorState) => number | undefined) =>
    make((state) => {
      const at = positionIn(state);
      return at === undefined ? null : range(state, Math.max(0, Math.min(at, state.doc.content.size)));
    });
  const focusLine = (section: string, at: number) =>
    focusAt((state) => {
      const from = startOf(state, section);
      return from === undefined ? undefined : from + 1 + at;
    });

  const focusPicture = (at: number) =>
    make((state) => {
      const figure = figureNear(state.doc, at);
      return figure === null ? null : state.tr.setSelection(NodeSelection.create(state.doc, figure)).scrollIntoView();
    });

  return {
    focus: () => session()?.view.focus(),
    focusCitation: (id) => make((state) => focusChip(state, id)),
    focusPlaceholder: (id) => make((state) => focusChip(state, id)),
    focusSection,
    focusPlace: (place) => {
      if (place.kind === "citation") return make((state) => focusChip(state, place.citation));
      if (place.kind === "placeholder") return make((state) => focusChip(state, place.placeholder));
      if (place.kind === "text") return focusAt(() => place.at);
      if (place.kind === "front") return focusLine(place.section, place.at);
      if (place.kind === "picture") return focusPicture(place.at);
      return "section" in place ? focusSection(place.section) : false;
    },
    insertPicture: () => session()?.choosePicture(),
    changeFigure: (at, change) => edit((state) => changeFigure(state, figureNear(state.doc, at) ?? at, change)),
    focusQuote: (quote) =>
      make((state) => {
        const found = findQuote(state.doc, quote);
        return found && range(state, found.from, found.to);
      }),
    nextHole: () => hole(1),
    previousHole: () => hole(-1),

    setCitationItems: (id, items) => edit((state) => setCitationItems(state, id, items)),
    deleteCitation: (id) => edit((state) => (placeOf(state.doc, id) === null ? null : deleteChip(state, id))),
    insertCitation: (items) => edit((state) => insertCitation(state, items)),
    replacePlaceholder: (id, replacement) => edit((state) => replacePlaceholder(state, id, replacement)),

    setClaim: (claim) => edit((state) => setClaim(state, claim)),

    addSection: (after) => edit((state) => addSection(state, after)),
    moveSection: (id, toIndex) => edit((state) => moveSection(state, id, toIndex)),
    renameSection: (id, text) => edit((state) => renameSection(state, id, text)),
    deleteSection: (id) => {
      const state = session()?.view.state;
      const deleted = state ? taken(state, id) : null;
      return edit((now) => deleteSection(now, id)) ? deleted : null;
    },
    restoreSection: (json, index) => edit((state) => restoreSection(state, json, index)),

    quote: () => {
      const state = session()?.view.state;
      return state ? quoteAt(state.doc, state.selection.from, state.selection.to) : null;
    },
    showThreads: (threads) => void make((state) => showing(state, { threads })),
    undo: () => session()?.run(undo) ?? false,
    document: () => session()?.view.state.doc ?? null,
    saveNow: () => void session()?.saver.retry(),
  };
}

function taken(state: EditorState, id: string): DeletedSection | null {
  const sections = sectionsOf(state.doc);
  const index = sections.findIndex((part) => part.id === id);
  const part = sections[index];
  return part ? { id, index, heading: part.heading ?? "", json: part.node.toJSON() } : null;
}
