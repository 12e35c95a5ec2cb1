import { type Claim, claimIn } from "./claim";
import type { ManuscriptIndex } from "./manuscript-index";
import { excerptOf, positionIn, type Sentence } from "./part-text";
import type { Complaint, Rule } from "./rule";

/** What a reader will want to check is what a sentence counts, quotes or ranks. Headings, tables and the front are not asked. */
export const textFigureUncited: Rule = {
  id: "text/figure-uncited",
  severity: "warning",
  version: 1,
  summary: "A sentence with a figure, a quotation or a superlative has a citation in it or right after it.",
  fix: "Cite what the sentence rests on, or say it without the claim.",
  waivable: true,
  check: (_, { blocks }) => {
    const asked = blocks.filter(({ kind, part }) => kind === "paragraph" && part.kind !== "front");
    return asked.flatMap((block, at) =>
      block.quotation ? quoted(asked, at) : block.sentences.flatMap((sentence) => uncited(block, sentence)),
    );
  },
};

type Block = ManuscriptIndex["blocks"][number];

function uncited(block: Block, sentence: Sentence): Complaint[] {
  if (sentence.citations > 0) return [];
  const claim = claimIn(block.prose.slice(sentence.from, sentence.to));
  return claim ? [complaint(block, sentence, claim)] : [];
}

/** A quotation that stands on its own is asked once, at its first paragraph; a citation in the words before it serves as well. */
function quoted(asked: readonly Block[], at: number): Complaint[] {
  const [block, before] = [asked[at], asked[at - 1]];
  const first = block?.sentences[0];
  if (!block || !first || before?.quotation === block.quotation) return [];
  const whole = partsOfQuotation(asked, at).flatMap(({ sentences }) => sentences);
  const introduction = before?.section === block.section ? before.sentences.at(-1) : undefined;
  const cited = [...whole, introduction].some((sentence) => sentence && sentence.citations > 0);
  const words = block.text.slice(first.from, first.to);
  return cited ? [] : [complaint(block, first, { does: "quotes somebody", words: shortened(words) })];
}

function partsOfQuotation(asked: readonly Block[], from: number): readonly Block[] {
  let to = from;
  while (asked[to]?.quotation === asked[from]?.quotation && to < asked.length) to++;
  return asked.slice(from, to);
}

function complaint(block: Block, sentence: Sentence, { does, words }: Claim): Complaint {
  return {
    place: { kind: "text", section: block.section, at: positionIn(block, sentence.from) },
    excerpt: excerptOf({ block, sentence }),
    message: `The sentence ${does} (“${words}”), but cites nothing.`,
  };
}

const shortened = (words: string): string =>
  words.length > 60 ? `${words.slice(0, 60).replace(/\s\S*$/u, "")} …` : words;
