import type { Accent } from "./accent";
import type { HouseLink, Looks } from "./looks";

/** How the house looks, as a page needs it: where its logo and the one font of its headlines are served, if it has them. */
export type LooksView = Pick<Looks, "navigation" | "footer" | "corrections"> & {
  accent: Accent | null;
  logo: { src: string; width: number; height: number } | null;
  font: { name: Exclude<Looks["headlines"], "system">; src: string } | null;
  navigation: readonly HouseLink[];
  footer: readonly HouseLink[];
};
