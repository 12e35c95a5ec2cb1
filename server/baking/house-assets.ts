import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Logo, Looks } from "@/domain/looks/looks";
import type { LooksView } from "@/domain/looks/view";
import type { Tx } from "@/server/db";
import { productPath } from "@/server/citing/files";
import { houseLooks } from "@/server/db/looks";
import { pack } from "./pack";

/** What the house's looks come to on a page: its logo and font by the addresses that name their bytes. */
export function looksView({ accent, headlines, navigation, footer, corrections, logo }: Looks): LooksView {
  return {
    accent,
    navigation,
    footer,
    corrections,
    logo: logo && { src: assetOf(logo).path, width: logo.width, height: logo.height },
    font: headlines === "system" ? null : { name: headlines, src: fontAsset(headlines).path },
  };
}

/**
 * Writes the files that pages of this house may ask for: its logo, our fonts, and what shows the notes of citations. Those that no page asks for any more go a day
 * later, for an older page may still lie in a cache.
 */
export async function bakeHouseAssets(tx: Tx): Promise<void> {
  const { logo } = await houseLooks(tx);
  const ours = [notesAsset(), fontAsset("source-serif"), fontAsset("instrument-sans")];
  const assets = [...ours, ...(logo ? [assetOf(logo)] : [])];
  const paths = assets.map(({ path }) => path);
  const there = await tx.page.findMany({ where: { path: { in: paths } }, select: { path: true } });
  for (const { path, contentType, bytes } of assets.filter(
    (asset) => !there.some(({ path: known }) => known === asset.path),
  ))
    await tx.page.create({ data: { path, kind: "asset", status: 200, contentType, ...(await pack(bytes)) } });
  const yesterday = new Date(Date.now() - 86_400_000);
  await tx.page.deleteMany({
    where: { kind: "asset", path: { startsWith: "/assets/house-", notIn: paths }, bakedAt: { lt: yesterday } },
  });
}

type Asset = { path: string; contentType: string; bytes: Buffer };

function assetOf({ kind, data }: Logo): Asset {
  return kind === "svg"
    ? asset("logo", "svg", "image/svg+xml", Buffer.from(data, "utf8"))
    : asset("logo", "png", "image/png", Buffer.from(data, "base64"));
}

let notes: Asset | null = null;

/** What shows the notes of citations, as browsers are sent it (`reader/notes.js`). */
export function notesAsset(): Asset {
  notes ??= asset("notes", "js", "text/javascript; charset=utf-8", readFileSync(productPath("reader/notes.min.js")));
  return notes;
}

const files = { "source-serif": "source-serif-4", "instrument-sans": "instrument-sans" } as const;
const fonts = new Map<keyof typeof files, Asset>();

/** The Latin letters of one of our fonts, upright and of every weight, from the package that the desk has it from. */
function fontAsset(name: keyof typeof files): Asset {
  const known = fonts.get(name);
  if (known) return known;
  const of = files[name];
  const file = `node_modules/@fontsource-variable/${of}/files/${of}-latin-wght-normal.woff2`;
  const made = asset(name, "woff2", "font/woff2", readFileSync(productPath(file)));
  fonts.set(name, made);
  return made;
}

/** An address that names the bytes: other bytes have another, so that these may be kept for ever. */
function asset(name: string, ending: string, contentType: string, bytes: Buffer): Asset {
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { path: `/assets/house-${name}-${digest}.${ending}`, contentType, bytes };
}
