import { schema } from "@/domain/document/schema";
import { ArticleId, EditionId } from "@/domain/ids";
import type { EditionView } from "@/domain/publishing/edition";

const nobody = "00000000-0000-4000-8000-000000000000";

/** A made-up article that stands in for one while a house has published nothing. */
export function sampleEdition(): EditionView {
  const first = { number: 1, kind: "first" as const, slug: "a-page-of-yours", publishedAt: "2026-01-05T08:00:00.000Z" };
  const last = { ...first, number: 2, kind: "correction" as const, note: "This is what a correction looks like." };
  return {
    ...last,
    site: { name: "", tagline: "", baseUrl: "" },
    articleId: ArticleId.parse(nobody),
    editionId: EditionId.parse(nobody),
    title: "What a page of yours will look like",
    standfirst: "Nothing is published here yet. These words stand where your first article will.",
    byline: "Your name",
    parts: [
      schema.node("section", { id: nobody }, [
        schema.node("heading", null, [schema.text("A first heading")]),
        paragraph(
          "A paragraph is set to be read for a long time: a line of some sixty letters, and room between the lines.",
        ),
        paragraph(
          "A link, a mark or a rule in the colour that you choose stands out where it has to, and nowhere else.",
        ),
      ]),
      schema.node("section", { id: nobody }, [
        schema.node("heading", null, [schema.text("A second heading")]),
        paragraph("Two headings make contents, which stand beside the text where there is room for them."),
      ]),
    ],
    references: [],
    citations: null,
    approvers: [],
    editions: [{ ...first, note: null }, last],
    links: new Map(),
    record: { digest: "", rules: "", sections: [], receipt: null },
  };
}

const paragraph = (words: string) => schema.node("paragraph", null, [schema.text(words)]);
