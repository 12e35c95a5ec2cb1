import type { Node } from "prosemirror-model";
import { supportText } from "@/domain/review/support";
import { fnv1a64 } from "@/domain/rules/fingerprint";
import type { Reference } from "@/domain/rules/manuscript";
import { excerptOf, textOfPart } from "@/domain/rules/part-text";

/** What reviewers verified: by citation, the marks (FNV-1a of the support's text) of what rests on it. */
export type VerifiedWords = ReadonlyMap<string, ReadonlySet<string>>;
export const nothingVerified: VerifiedWords = new Map();

/** The citations of a part whose words are the ones that were verified, all that they rest on included. */
export function verifiedIn(part: Node, references: readonly Reference[], verified: VerifiedWords): ReadonlySet<string> {
  if (verified.size === 0) return new Set();
  const sources = new Map(references.map(({ id, source }) => [id, source]));
  const whole = textOfPart(part).citations.filter((citation) => {
    const marks = verified.get(citation.id);
    const sentence = excerptOf(citation).normalize("NFC");
    return (
      marks &&
      citation.items.every((item) => {
        const source = item.reference ? sources.get(item.reference) : null;
        return source && marks.has(fnv1a64(supportText({ sentence, item, source })));
      })
    );
  });
  return new Set(whole.map(({ id }) => id));
}
