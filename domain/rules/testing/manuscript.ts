import type { Mark, Node } from "prosemirror-model";
import { type CitationItem, itemOf } from "@/domain/citation/item";
import { schema } from "@/domain/document/schema";
import { ArticleId, ReferenceId, SectionId, SourceId, ThreadId } from "@/domain/ids";
import type { ClaimFacts } from "@/domain/publishing/claim";
import { defaultPolicy, type RulePolicy } from "@/domain/rules/policy";
import type { LinkTarget, Manuscript, OpenThread, Reference } from "@/domain/rules/manuscript";
import { type Facts, noFacts } from "@/domain/source/facts";
import type { SourceRecord } from "@/domain/source/record";

/** A manuscript for a test, complete and without a fault unless told otherwise. Inline text may be a plain string. */
export function manuscript({
  title = "Why links rot",
  byline = "Ada Moreau",
  standfirst = "",
  claim = [],
  sections = [section("Findings", paragraph("Pages vanish."))],
  references = [],
  links = new Map<ArticleId, LinkTarget>(),
  threads = [],
  facts = noFacts,
  policy = defaultPolicy,
}: Partial<Told> = {}): Manuscript {
  const front = schema.node("front", { id: uuid() }, [
    schema.node("title", null, inlines([title])),
    schema.node("standfirst", null, inlines([standfirst])),
    schema.node("byline", null, inlines([byline])),
    ...claim,
  ]);
  const document = schema.node("doc", null, [front, ...sections]);
  document.check();
  return { document, references, links, threads, facts, policy };
}

type Told = {
  title: string;
  byline: string;
  standfirst: string;
  claim: Node[];
  sections: Node[];
  references: Reference[];
  links: Map<ArticleId, LinkTarget>;
  threads: OpenThread[];
  facts: Facts;
  policy: RulePolicy;
};

export type Inline = string | Node;

/** A claim under review that lacks nothing unless told otherwise. */
export const claim = (facts: Partial<ClaimFacts>, ...content: Inline[]): Node =>
  schema.node("claim", { claimant: "Senator Quill", rating: 1, ...facts }, inlines(content));

/** A section; an empty heading makes an opening. */
export const section = (heading: string, ...blocks: Node[]): Node =>
  schema.node("section", { id: uuid() }, [schema.node("heading", null, inlines([heading])), ...blocks]);

/** A paragraph of words, citations and links. */
export const paragraph = (...content: Inline[]): Node => schema.node("paragraph", null, inlines(content));

/** A quotation that stands on its own. */
export const quotation = (...blocks: Node[]): Node => schema.node("blockquote", null, blocks);

/** A list of bullets, one paragraph each. */
export const bullets = (...items: Inline[][]): Node =>
  schema.node(
    "bulletList",
    null,
    items.map((item) => schema.node("listItem", null, [paragraph(...item)])),
  );

/** A picture with its caption, described and credited unless told otherwise. */
export const figure = (caption: Inline[] = [], attrs: object = {}): Node =>
  schema.node(
    "figure",
    {
      picture: { sha256: "ab".repeat(32), width: 1200, height: 800, type: "jpeg" },
      alt: "A quay at low water.",
      credit: "Ines Calder",
      ...attrs,
    },
    [schema.node("caption", null, inlines(caption))],
  );

/** A block of code. */
export const codeBlock = (code: string): Node => schema.node("codeBlock", null, inlines([code]));

/** Words set as code in running text. */
export const code = (words: string): Node => schema.text(words, [schema.mark("code")]);

/** Words that link to an article of ours. */
export const linked = (words: string, article: ArticleId, ...marks: Mark[]): Node =>
  schema.text(words, [...marks, schema.mark("articleLink", { article })]);

/** A citation of references (or of items, for keys and locators); without any it is a hole. */
export const cite = (...rests: (Reference | CitationItem)[]): Node =>
  schema.node("citation", {
    id: uuid(),
    marker: null,
    items: rests.map((rest) => ("labels" in rest ? itemOf(rest.id) : rest)),
  });

/** A citation whose numbers point at nothing, as the text had them. */
export const citeLost = (...keys: string[]): Node => cite(...keys.map((key) => itemOf(null, key)));

/** A citation that was a marker in the imported text and never had a number. */
export const citeMarked = (marker: string): Node => schema.node("citation", { id: uuid(), marker, items: [] });

/** A link that points nowhere yet. */
export const placeholder = (target: string, text = ""): Node =>
  schema.node("placeholderLink", { id: uuid(), target, text, marker: null });

/** A source in an article's list. */
export const sourced = (record: Partial<SourceRecord> = {}): Reference => ({
  id: ReferenceId.parse(uuid()),
  original: null,
  labels: [],
  ownNumber: false,
  source: { id: SourceId.parse(uuid()), record: { ...report, ...record } },
});

/** A line of an article's list that is not a source yet. */
export const raw = (original: string, labels: string[] = [], ownNumber = false): Reference => ({
  id: ReferenceId.parse(uuid()),
  original,
  labels,
  ownNumber,
  source: null,
});

/** An open thread on a section. */
export const thread = (on: Node, excerpt: string): OpenThread => ({
  id: ThreadId.parse(uuid()),
  section: SectionId.parse(on.attrs["id"]),
  excerpt,
});

/** The id of an article that a test links to. */
export const articleId = (): ArticleId => ArticleId.parse(uuid());

const report: SourceRecord = {
  type: "report",
  title: "The State of Links",
  author: [{ literal: "Halden Works" }],
  issued: { "date-parts": [[2025]] },
  URL: "https://halden.example/links",
};

let made = 0;
const uuid = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, "0")}`;
const inlines = (content: Inline[]): Node[] =>
  content.flatMap((entry) => (entry === "" ? [] : [typeof entry === "string" ? schema.text(entry) : entry]));
