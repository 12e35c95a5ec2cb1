import type { Image, ImageReference, Paragraph, PhrasingContent } from "mdast";
import type { Block, Inline } from "@/domain/importing/tree";
import { pictureOf, type Reading, readInlines } from "./markdown-inlines";
import { balancedEnd } from "./pandoc/balanced";

/** A picture that is all of a paragraph: a figure, whose caption is what stands in its brackets. Null for anything else. */
export function readFigure({ children }: Paragraph, reading: Reading): Block | null {
  const pictures = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = pictures;
  if (pictures.length !== 1 || !only || !isPicture(only)) return null;
  const { url, title, alt } = pictureOf(only, reading);
  reading.lines.push({
    what: "image",
    text: [reading.math.restore(alt), url, title].filter(Boolean).join(" · "),
    reason: "Its place is kept as a figure; the picture itself is not in hand.",
  });
  return { kind: "figure", address: url, alt: "", caption: captionOf(only, alt, reading) };
}

const isPicture = (node: PhrasingContent): node is Image | ImageReference =>
  node.type === "image" || node.type === "imageReference";

/** Markdown's tree has the words of a picture without their marks, so its own text is read again. */
function captionOf(node: Image | ImageReference, alt: string, reading: Reading): Inline[] {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset];
  const written = from === undefined || to === undefined ? "" : reading.source.slice(from, to);
  const end = written.startsWith("![") ? balancedEnd(written, 1, "[", "]") : -1;
  const inner = end === -1 ? "" : written.slice(2, end - 1).replace(/\n[ \t>]*/gu, "\n");
  const [paragraph, ...others] = inner === "" ? [] : reading.parse(inner).children;
  if (paragraph?.type !== "paragraph" || others.length > 0) return reading.math.inlines(alt, []);
  return readInlines(paragraph.children, reading);
}
