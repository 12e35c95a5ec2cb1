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
export const pictureTypes = "image/jpeg,image/png,image/webp,image/avif,image/gif";

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

/** Brings files one after the other, and puts each picture where it was asked for. */
export async function bringPictures(view: EditorView, files: readonly File[], at: number, bring: BringPicture) {
  for (const file of files) await bringOne(view, file, at, bring);
}

async function bringOne(view: EditorView, file: File, asked: number, bring: BringPicture): Promise<void> {
  const at = placeForFigure(view.state.doc, Math.min(asked, view.state.doc.content.size));
  if (at === null) return;
  const id = newId();
  const notice = noticeOf(file.name || "the picture", () => view.dispatch(view.state.tr.setMeta(key, { remove: id })));
  const before = view.state.doc;
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at, dom: notice.dom } }).setMeta("addToHistory", false));
  const brought = await bring(file, notice.progress);
  if (view.isDestroyed) return;
  const place = placeOf(view.state, id);
  if (!brought.ok) return notice.refuse(brought.why);
  if (place === null || !view.editable) return notice.refuse("The text cannot be changed here any more.");
  const idle = view.state.doc.eq(before);
  const inserted = insertFigure(view.state, placeForFigure(view.state.doc, place) ?? place, brought.picture);
  view.dispatch(inserted.made.setMeta(key, { remove: id }).scrollIntoView());
  // Whoever goes on writing meanwhile is left where they write.
  const drawn = idle ? view.nodeDOM(inserted.at) : null;
  if (drawn instanceof HTMLElement) drawn.querySelector("textarea")?.focus();
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
      close.addEventListener("click", onClose);
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
  input.addEventListener("change", () => onFiles([...(input.files ?? [])]));
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
