import { randomUUID } from "node:crypto";

/** The JSON of a text block's children: words and citations, as a document holds them. */
export type Inline = Record<string, unknown>;

/** Plain words. */
export const words = (text: string): Inline => ({ type: "text", text });

/** A citation that rests on these references; none makes it a hole. */
export const citing = (...references: (string | null)[]): Inline => ({
  type: "citation",
  attrs: { id: randomUUID(), marker: null, items: references.map((reference) => ({ reference, key: null })) },
});

/** The JSON of a front as a draft stores it. */
export const frontJson = (id: string, title: string, byline = "Ada Editor") => ({
  type: "front",
  attrs: { id },
  content: [
    { type: "title", content: [words(title)] },
    { type: "standfirst" },
    { type: "byline", content: [words(byline)] },
  ],
});

/** The JSON of a section with one paragraph, and further blocks after it. */
export const sectionJson = (id: string, inlines: Inline[], blocks: Inline[] = []) => ({
  type: "section",
  attrs: { id },
  content: [{ type: "heading", content: [words("A heading")] }, { type: "paragraph", content: inlines }, ...blocks],
});

/** SQL literals, so that a test's statements can be read as they are sent. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
export const jsonb = (value: unknown): string => `${text(JSON.stringify(value))}::jsonb`;
