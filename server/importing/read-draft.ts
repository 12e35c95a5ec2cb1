import { readPlainText } from "@/domain/importing/plain-text";
import type { DraftTree } from "@/domain/importing/tree";
import { chooseFormat } from "./choose-format";
import { readMarkdown } from "./markdown";
import { isTooTangled } from "./markdown-cost";

/** Reads a draft in the format that its name or its look says. Markdown too tangled to be meant is read as plain text. */
export function readDraft(text: string, name: string | null): DraftTree {
  if (chooseFormat(text, name) === "plain") return readPlainText(text);
  if (!isTooTangled(text)) return readMarkdown(text);
  const tree = readPlainText(text);
  const warning = "The draft's Markdown is nested or marked up beyond reading; it was read as plain text.";
  return { ...tree, warnings: [...tree.warnings, warning] };
}
