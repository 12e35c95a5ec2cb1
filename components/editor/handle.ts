import type { Node } from "prosemirror-model";
import type { CitationItem } from "@/domain/citation/item";
import type { Place } from "@/domain/rules/finding";
import type { WantedClaim } from "./claim";
import type { FigureChange } from "./figures";
import type { Replacement } from "./holes";
import type { Quote } from "./quote";
import type { Thread } from "./sights";

/** A section that was taken out here, with all that puts it back. */
export type DeletedSection = { id: string; heading: string; index: number; json: unknown };

/** What is selected in the text; `opened` when a person asked for it by a press or Enter. */
export type Selected =
  | { kind: "citation"; citation: string; section: string; opened: boolean }
  | { kind: "placeholder"; placeholder: string; section: string; opened: boolean }
  | { kind: "thread"; thread: string; section: string; opened: boolean }
  | { kind: "text"; section: string; quote: Quote | null; opened: boolean };

/**
 * What the screen around a manuscript may do with it. Each move answers whether it was made. Nothing here takes the
 * keyboard's focus except `focus`; what is focused is selected, marked and brought into view.
 */
export type ManuscriptHandle = {
  focus: () => void;
  focusCitation: (id: string) => boolean;
  focusPlaceholder: (id: string) => boolean;
  focusSection: (id: string) => boolean;
  /** Brings what a finding is about into view; false for what stands outside the text. */
  focusPlace: (place: Place) => boolean;
  /** Asks for a file and puts its picture behind the block at the cursor. */
  insertPicture: () => void;
  /** Changes what is said of the figure at a position, or of the one that is nearest. */
  changeFigure: (at: number, change: FigureChange) => boolean;
  focusQuote: (quote: Quote) => boolean;
  nextHole: () => boolean;
  previousHole: () => boolean;

  setCitationItems: (id: string, items: readonly CitationItem[]) => boolean;
  deleteCitation: (id: string) => boolean;
  /** Puts a citation behind the selected words; false where none may stand, as in a title. */
  insertCitation: (items: readonly CitationItem[]) => boolean;
  replacePlaceholder: (id: string, replacement: Replacement) => boolean;

  /** Writes, changes or (null) takes out the claim under review. */
  setClaim: (claim: WantedClaim | null) => boolean;

  addSection: (after: string | null) => boolean;
  /** `toIndex` counts sections from 0, the front not among them. */
  moveSection: (id: string, toIndex: number) => boolean;
  renameSection: (id: string, text: string) => boolean;
  deleteSection: (id: string) => DeletedSection | null;
  restoreSection: (json: unknown, index: number) => boolean;

  /** The selected words as an anchor for a comment, or null. */
  quote: () => Quote | null;
  showThreads: (threads: readonly Thread[]) => void;
  undo: () => boolean;
  document: () => Node | null;
  /** Saves at once, or tries again after a refusal or while offline. */
  saveNow: () => void;
};
