import { Resvg } from "@resvg/resvg-js";
import type { SiteView } from "@/domain/publishing/edition";
import { sha256 } from "@/server/db/digest";
import { type Face, faces, pathOf, widthOf } from "./type";

/** What the image of an article says. */
export type Card = { site: SiteView["name"]; title: string; byline: string; sources: number };

const width = 1200;
const height = 630;
const margin = 84;
const room = { width: width - 2 * margin, lines: 5, height: 330 };
/** Raise it when the drawing changes, so that every image gets a new address. */
const drawing = 1;

/** The address of an article's image: another text has another address, so that whoever keeps images never shows an old one. */
export const cardPath = (articleId: string, card: Card): string =>
  `/assets/cards/${articleId}-${sha256(JSON.stringify([drawing, card])).slice(0, 12)}.png`;

/**
 * The image that stands for an article elsewhere (OpenGraph, 1200 x 630): the title in the product's type. Null where the
 * type has no letters for it, as for Arabic or Chinese: no image is better than one of empty boxes.
 */
export async function drawCard({ site, title, byline, sources }: Card): Promise<Uint8Array<ArrayBuffer> | null> {
  const [bold, plain] = await Promise.all([faces(600), faces(400)]);
  const set = setTitle(title, bold);
  const name = pathOf(site, { faces: bold, size: 34, x: margin, y: 108 });
  if (!set || name === null) return null;
  const lines = set.lines.map((line, index) =>
    pathOf(line, { faces: bold, size: set.size, x: margin, y: 178 + set.size * (0.86 + index * 1.12) }),
  );
  const by = pathOf(byline, { faces: plain, size: 28, x: margin, y: height - 62 }) ?? "";
  const counted = sources === 1 ? "1 source" : `${sources} sources`;
  const at = width - margin - widthOf(counted, plain, 28);
  const trust = sources > 0 ? pathOf(counted, { faces: plain, size: 28, x: at, y: height - 62 }) : null;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#fbfaf6"/><rect width="100%" height="14" fill="#0d4f63"/>
    <path d="${name}" fill="#0d4f63"/><path d="${lines.join("")}" fill="#1d1b17"/>
    <rect x="${margin}" y="${height - 122}" width="${room.width}" height="2" fill="#c9c1b0"/>
    <path d="${by}" fill="#5f594e"/>
    ${trust ? `<circle cx="${at - 24}" cy="${height - 71}" r="8" fill="#2a6347"/><path d="${trust}" fill="#2a6347"/>` : ""}
  </svg>`;
  return Uint8Array.from(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}

/** The largest size at which the title fits in its lines; one that never fits ends with an ellipsis. */
function setTitle(title: string, bold: readonly Face[]): { size: number; lines: string[] } | null {
  if (!title.trim() || pathOf(title, { faces: bold, size: 40, x: 0, y: 0 }) === null) return null;
  for (let size = 92; size >= 44; size -= 4) {
    const lines = broken(title, bold, size);
    if (lines && lines.length <= room.lines && lines.length * size * 1.12 <= room.height) return { size, lines };
  }
  const lines = broken(title, bold, 44) ?? [[...title].slice(0, 40).join("")];
  return { size: 44, lines: [...lines.slice(0, room.lines - 1), `${lines[room.lines - 1] ?? ""}…`] };
}

/** The words in lines that fit; null when one word alone is too wide. */
function broken(title: string, bold: readonly Face[], size: number): string[] | null {
  const lines: string[] = [];
  for (const word of title.trim().split(/\s+/u)) {
    if (widthOf(word, bold, size) > room.width) return null;
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer, bold, size) <= room.width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
