import type { Logo } from "@/domain/looks/looks";
import { fail, ok, type Result } from "@/domain/result";

const mostBytes = 60_000;
const widest = 2_000;
const signature = "89504e470d0a1a0a";
/** The chunks that make the picture; what cameras and programs add is left out. */
const kept = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"]);

/** Reads a PNG (ISO/IEC 15948) chunk by chunk, with its sums checked, and keeps only what makes the picture. */
export function readPng(base64: string): Result<Logo, string[]> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return fail(["It is no PNG picture."]);
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > mostBytes) return fail([`A logo has at most ${mostBytes / 1000} kB.`]);
  if (bytes.subarray(0, 8).toString("hex") !== signature) return fail(["It is no PNG picture."]);
  const pieces = [bytes.subarray(0, 8)];
  const names: string[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = at + 12 <= bytes.length ? bytes.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    const end = at + 12 + length;
    if (end > bytes.length) return fail(["The picture ends in the middle."]);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (crc(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return fail(["The picture is damaged."]);
    if (name === "acTL") return fail(["A logo stands still: this picture is animated."]);
    if (kept.has(name)) pieces.push(bytes.subarray(at, end));
    names.push(name);
    at = end;
    if (name === "IEND") break;
  }
  if (names[0] !== "IHDR" || bytes.readUInt32BE(8) !== 13 || !names.includes("IDAT") || names.at(-1) !== "IEND")
    return fail(["It is no whole PNG picture."]);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width === 0 || height === 0 || width > widest || height > widest)
    return fail([`A logo is at most ${widest} pixels wide and high.`]);
  return ok({ kind: "png", data: Buffer.concat(pieces).toString("base64"), width, height });
}

/** CRC-32 as PNG has it (ISO/IEC 15948, annex D). */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
