import { readFile } from "node:fs/promises";
import { join } from "node:path";
import opentype from "opentype.js";

/** A part of the product's type: the letters of one script. */
export type Face = opentype.Font;

const scripts = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] as const;
const folder = join("node_modules", "@fontsource", "source-serif-4", "files");

/** Source Serif 4 in a weight, in the parts that its package has it in (WOFF 1, which needs no other program to be read). */
export function faces(weight: 400 | 600): Promise<readonly Face[]> {
  const read = kept.get(weight) ?? Promise.all(scripts.map((script) => faceOf(script, weight)));
  kept.set(weight, read);
  return read;
}

const kept = new Map<number, Promise<readonly Face[]>>();

async function faceOf(script: string, weight: number): Promise<Face> {
  const bytes = await readFile(join(process.cwd(), folder, `source-serif-4-${script}-${weight}-normal.woff`));
  return opentype.parse(Uint8Array.from(bytes).buffer);
}

type Set = { faces: readonly Face[]; size: number; x: number; y: number };

/** A line of text as the path of an SVG, from a point on its base line; null when the type lacks a letter of it. */
export function pathOf(text: string, { faces: from, size, x, y }: Set): string | null {
  let at = x;
  let path = "";
  for (const run of runsOf(text, from)) {
    if (!run.face) return null;
    path += run.face.getPath(run.text, at, y, size).toPathData(1);
    at += run.face.getAdvanceWidth(run.text, size);
  }
  return path;
}

/** How wide a line is, in pixels. */
export const widthOf = (text: string, from: readonly Face[], size: number): number =>
  runsOf(text, from).reduce((sum, run) => sum + (run.face?.getAdvanceWidth(run.text, size) ?? 0), 0);

/** The text in stretches that one part of the type can set. */
function runsOf(text: string, from: readonly Face[]): { text: string; face: Face | undefined }[] {
  const runs: { text: string; face: Face | undefined }[] = [];
  for (const letter of text.normalize("NFC")) {
    const last = runs.at(-1);
    const face = last?.face && has(last.face, letter) ? last.face : from.find((one) => has(one, letter));
    if (last && last.face === face) last.text += letter;
    else runs.push({ text: letter, face });
  }
  return runs;
}

const has = (face: Face, letter: string): boolean => face.charToGlyphIndex(letter) !== 0;
