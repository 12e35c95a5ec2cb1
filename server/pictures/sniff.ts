import { fail, ok, type Result } from "@/domain/result";

/** The formats that are taken in. */
export type PictureFormat = "jpeg" | "png" | "webp" | "avif" | "gif";

const taken = "Bring it as JPEG, PNG, WebP, AVIF or GIF.";

/** Which format bytes are in by their first ones, whatever they are called or declared as; or why they are not taken, in words. */
export function sniff(bytes: Uint8Array): Result<PictureFormat, string> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return ok("jpeg");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return ok("png");
  if (/^GIF8[79]a/.test(head)) return ok("gif");
  if (/^RIFF[^]{4}WEBP/.test(head)) return ok("webp");
  const brand = /^[^]{4}ftyp(.{4})/.exec(head)?.[1];
  if (brand === "avif" || brand === "avis") return ok("avif");
  if (brand && /^(?:hei|hev|mif)/.test(brand)) return fail(`This is a HEIC picture. ${taken}`);
  if (/<svg[\s>]/i.test(head) || /^\s*<\?xml/.test(head))
    return fail(`This is an SVG drawing: it can carry programs and is not taken in. Save it as PNG, then bring that.`);
  return fail(`This is no picture that the desk can read. ${taken}`);
}
