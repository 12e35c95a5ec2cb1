import { getVersion } from "prosemirror-collab";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, NodeSelection, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { schema } from "@/domain/document/schema";
import { type BringPicture, bringPictures, chooseFiles, picturesOn } from "./bringing";
import { citationView, placeholderView } from "./chips";
import { figureView, onPicture } from "./figure-view";
import { typeInCaption } from "./figures";
import type { Selected } from "./handle";
import { markViews, plainNodeViews, serializer } from "./looks";
import { newId } from "./new-id";
import { manuscriptState } from "./plugins";
import { madeOurs, sectionIdsIn } from "./pasted";
import { cleaned, parser, plainText } from "./reading";
import type { SaveState } from "./saving/machine";
import { type Notice, merged, openKeeping } from "./saving/keeping";
import { createSaver } from "./saving/saver";
import { selectedIn } from "./select";
import { sightsOf } from "./sights";
import { subscribe } from "./subscription";
import type { Message, Person, Transport } from "./transport";

/** What a session tells and asks the component around it. */
export type Calls = {
  onState: (state: EditorState) => void;
  onChange: (document: Node, save: SaveState) => void;
  onSelect: (selected: Selected) => void;
  onInsertCitation: () => void;
  onLink: () => void;
  onBlocker: (way: 1 | -1) => void;
  onMessage: (message: Exclude<Message, { kind: "steps" }>) => void;
  onNotice: (notice: Notice) => void;
};

export type Opening = {
  host: HTMLElement;
  articleId: string;
  document: Node;
  stepCount: number;
  person: Person;
  transport: Transport;
  bringPicture: BringPicture;
  readOnly: () => boolean;
  calls: Calls;
};

export type Session = ReturnType<typeof openSession>;

/** Opens an editor on a document, saves what is written in it, and brings in what others write. */
export function openSession(opening: Opening) {
  const { host, articleId, document, stepCount, person, transport, bringPicture, readOnly, calls } = opening;
  const clientId = newId();
  const copiedHere = new Set<string>();
  const open = () => {
    const selected = selectedIn(view.state, true);
    if (selected.kind === "text") return false;
    calls.onSelect(selected);
    return true;
  };
  const state = manuscriptState(document, stepCount, clientId, {
    open,
    link: calls.onLink,
    picture: () => choosePicture(),
    insertCitation: calls.onInsertCitation,
    blocker: calls.onBlocker,
  });
  const view = new EditorView(host, {
    state,
    editable: () => !readOnly(),
    attributes: () => ({
      class: "prose manuscript",
      role: "textbox",
      "aria-multiline": "true",
      "aria-readonly": String(readOnly()),
      "aria-label": "Manuscript",
      spellcheck: "true",
    }),
    nodeViews: {
      ...plainNodeViews,
      citation: citationView,
      placeholderLink: placeholderView,
      figure: figureView(bringPicture),
    },
    markViews,
    domParser: parser,
    clipboardParser: parser,
    clipboardSerializer: serializer,
    clipboardTextParser: plainText,
    transformPastedHTML: cleaned,
    transformCopied: (slice) => {
      for (const id of sectionIdsIn(slice)) copiedHere.add(id);
      return slice;
    },
    transformPasted: (slice) =>
      madeOurs(slice, copiedHere, new Set(sightsOf(current).references.map((reference) => reference.id))),
    handlePaste: (_view, event) => bring(picturesOn(event.clipboardData), view.state.selection.to),
    handleDrop: (_view, event, _slice, moved) => {
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      return !moved && bring([...(event.dataTransfer?.files ?? [])], at ?? view.state.selection.to);
    },
    scrollMargin: { top: 120, bottom: 80, left: 0, right: 0 },
    scrollThreshold: { top: 100, bottom: 60, left: 0, right: 0 },
    dispatchTransaction: take,
    handleTextInput: (_view, _from, _to, words) => {
      const made = typeInCaption(view.state, words);
      if (made) view.dispatch(made);
      return made !== null;
    },
    handleClickOn: (_view, _at, node, at, event) => {
      const thread = threadUnder(event);
      if (thread)
        calls.onSelect({ kind: "thread", thread, section: selectedIn(view.state, true).section, opened: true });
      // A press on a picture takes its figure, as one on a chip takes the chip; what the browser selects must not undo that.
      const pressed = node.type === schema.nodes.figure ? onPicture(event) : node.isAtom && node.isInline;
      if (!pressed) return false;
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
      open();
      return true;
    },
  });
  /** Whether there were files to bring; what is none that can be shown is refused in words by whoever looks at its bytes. */
  function bring(files: File[], at: number): boolean {
    if (files.length === 0 || !view.editable) return false;
    void bringPictures(view, files, at, bringPicture);
    return true;
  }
  function choosePicture(): void {
    if (view.editable) chooseFiles(true, (files) => bring(files, view.state.selection.to));
  }
  /** The last batch may be answered after the view has gone; its answer still counts. */
  let current = state;
  const desk = {
    state: () => current,
    dispatch: (transaction: Transaction) => {
      if (view.isDestroyed) current = current.apply(transaction);
      else view.dispatch(transaction);
    },
  };
  const keeping = openKeeping({ articleId, clientId, person, transport, desk, onNotice: calls.onNotice });
  const saver = createSaver({
    articleId,
    clientId,
    transport,
    desk,
    keep: keeping.keep,
    onState: (save) => calls.onChange(current.doc, save),
    onLost: (lost) => calls.onNotice({ putBack: 0, lost: merged(lost) }),
    resubscribe: () => subscription.again(),
  });
  const subscription = subscribe(transport, articleId, () => getVersion(current), hear);

  function take(transaction: Transaction): void {
    const before = current;
    const { state: after, transactions } = before.applyTransaction(transaction);
    current = after;
    view.updateState(after);
    if (transactions.some((made) => made.docChanged && !made.getMeta("received"))) saver.edited();
    else if (after.doc !== before.doc) calls.onChange(after.doc, saver.state());
    if (!after.selection.eq(before.selection)) calls.onSelect(selectedIn(after, false));
    calls.onState(after);
  }

  function hear(message: Message): void {
    if (message.kind === "steps") saver.receive(message);
    else calls.onMessage(message);
    if (message.kind === "online") void saver.retry();
    if (message.kind === "online" || message.kind === "steps") keeping.putBack();
  }

  calls.onState(state);
  calls.onChange(document, saver.state());
  keeping.putBack();
  return {
    view,
    saver,
    choosePicture,
    /** Runs an editor command and gives the keyboard back to the text. */
    run: (command: Command): boolean => {
      const done = command(view.state, (transaction) => view.dispatch(transaction), view);
      view.focus();
      return done;
    },
    /** Ends the session; what is unsaved is sent once more and stays kept until the server has it. */
    close: () => {
      subscription.end();
      view.destroy();
      void saver.stop().finally(keeping.close);
    },
  };
}

function threadUnder({ target }: MouseEvent): string | null {
  return target instanceof Element ? (target.closest("[data-thread]")?.getAttribute("data-thread") ?? null) : null;
}
