import { z } from "zod";
import { type BundledStyle, bundledStyles, isBundled } from "@/domain/citation/bundled-styles";
import { productText } from "./files";

/** The XML of a style that is always here (CSL 1.0.2). */
export function bundledStyle(id: BundledStyle): string {
  if (id.startsWith("house")) return productText(`server/citing/styles/${id}.csl`);
  const xml = Files.parse(JSON.parse(productText("node_modules/@citation-js/plugin-csl/lib/styles.json")))[id];
  if (xml === undefined) throw new Error(`There is no style ${id} in @citation-js/plugin-csl.`);
  return xml;
}

const Files = z.record(z.string(), z.string());

/**
 * The XML of a style that makes of an article of the house what APA makes of it, and of nothing else: the real one takes
 * half a second of work to be ready. A test compares the two.
 */
export const selfInApa = (): string => productText("server/citing/styles/this-article.csl");

/** The style that is always here and bears this address as its id, if there is one. */
export const bundledAt = (address: string): BundledStyle | undefined =>
  Object.keys(bundledStyles)
    .filter(isBundled)
    .find((id) => bundledStyle(id).includes(`<id>${address}</id>`));
