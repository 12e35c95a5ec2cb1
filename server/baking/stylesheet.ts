import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { minified } from "./minify";

/** What a page needs of the stylesheets: articles have their text, lists and notices what is around many, receipts are told plainly. */
export type Sheet = "article" | "lists" | "record";

/** The files of `reader/` that each is made of, in order. */
export const sheets: Record<Sheet, readonly string[]> = {
  article: ["tokens.css", "base.css", "byline.css", "prose.css", "page.css", "note.css"],
  lists: ["tokens.css", "base.css", "byline.css", "lists.css"],
  record: ["tokens.css", "base.css", "record.css"],
};

/**
 * The stylesheet as it is put into a page of a kind: tokens, what every page has, and what only its kind needs; an article's
 * has the text's own styles, which the editor shares. It is read from the product's folder, which is where every process of it is started. Read again each time
 * in development, so that a change is seen at the next bake.
 */
export async function stylesheet(sheet: Sheet = "article"): Promise<string> {
  if (process.env.NODE_ENV !== "production") return readSheets(sheet);
  const text = kept.get(sheet) ?? readSheets(sheet);
  kept.set(sheet, text);
  return text;
}

const kept = new Map<Sheet, Promise<string>>();

async function readSheets(sheet: Sheet): Promise<string> {
  const root = join(process.cwd(), "reader");
  const texts = await Promise.all(sheets[sheet].map((name) => readFile(join(root, name), "utf8")));
  return minified(texts.join("\n"));
}
