import { citationsOf, placeholdersOf } from "@/domain/document/inlines";
import { frontOf, type Part, partsOf, wordsIn } from "@/domain/document/parts";
import { type Imported, importDraft } from "@/domain/importing/import";
import { ok, type Result } from "@/domain/result";
import type { Finding } from "@/domain/rules/finding";
import { judge } from "@/domain/rules/judge";
import { defaultPolicy } from "@/domain/rules/policy";
import { noFacts } from "@/domain/source/facts";
import { type CitedKeys, citedKeysOf } from "./cited-keys";
import type { BibliographyFile } from "./read-bibliography";
import { readPaperAndBibliography } from "./read-paper";
import { readText, type UnreadableText } from "./read-text";

/** Everything that can be said of a draft without a database. */
export type CheckedDraft = Imported & {
  /** What the draft cites by key, and what became of each; null where no bibliography came with it. */
  citing: CitedKeys | null;
  title: string | null;
  standfirst: string | null;
  byline: string | null;
  sections: CheckedSection[];
  findings: (Finding & { section: string | null })[];
  publishable: boolean;
};
export type CheckedSection = { heading: string | null; words: number; citations: number; holes: number };

/**
 * Imports a draft and judges it as the gate would; `name` is the file's, null for a paste. With bibliographies, or with
 * references in its own head, what it cites by key is looked up in them.
 */
export function checkText(
  bytes: Uint8Array,
  name: string | null,
  files: readonly BibliographyFile[] = [],
): Result<CheckedDraft, UnreadableText> {
  const text = readText(bytes);
  if (!text.ok) return text;
  const paper = readPaperAndBibliography(text.value, name, files, newId, { like: "pandoc" });
  const imported = importDraft(paper.tree, newId, new Map(), paper.bibliography);
  const { document, references } = imported;
  const findings = judge({
    document,
    references,
    links: new Map(),
    threads: [],
    facts: noFacts,
    policy: defaultPolicy,
  });
  const parts = partsOf(document);
  const front = frontOf(document);
  return ok({
    ...imported,
    citing: paper.isPaper ? citedKeysOf(imported, paper) : null,
    title: front.title || null,
    standfirst: front.standfirst || null,
    byline: front.byline || null,
    sections: sectionsOf(imported, parts),
    findings: findings.map((finding) => ({ ...finding, section: headingOf(finding, parts) })),
    publishable: findings.every(({ severity }) => severity !== "blocker"),
  });
}

const newId = (): string => globalThis.crypto.randomUUID();

function sectionsOf({ document, references }: Imported, parts: readonly Part[]): CheckedSection[] {
  const known = new Set<string>(references.map(({ id }) => id));
  const citations = citationsOf(document);
  const links = placeholdersOf(document);
  return parts
    .filter(({ kind }) => kind === "section")
    .map(({ id, heading, node }) => {
      const own = citations.filter(({ section }) => section === id);
      const bare = own.filter(
        ({ items }) => items.length === 0 || items.some(({ reference }) => reference === null || !known.has(reference)),
      );
      const promised = links.filter(({ section }) => section === id).length;
      return { heading, words: wordsIn(node), citations: own.length, holes: bare.length + promised };
    });
}

/** The heading of the section that a finding is in; null in the front, in an opening and in the source list. */
function headingOf({ place }: Finding, parts: readonly Part[]): string | null {
  return place.kind === "reference" ? null : (parts.find(({ id }) => id === place.section)?.heading ?? null);
}
