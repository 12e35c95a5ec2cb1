import { createHash } from "node:crypto";
import { z } from "zod";

/** A stored document read as plain JSON, by nothing of the product's own: the tests must not trust what they test. */
export type Plain = z.infer<typeof Plain>;
const Shape = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).default({}),
  text: z.string().optional(),
  marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).default({}) })).default([]),
  content: z.array(z.unknown()).default([]),
});
export const Plain = Shape;

const Items = z.array(
  z.object({ reference: z.string().nullable(), locator: z.string().nullable(), quote: z.string().nullable() }),
);

/** Every node of a part, itself first, in reading order. */
export function nodesIn(part: unknown): Plain[] {
  const node = Plain.parse(part);
  return [node, ...node.content.flatMap(nodesIn)];
}

/** The citations of a part with what they rest on. */
export const citationsIn = (part: unknown) =>
  nodesIn(part)
    .filter(({ type }) => type === "citation")
    .map(({ attrs }) => ({ id: String(attrs["id"]), items: Items.parse(attrs["items"]) }));

/** What stands in a part that must not reach a reader: placeholder links, and citations that rest on nothing known. */
export const holesIn = (part: unknown, known: ReadonlySet<string>): string[] => [
  ...nodesIn(part)
    .filter(({ type }) => type === "placeholderLink")
    .map(({ attrs }) => String(attrs["id"])),
  ...citationsIn(part)
    .filter(({ items }) => items.length === 0 || items.some(({ reference }) => !reference || !known.has(reference)))
    .map(({ id }) => id),
];

/** The ids of the parts that are new, gone or of another text; their order does not matter. */
export function changedParts(before: unknown, after: unknown): string[] {
  const [old, now] = [partsById(before), partsById(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id));
}

/** The parts of a document by their ids, each as canonical JSON. */
export function partsById(document: unknown): Map<string, string> {
  const parts = Plain.parse(document).content;
  return new Map(parts.map((part) => [String(Plain.parse(part).attrs["id"]), canonical(part)]));
}

/** JSON with its keys in order, written once more on purpose. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The SHA-256 of a value's canonical JSON, in hex. */
export const sha256Of = (value: unknown): string => createHash("sha256").update(canonical(value)).digest("hex");
