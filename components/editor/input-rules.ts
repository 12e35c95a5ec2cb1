import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import type { Plugin } from "prosemirror-state";
import { schema } from "@/domain/document/schema";
import { splitSection } from "./sections";

const { subheading, blockquote, bulletList, orderedList } = schema.nodes;

/**
 * What typed signs at the start of a block turn into: "## " a new section, "### " and "#### " a subheading, "> " a
 * quote, "- " and "1. " lists. Quotation marks stay as they are typed.
 */
export function typedSigns(): Plugin {
  return inputRules({
    rules: [
      new InputRule(/^##\s$/u, (state, _match, start, end) => {
        const transaction = state.tr.delete(start, end);
        return splitSection(transaction, transaction.doc.resolve(start)) ? transaction : null;
      }),
      textblockTypeInputRule(/^(#{3,4})\s$/u, subheading, (match) => ({ level: match[1]?.length ?? 3 })),
      wrappingInputRule(/^\s*>\s$/u, blockquote),
      wrappingInputRule(/^\s*[-*]\s$/u, bulletList),
      wrappingInputRule(/^(\d{1,6})\.\s$/u, orderedList, (match) => ({ start: Number(match[1]) })),
    ],
  });
}
