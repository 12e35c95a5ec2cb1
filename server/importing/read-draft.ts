import { readPlainText } from "@/domain/importing/plain-text";
import type { DraftTree } from "@/domain/importing/tree";
import { chooseFormat } from "./choose-format";
import { readMarkdown } from "./markdown";
import { isTooTangled } from "./markdown-cost";
import { takeMetadata } from "./pandoc/metadata";
import { readPaper } from "./pandoc/paper";

/**
 * Reads a draft in the format that its name or its look says. Markdown too tangled to be meant is read as plain text.
 * What comes with a bibliography, or says so at its head, is read as a paper in pandoc's Markdown.
 */
export function readDraft(text: string, name: string | null, hasBibliography = false): DraftTree {
  const isPlain = chooseFormat(text, name) === "plain";
  if (isPlain && !(hasBibliography && !isNamedPlain(name))) return readPlainText(text);
  if (!isTooTangled(text)) return hasBibliography || isPaper(text) ? readPaper(text) : readMarkdown(text);
  const tree = readPlainText(text);
  const warning = "The draft's Markdown is nested or marked up beyond reading; it was read as plain text.";
  return { ...tree, warnings: [...tree.warnings, warning] };
}

/** Front matter names a bibliography, a style or works to list. */
const isPaper = (text: string): boolean => /^---[ \t]*\r?\n/u.test(text) && takeMetadata(text).citesByKey;

const isNamedPlain = (name: string | null): boolean => /\.te?xt$/iu.test(name ?? "");
