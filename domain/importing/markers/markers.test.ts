import { describe, expect, test } from "vitest";
import { treeOf, textInline } from "@/domain/importing/tree";
import { importDraft } from "@/domain/importing/import";
import { citationsOf, placeholdersOf } from "@/domain/document/inlines";
import { countingIds } from "@/domain/importing/testing/counting-ids";

/** The markers of a paragraph, each as its written form and the keys it points with. */
function markersIn(text: string): string[] {
  const { document } = importDraft(treeOf([{ kind: "paragraph", inlines: [textInline(text)] }]), countingIds());
  const citations = citationsOf(document).map(({ marker, items, at }) => ({
    at,
    seen: `${marker ?? "gap"}${items.length > 0 ? ` -> ${items.map(({ key }) => key).join(" ")}` : ""}`,
  }));
  const links = placeholdersOf(document).map(({ target, at }) => ({ at, seen: `link ${target}` }));
  return [...citations, ...links].toSorted((a, b) => a.at - b.at).map(({ seen }) => seen);
}

type Cases = readonly (readonly [text: string, ...markers: string[]])[];

function recognised(cases: Cases): void {
  test.each(cases.map(([text, ...markers]) => ({ text, markers })))("is seen in “$text”", ({ text, markers }) => {
    expect(markersIn(text)).toEqual(markers);
  });
}

function leftAlone(texts: readonly string[]): void {
  test.each(texts)("leaves “%s” alone", (text) => expect(markersIn(text)).toEqual([]));
}

describe("a number in brackets", () => {
  recognised([
    ["It rose by a third [3].", "[3] -> 3"],
    ["It rose[1, 2] and fell[4–6].", "[1, 2] -> 1 2", "[4–6] -> 4 5 6"],
    ["It rose [[9], [12]] again.", "[[9], [12]] -> 9 12"],
    ["It rose.[1][2]", "[1] -> 1", "[2] -> 2"],
    ["It rose [3] [4].", "[3] -> 3", "[4] -> 4"],
    ["It rose [1,3-5; 8].", "[1,3-5; 8] -> 1 3 4 5 8"],
    ["It rose ([7]).", "([7]) -> 7"],
    ["It rose [3, p. 12].", "[3, p. 12] -> 3"],
    ["Known to everybody.[15]", "[15] -> 15"],
  ]);
  leftAlone([
    "He wrote “teh [sic]” and […] left.",
    "It says so [emphasis added] in the original.",
    "In a bad year (2019) and in [2019] EWCA Civ 1.",
    "The interval [1, 10] and the range from [2, 3].",
    "It lies in [0, 1] by definition.",
    "The first entry is rows[1] and then x[2].",
    "They lost [3-1] at home.",
    "The tracer was [18]F-labelled.",
    "See [1](https://example.org/a) for that.",
    "An empty box [ ] and a crossed one [x].",
    "He ran [100–2000] metres.",
    "[t]he quotation begins in the middle.",
    "The formula $a_{[1]}$ and $[2, 3]$ stand alone.",
    "Type `echo [1]` and press return.",
    "An address, https://example.org/?a=1&b=[2], is no citation",
  ]);
});

describe("a raised number", () => {
  recognised([
    ["The bees came back.¹", "¹ -> 1"],
    ["The bees¹² came back.³,⁴", "¹² -> 12", "³,⁴ -> 3 4"],
    ["The bees came back^5^ early.", "^5^ -> 5"],
  ]);
  leftAlone([
    "A field of 20 km² and 5 m³.",
    "It holds 10³ of them, or x² + y².",
    "The isotope ¹⁴C decays.",
    "An ion, Ca²⁺, is not a note.",
    "CO² is misspelt.",
  ]);
});

describe("a footnote reference", () => {
  recognised([
    ["It rose[^3].", "[^3] -> 3"],
    ["It rose.[^smith][^2]", "[^smith] -> smith", "[^2] -> 2"],
    ["Copilot says so [^1^].", "[^1^] -> 1"],
  ]);
  leftAlone(["The pattern [^a-z ] matches capitals.", "A caret ^ is a sign."]);
});

