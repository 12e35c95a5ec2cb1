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
