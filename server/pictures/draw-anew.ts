import sharp from "sharp";
import { type Picture, widestPicture, widthsOf } from "@/domain/document/pictures";
import { fail, ok, type Result } from "@/domain/result";
import { sha256 } from "@/server/db/digest";
import { sniff } from "./sniff";

/** A picture as it is kept: its whole form, and the same as WebP in each width that pages offer. */
export type DrawnPicture = { picture: Picture; whole: Bytes; forms: { width: number; bytes: Bytes }[] };
type Bytes = Uint8Array<ArrayBuffer>;

/** A photograph of a large camera has 50 million pixels; what claims more is a trap for memory, or too large to be read. */
const mostPixels = 50_000_000;
const tallest = 3200;
const patience = { seconds: 20 };

// Only what is taken in can be opened, whatever the library was built with; drawings and documents could ask for other files.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((format) => `VipsForeignLoad${format}Buffer`),
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Draws a picture anew from bytes that nobody vouches for: upright as its camera was held, in sRGB, at most so wide, and
 * with nothing that stood beside the pixels (EXIF and with it the place, XMP, comments). Refused in words for people. A process
 * draws one at a time, so that many large ones at once do not take all its memory.
 */
export function drawAnew(bytes: Uint8Array): Promise<Result<DrawnPicture, string>> {
  const drawn = before.then(() => draw(bytes));
  before = drawn;
  return drawn;
}

let before: Promise<unknown> = Promise.resolve();

async function draw(bytes: Uint8Array): Promise<Result<DrawnPicture, string>> {
  const format = sniff(bytes);
  if (!format.ok) return format;
  try {
    const opened = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).timeout(patience);
    const { pages = 1, hasAlpha } = await opened.metadata();
    if (pages > 1) return fail("This picture moves. Pages show still pictures only: bring one frame of it.");
    const { data, info } = await opened
      .rotate()
      .resize({ width: widestPicture, height: tallest, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const upright = () => sharp(data, { raw: { width, height, channels } });
    const whole = await (hasAlpha
      ? upright().png({ effort: 7 })
      : upright().jpeg({ quality: 84, mozjpeg: true })
    ).toBuffer();
    const picture: Picture = { sha256: sha256(whole), width, height, type: hasAlpha ? "png" : "jpeg" };
    const forms: DrawnPicture["forms"] = [];
    for (const narrower of widthsOf(picture)) {
      const form = await upright().resize({ width: narrower }).webp({ quality: 80 }).toBuffer();
      forms.push({ width: narrower, bytes: Uint8Array.from(form) });
    }
    return ok({ picture, whole: Uint8Array.from(whole), forms });
  } catch (error) {
    return fail(whyNot(error));
  }
}

function whyNot(error: unknown): string {
  const said = error instanceof Error ? error.message : "";
  if (/pixel limit/i.test(said))
    return `The picture has more than ${mostPixels / 1_000_000} million pixels. Make it smaller, then bring it again.`;
  if (/timeout/i.test(said)) return "The picture takes too long to be read. Save it anew, then bring that.";
  return "The picture is damaged and cannot be read. Save it anew, then bring that.";
}
