import { washOf } from "@/domain/looks/accent";
import type { LooksView } from "@/domain/looks/view";

/** What the house's looks add to the stylesheet; nothing where it looks as from the start. Who asks for more contrast keeps ours. */
export function houseStyles(looks: LooksView | undefined): string {
  if (!looks) return "";
  const { accent, font } = looks;
  const wash = accent && washOf(accent);
  const colours =
    accent && wash
      ? `@media not (prefers-contrast:more){:root{--accent:light-dark(${accent.light},${accent.dark});--accent-wash:light-dark(${wash.light},${wash.dark})}}`
      : "";
  return colours + (font ? fontFaces(font) : "");
}

type Font = NonNullable<LooksView["font"]>;

/** The letters of a font, and the system's bold letters set as wide and as tall: a headline takes the same room in either. */
const faces: Record<Font["name"], { weights: string; near: [local: string, metrics: string][] }> = {
  "source-serif": {
    weights: "200 900",
    near: [
      [
        'local("Georgia Bold"),local("Gelasio Bold")',
        "size-adjust:93.7%;ascent-override:110.6%;descent-override:35.8%",
      ],
      [
        'local("Times New Roman Bold"),local("Liberation Serif Bold")',
        "size-adjust:112.3%;ascent-override:92.3%;descent-override:29.8%",
      ],
    ],
  },
  "instrument-sans": {
    weights: "400 700",
    near: [
      [
        'local("Helvetica Neue Bold"),local("Arial Bold"),local("Liberation Sans Bold")',
        "size-adjust:98.1%;ascent-override:98.9%;descent-override:25.5%",
      ],
    ],
  },
};

/**
 * `font-display: optional`: the first paint never waits for the font and no letter changes under a reader's eyes. Who has it in
 * time, or from the page before, sees it; all others see the fallback for as long as they stay.
 */
function fontFaces({ name, src }: Font): string {
  const { weights, near } = faces[name];
  const own = `@font-face{font-family:headline;font-weight:${weights};font-display:optional;src:url(${src})format("woff2")}`;
  const fallbacks = near.map(
    ([local, metrics], at) =>
      `@font-face{font-family:near${at};font-weight:600;line-gap-override:0%;${metrics};src:${local}}`,
  );
  const rest = name === "source-serif" ? "var(--serif)" : "var(--sans)";
  const families = ["headline", ...near.map((_, at) => `near${at}`), rest];
  return `${own}${fallbacks.join("")}:root{--display:${families.join(",")}}`;
}
