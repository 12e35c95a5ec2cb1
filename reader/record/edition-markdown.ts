import { absolute, editionPath } from "@/domain/publishing/address";
import { claimInWords, claimNodeOf, ClaimFacts } from "@/domain/publishing/claim";
import { dayOf, editionName } from "@/domain/publishing/dates";
import { correctionsOf, type EditionView, retractionOf } from "@/domain/publishing/edition";
import { citationsIn } from "@/reader/places";
import { blocksIn } from "./markdown-blocks";
import { escaped, inlinesIn, type MarkdownSetting } from "./markdown-inlines";

/** An edition as Markdown: CommonMark with tables and footnotes, one footnote a citation, then the list of sources. */
export function editionMarkdown(view: EditionView): string {
  const citations = citationsIn(view.parts, view.references, view.citations);
  const numbers = new Map([...citations.drawn.keys()].map((id, index) => [id, index + 1]));
  const setting: MarkdownSetting = {
    links: view.links,
    noteOf: (id) => numbers.get(id) ?? null,
    address: (path) => absolute(view.site.baseUrl, path),
  };
  const retraction = retractionOf(view);
  const [front] = view.parts;
  const standfirst = front?.type.name === "front" ? front.maybeChild(1) : null;
  const claim = claimNodeOf(front);
  const entries = new Map(citations.entries.map((entry) => [entry.number, textOf(entry.runs)]));
  const notes = [...citations.drawn.values()].map(({ items }, index) => {
    const said = items.map(({ number, locator, quote }) =>
      [entries.get(number) ?? "", locator && escaped(locator), quote && `“${escaped(oneLine(quote))}”`]
        .filter(Boolean)
        .join(" "),
    );
    return `[^${index + 1}]: ${said.join("; ")}`;
  });
  return `${[
    `# ${escaped(oneLine(view.title))}`,
    retraction && `**Retracted on ${dayOf(retraction.publishedAt)}.** ${escaped(oneLine(retraction.note ?? ""))}`,
    standfirst && `*${inlinesIn(standfirst, setting)}*`,
    [view.byline && escaped(oneLine(view.byline)), dayOf(view.publishedAt), editionName(view.number).toLowerCase()]
      .filter(Boolean)
      .join(" · "),
    `<${setting.address(editionPath(view.slug, view.number))}>`,
    claim && `> ${inlinesIn(claim, setting)}\n>\n> (${escaped(claimInWords(ClaimFacts.parse(claim.attrs)))})`,
    ...view.parts.map((part) => (part.type.name === "section" ? blocksIn(part, setting) : "")),
    ...correctionsOf(view).map(
      ({ publishedAt, note }) => `**Correction, ${dayOf(publishedAt)}.** ${escaped(oneLine(note ?? ""))}`,
    ),
    entries.size > 0 && "## Sources",
    entries.size > 0 && [...entries].map(([number, words]) => `${number}. ${words}`).join("\n"),
    ...notes,
  ]
    .filter((text) => typeof text === "string" && text.trim() !== "" && text !== "**")
    .join("\n\n")}\n`;
}

const textOf = (runs: readonly { text: string }[]): string => escaped(oneLine(runs.map(({ text }) => text).join("")));

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
