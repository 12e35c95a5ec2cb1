import { z } from "zod";
import { productText } from "./files";

/** The styles that are always here. The house's own are written by us; the others come from the CSL project. */
export const bundledStyles = {
  house: "House style (numbered)",
  "house-author-date": "House style (author and year)",
  "house-notes": "House style (notes)",
  apa: "APA, 7th edition",
  harvard1: "Harvard (Cite Them Right)",
  vancouver: "Vancouver",
} as const;
export type BundledStyle = keyof typeof bundledStyles;

/** Whether a style is one of those that are always here. */
export const isBundled = (id: string): id is BundledStyle => Object.hasOwn(bundledStyles, id);

/** The XML of a style that is always here (CSL 1.0.2). */
export function bundledStyle(id: BundledStyle): string {
  if (id.startsWith("house")) return productText(`server/citing/styles/${id}.csl`);
  const xml = Files.parse(JSON.parse(productText("node_modules/@citation-js/plugin-csl/lib/styles.json")))[id];
  if (xml === undefined) throw new Error(`There is no style ${id} in @citation-js/plugin-csl.`);
  return xml;
}

const Files = z.record(z.string(), z.string());
