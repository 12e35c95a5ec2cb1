import type { Node } from "prosemirror-model";
import { Picture, PictureOrNone } from "./attributes";

/** A figure as it is drawn: its picture, and all that is said of it but the caption. */
export type Pictured = {
  picture: Picture;
  alt: string;
  decorative: boolean;
  credit: string | null;
  licence: string | null;
  wide: boolean;
};

/** What a figure shows; null where the picture is not in hand, and for any other node. */
export function picturedIn(node: Node): Pictured | null {
  if (node.type.name !== "figure") return null;
  const { attrs } = node;
  const picture = PictureOrNone.parse(attrs["picture"]);
  if (!picture) return null;
  return {
    picture,
    alt: attrs["decorative"] === true ? "" : String(attrs["alt"]).trim(),
    decorative: attrs["decorative"] === true,
    ...rightsIn(node),
    wide: attrs["width"] === "wide",
  };
}

/** Whose a figure's picture is said to be, and under which licence; it is told of a picture that is not in hand too. */
export const rightsIn = ({ attrs }: Node): Pick<Pictured, "credit" | "licence"> => ({
  credit: words(attrs["credit"]),
  licence: words(attrs["licence"]),
});

/** The figures of some nodes that show a picture, in reading order. */
export function picturesIn(nodes: readonly Node[]): { figure: Node; shown: Pictured }[] {
  const found: { figure: Node; shown: Pictured }[] = [];
  for (const node of nodes)
    node.descendants((figure) => {
      const shown = picturedIn(figure);
      if (shown) found.push({ figure, shown });
      return !figure.isTextblock;
    });
  return found;
}

/** The picture that stands for a text elsewhere: the first that is no decoration. */
export const leadPicture = (nodes: readonly Node[]): Pictured | null =>
  picturesIn(nodes).find(({ shown }) => !shown.decorative)?.shown ?? null;

const words = (value: unknown): string | null => (typeof value === "string" && value.trim() ? value.trim() : null);

/** No kept picture is wider, so that no reader waits for pixels that no screen of theirs shows. */
export const widestPicture = 1600;

/** The widths, in pixels, that a picture is kept in as WebP, the smallest first; the last is its own. */
export const widthsOf = ({ width }: Pick<Picture, "width">): number[] => [
  ...[480, 960].filter((narrower) => narrower < width),
  width,
];

/** The name of a picture's WebP of a width; it names the bytes, so that they may be kept for ever. */
export const webpName = ({ sha256 }: Pick<Picture, "sha256">, width: number): string => `${sha256}-${width}.webp`;

/** The name of a picture's whole form, for programs that read no WebP. */
export const wholeName = ({ sha256, width, type }: Picture): string =>
  `${sha256}-${width}.${type === "jpeg" ? "jpg" : "png"}`;

/** Where the desk has a form of a picture from, whether an edition shows it or not. */
export const pictureAddress = (name: string): string => `/api/pictures/${name}`;

/** What a name of a picture's form says; null for anything else. */
export function readPictureName(
  name: string,
): { sha256: string; width: number; type: "webp" | Picture["type"] } | null {
  const [, sha256 = "", width, ending = ""] = /^([0-9a-f]{64})-([1-9]\d{0,4})\.(webp|jpg|png)$/.exec(name) ?? [];
  return width
    ? { sha256, width: Number(width), type: ending === "jpg" ? "jpeg" : ending === "png" ? "png" : "webp" }
    : null;
}

export { Picture };