describe("a wish for a source", () => {
  recognised([
    ["It rose [citation needed].", "[citation needed]"],
    ["It rose (source?) and fell [source?].", "(source?)", "[source?]"],
    ["It rose by TK percent.", "TK"],
    ["It rose [TK].", "[TK]"],
    ["It rose [TK: ask the ministry].", "[TK: ask the ministry]"],
    ["It rose CITATION NEEDED.", "CITATION NEEDED"],
    ["Il monte [citation nécessaire] et (Quelle fehlt).", "[citation nécessaire]", "(Quelle fehlt)"],
    ["It rose [add source] and [insert citation here].", "[add source]", "[insert citation here]"],
    ["It rose [REF].", "[REF]"],
  ]);
  leftAlone([
    "What is the source? Nobody asked.",
    "The citation needed to be longer.",
    "She shops at TK Maxx.",
    "The source (of the river) is far.",
    "He cited [his source] at length.",
    "The Tk toolkit and ATK are something else.",
    "The reference [sources close to the king] is vague.",
  ]);
});

describe("what chat assistants leave behind", () => {
  recognised([
    ["It rose.【12†source】", "【12†source】"],
    ["It rose 【4:0†report.pdf】【5†L12-L30】.", "【4:0†report.pdf】", "【5†L12-L30】"],
    ["It rose :contentReference[oaicite:3]{index=3}.", ":contentReference[oaicite:3]{index=3}"],
    ["It rose.[oai_citation:0‡The Times](https://example.org/a)", "[oai_citation:0‡The Times](https://example.org/a)"],
    ["It rose. citeturn0search3", "citeturn0search3"],
    [
      "It rose. \uE200cite\uE202turn0search3\uE202turn0news12\uE201",
      "\uE200cite\uE202turn0search3\uE202turn0news12\uE201",
    ],
    ["It rose (turn0search3).", "(turn0search3)"],
    ["It rose [cite: 1, 2].", "[cite: 1, 2]"],
  ]);
  leftAlone([
    "It is your turn 0 times.",
    "The 【brackets】 of the East stay.",
    "The dagger † marks the dead.",
    "Look for contentReference in the code.",
  ]);
});

describe("a placeholder of a content system", () => {
  recognised([
    ["Read [INTERNAL_LINK:wool-guide] first.", "link wool-guide"],
    ["Read more [LINK].", "link [LINK]"],
    ["Read [LINK: the wool guide] now.", "link the wool guide"],
    ["Read {{internal_link:wool}} now.", "link wool"],
    ["It rose{{cite web|url=https://example.org}}.", "{{cite web|url=https://example.org}}"],
    ["It rose {{citation needed|date=May 2021}}.", "{{citation needed|date=May 2021}}"],
    ["It rose {{ref:3}} and {{cn}}.", "{{ref:3}}", "{{cn}}"],
  ]);
  leftAlone([
    "Dear {{reader_name}}, good morning.",
    "A [link] in lower case is a word.",
    "The [LINKING] words.",
    "A set {{a}, {b}} of sets.",
  ]);
});

describe("a key of a bibliography", () => {
  recognised([
    [
      "Clocks disagree [@huygens1673, p. 12; see @harrison].",
      "[@huygens1673, p. 12; see @harrison] -> huygens1673 harrison",
    ],
    ["So do people [-@taylor].", "[-@taylor] -> taylor"],
    ["As @landes1983 [p. 7] put it.", "@landes1983 [p. 7] -> landes1983"],
    ["Odd keys [@{a.b:c}] work.", "[@{a.b:c}] -> a.b:c"],
  ]);
  leftAlone([
    "Follow @newsdesk for more.",
    "Write to desk@example.org or [mail desk@example.org].",
    "They met @ noon.",
    "Install @types/node first.",
  ]);
});

describe("a citation that was cut out before its stop", () => {
  recognised([
    ["It became a reality .", "gap"],
    ["It became a reality . Then it ended .", "gap", "gap"],
    ["He called it “a reality” . It ended.", "gap"],
    ["It grew by 50% . It grew by 12 .", "gap", "gap"],
    ["It grew , they say, in May, in June. It shrank .", "gap", "gap"],
    ["It grew [3] . It shrank.", "[3] -> 3"],
  ]);
  leftAlone([
    "Vrai ou faux ? Personne ne sait ; et alors ! Voici : rien.",
    "He paused ... and went on . . . as one does.",
    "He paused . . . . Then he went on.",
    "A calibre of .5 and a .NET library with a .env file.",
    "Some animals, e.g . cats, sleep.",
    "It was , one might say , rather late , and nobody came .",
    "The product a . b of two vectors.",
    "A smile :) and a wink ;)",
  ]);
});
