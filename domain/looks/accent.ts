import { contrastOf, mixed } from "./contrast";

/** The colour of links and marks, as #rrggbb: one for light paper, one for dark. */
export type Accent = { light: string; dark: string };

/** What the accent stands on (reader/tokens.css: paper and sheet), and what its washes are mixed of. */
export const grounds = {
  light: { paper: "#fbfaf6", sheet: "#ffffff" },
  dark: { paper: "#171614", sheet: "#1f1d1a" },
} as const;

/** Text needs this contrast with what it stands on (WCAG 2.2, 1.4.3). */
const enough = 4.5;
/** How much of the accent is in its wash. */
const inWash = 0.1;

/** The pale ground under what is marked, light and dark. */
export const washOf = (accent: Accent): Accent => ({
  light: mixed(accent.light, grounds.light.paper, inWash),
  dark: mixed(accent.dark, grounds.dark.paper, inWash),
});

/** What keeps an accent from being read, in words: one sentence for light and one for dark; none if it can be read in both. */
export function faultsInAccent(accent: Accent): string[] {
  const wash = washOf(accent);
  return (["light", "dark"] as const).flatMap((mode) => {
    const under = [grounds[mode].paper, grounds[mode].sheet, wash[mode]];
    const least = Math.min(...under.map((ground) => contrastOf(accent[mode], ground)));
    if (least >= enough) return [];
    const way = mode === "light" ? "A darker one" : "A lighter one";
    return [
      `${accent[mode]} cannot be read on ${mode} paper: its contrast is ${rounded(least)} to 1, and text needs 4.5 to 1. ${way} can.`,
    ];
  });
}

/** Rounded down, so that what is refused never looks like enough. */
const rounded = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);
