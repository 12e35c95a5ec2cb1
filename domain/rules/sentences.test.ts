import { expect, test } from "vitest";
import { sentencesOf } from "./sentences";

const cut = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

test.each<[string, string[]]>([
  ["Links rot. Nobody minds! Or do they?", ["Links rot.", "Nobody minds!", "Or do they?"]],
  ["“Links rot.” Nobody minds.", ["“Links rot.”", "Nobody minds."]],
  ["Dr. Cho met J. R. Ito, e.g. in Kyoto. They spoke.", ["Dr. Cho met J. R. Ito, e.g. in Kyoto.", "They spoke."]],
  ["It is 3.5 percent, see No. 4 and fig. 2. Then more.", ["It is 3.5 percent, see No. 4 and fig. 2.", "Then more."]],
  ["The answer was no. It stayed so.", ["The answer was no.", "It stayed so."]],
  ["A habit of spaces . Like so .", ["A habit of spaces .", "Like so ."]],
  ["リンクは腐る。誰も気にしない。", ["リンクは腐る。", "誰も気にしない。"]],
  ["no stop at all  ", ["no stop at all"]],
  ["   ", []],
])("%j is cut into sentences", (text, sentences) => {
  expect(cut(text)).toEqual(sentences);
});
