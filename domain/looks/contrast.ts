/** A colour as three bytes. */
type Rgb = readonly [number, number, number];

/** The contrast of two colours written as #rrggbb, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** A colour laid over another one with a share from 0 to 1, as #rrggbb. */
export function mixed(over: string, under: string, share: number): string {
  const below = rgbOf(under);
  const bytes = rgbOf(over).map((value, at) => Math.round(value * share + (below[at] ?? 0) * (1 - share)));
  return `#${bytes.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

const rgbOf = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
