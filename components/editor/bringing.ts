import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Picture } from "@/domain/document/pictures";
import { insertFigure, placeForFigure } from "./figures";
import { newId } from "./new-id";

/** What became of a file that was brought as a picture. */
export type Brought = { ok: true; picture: Picture } | { ok: false; why: string };

/** Sends a file to where pictures are kept; `onProgress` hears how much of it has arrived, from 0 to 1. */
export type BringPicture = (file: File, onProgress: (part: number) => void) => Promise<Brought>;

/** The formats that a file chooser offers; the server looks at the bytes. */
const pictureTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif";

type Told = { add: { id: string; at: number; dom: HTMLElement } } | { remove: string };
const key = new PluginKey<DecorationSet>("bringing");

/** Shows how far pictures are that are being brought, at the places where they will stand, whatever is written meanwhile. */
export function bringing(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const told: Told | undefined = transaction.getMeta(key);
        const mapped = before.map(transaction.mapping, transaction.doc);
        if (!told) return mapped;
        if ("remove" in told) return mapped.remove(mapped.find(undefined, undefined, ({ id }) => id === told.remove));
        const { id, at, dom } = told.add;
        return mapped.add(transaction.doc, [
          Decoration.widget(at, dom, { id, key: id, side: -1, stopEvent: () => true }),
        ]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Brings files one after the other, and puts their pictures in this order where they were asked for. */
export async function bringPictures(view: EditorView, files: readonly File[], asked: number, bring: BringPicture) {
  let at = asked;
  for (const file of files) at = (await bringOne(view, file, at, bring)) ?? at;
}

/** Answers where the next one goes, inside of the figure that was put; null where none was. */
async function bringOne(view: EditorView, file: File, asked: number, bring: BringPicture): Promise<number | null> {
  const { doc: before } = view.state;
  const at = placeForFigure(before, Math.min(asked, before.content.size));
  const id = newId();
  const notice = noticeOf(file.name || "the picture", () => view.dispatch(view.state.tr.setMeta(key, { remove: id })));
  const add = { id, at: at ?? before.content.size, dom: notice.dom };
  view.dispatch(view.state.tr.setMeta(key, { add }).setMeta("addToHistory", false));
  const refused = (why: string): null => {
    notice.refuse(why);
    return null;
  };
  if (at === null) return refused("A picture needs a section to stand in. Add one first.");
  const brought = await bring(file, notice.progress);
  if (view.isDestroyed) return null;
  const place = placeOf(view.state, id);
  if (!brought.ok) return refused(brought.why);
  if (place === null || !view.editable) return refused("The text cannot be changed here any more.");
  const idle = view.state.doc.eq(before);
  const inserted = insertFigure(view.state, placeForFigure(view.state.doc, place) ?? place, brought.picture);
  view.dispatch(inserted.made.setMeta(key, { remove: id }).scrollIntoView());
  // Whoever goes on writing meanwhile is left where they write.
  const drawn = idle ? view.nodeDOM(inserted.at) : null;
  if (drawn instanceof HTMLElement) drawn.querySelector("textarea")?.focus();
  return inserted.at + 1;
}

function placeOf(state: EditorState, id: string): number | null {
  return key.getState(state)?.find(undefined, undefined, (spec) => spec["id"] === id)[0]?.from ?? null;
}

/** The line that stands in a picture's place while it is on its way, and says why it did not arrive. */
export function noticeOf(name: string, onClose: () => void) {
  const dom = document.createElement("div");
  dom.className = "bringing";
  dom.contentEditable = "false";
  dom.setAttribute("role", "status");
  const words = dom.appendChild(document.createElement("span"));
  words.textContent = `Bringing ${name} …`;
  const bar = dom.appendChild(document.createElement("progress"));
  bar.max = 1;
  bar.setAttribute("aria-label", `How much of ${name} has arrived`);
  return {
    dom,
    progress: (part: number) => {
      bar.value = part;
      if (part >= 1) words.textContent = `Looking at ${name} …`;
    },
    refuse: (why: string) => {
      dom.setAttribute("role", "alert");
      dom.classList.add("refused");
      words.textContent = why;
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Close";
      // Whoever writes somewhere goes on writing there; whoever came here by key is back in the text.
      close.addEventListener("mousedown", (event) => event.preventDefault());
      close.addEventListener("click", () => {
        if (document.activeElement === close) dom.closest<HTMLElement>('[contenteditable="true"]')?.focus();
        onClose();
      });
      bar.replaceWith(close);
    },
  };
}

/** Asks for files, as a person does by a press or a key. */
export function chooseFiles(many: boolean, onFiles: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = pictureTypes;
  input.multiple = many;
  // It stands in the page while it asks: Safari may clear away one that stands nowhere before it has answered.
  input.hidden = true;
  document.body.append(input);
  input.addEventListener("cancel", () => input.remove());
  input.addEventListener("change", () => {
    input.remove();
    onFiles([...(input.files ?? [])]);
  });
  input.click();
}

/** The files of pictures on a clipboard; none where words came with them, as from a word processor that adds a picture of them. */
export function picturesOn(clipboard: DataTransfer | null): File[] {
  const files = [...(clipboard?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
  const words = clipboard
    ?.getData("text/html")
    .replace(/<(style|title)\b.*?<\/\1>|<[^>]*>|&nbsp;/gisu, "")
    .trim();
  return words ? [] : files;
}
