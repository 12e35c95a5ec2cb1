import type { Transform } from "prosemirror-transform";
import sharp, { type Sharp } from "sharp";
import type { Picture } from "@/domain/document/pictures";
import { schema } from "@/domain/document/schema";
import type { ArticleId } from "@/domain/ids";
import { add } from "@/server/commands/picture/add";
import { edit, granted } from "./drafts";
import type { Somebody } from "./people";

type Bytes = Uint8Array<ArrayBuffer>;

const bytesOf = async (picture: Sharp): Promise<Bytes> => Uint8Array.from(await picture.toBuffer());

const plain = (width: number, height: number, colour: string): Sharp =>
  sharp({ create: { width, height, channels: 3, background: colour } });

/** A photograph as a telephone takes it: held upright (EXIF orientation 6), with the place and the owner in it. */
export const photograph = (width = 1800, height = 1200, colour = "#2b5d6b"): Promise<Bytes> =>
  bytesOf(
    plain(width, height, colour)
      .withExif({
        IFD0: { Copyright: "Somebody's Telephone" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg(),
  );

/** A drawing that paper shows through. */
export const drawing = (width = 400, height = 200): Promise<Bytes> =>
  bytesOf(plain(width, height, "#145a78").ensureAlpha(0.5).png());

/** A small file that claims far more pixels than any camera has. */
export const bomb = (): Promise<Bytes> => bytesOf(plain(9000, 9000, "#ffffff").png());

/** A picture of one colour in a format. */
export const pictureAs = (format: "webp" | "avif" | "gif" | "png" | "tiff"): Promise<Bytes> =>
  bytesOf(plain(700, 500, "#7a3b2e").toFormat(format));

/** A GIF of two frames. */
export async function moving(): Promise<Bytes> {
  const frames = await Promise.all(["#111111", "#eeeeee"].map((colour) => bytesOf(plain(40, 40, colour).png())));
  return bytesOf(sharp(frames, { join: { animated: true } }).gif());
}

/** Keeps a picture that no other test has: its colour is of chance. */
export async function keepPicture(author: Somebody): Promise<Picture> {
  const colour = Math.floor(Math.random() * 0xffffff).toString(16);
  return granted(
    add.run(author, { name: "quay.jpg", bytes: await photograph(600, 400, `#${colour.padStart(6, "0")}`) }),
  );
}

/** Puts a figure at the end of a draft's text. */
export const writeFigure = (author: Somebody, articleId: ArticleId, picture: Picture, said: object = {}) =>
  edit(author, articleId, (change: Transform) =>
    change.insert(
      change.doc.content.size - 1,
      schema.nodes.figure.create(
        { picture, alt: "A quay at low water.", credit: "Ada", ...said },
        schema.nodes.caption.create(null, schema.text("The quay.")),
      ),
    ),
  );
