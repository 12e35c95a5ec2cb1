/** All that a logo may be drawn with. */
export const elements: ReadonlySet<string> = new Set([
  "svg",
  "g",
  "defs",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "linearGradient",
  "radialGradient",
  "stop",
  "clipPath",
]);

/** Characters of one value: long enough for a path. */
export const mostNumbers = 20_000;

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:px|%)?$/i;
const numbers = /^[-+0-9.,eE\s]*$/;
const path = /^[-+0-9.,eE\sMmZzLlHhVvCcSsQqTtAa]*$/;
const transform = /^(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([-+0-9.,eE\s]*\)\s*,?)*$/;
const paint =
  /^(?:none|currentColor|transparent|[a-z]{3,20}|#[0-9a-f]{3,8}|rgba?\([\d.,%\s/]+\)|hsla?\([\d.,%\s/a-z]+\)|url\(#[A-Za-z_][\w.-]*\))$/i;
const local = /^url\(#[A-Za-z_][\w.-]*\)$/;
const name = /^[A-Za-z_][\w.-]*$/;
const word = /^[a-zA-Z-]{1,24}$/;

/** Which values an attribute may have. What is not here is refused, or left out where it says nothing that is seen. */
const values = new Map<string, RegExp>([
  ...each("x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height offset opacity", number),
  ...each("fill-opacity stroke-opacity stop-opacity stroke-width stroke-miterlimit stroke-dashoffset", number),
  ...each("points stroke-dasharray", numbers),
  ...each("transform gradientTransform", transform),
  ...each("fill stroke stop-color", paint),
  ...each("fill-rule clip-rule stroke-linecap stroke-linejoin gradientUnits clipPathUnits spreadMethod", word),
  ["clip-path", local],
  ["id", name],
  ["d", path],
]);

function each(names: string, value: RegExp): [string, RegExp][] {
  return names.split(" ").map((one) => [one, value]);
}

/** What drawing programs say of themselves, or what is said better elsewhere: nothing of it is seen. */
const unseen =
  /^(?:version|viewBox|class|data-[\w-]+|aria-[\w-]+|role|xml:space|enable-background|baseProfile|preserveAspectRatio|color|display|overflow|isolation|paint-order|mix-blend-mode|shape-rendering|font-[\w-]+|text-[\w-]+|-inkscape-[\w-]+|line-height|letter-spacing|word-spacing|white-space|writing-mode|direction|vector-effect|marker)$/;

/** An attribute's value if it may stand, and else whether it is passed over or spoils the drawing. */
export function attributeOf(key: string, value: string): string | "left out" | "refused" {
  const allowed = values.get(key);
  const plain = value.trim();
  if (allowed) return allowed.test(plain) ? plain : "refused";
  return unseen.test(key) && !/url\s*\(|expression|javascript:/i.test(plain) ? "left out" : "refused";
}

/** The declarations of a style attribute, as attributes of the same names. */
export const styleDeclarations = (style: string): (readonly [string, string])[] =>
  style
    .split(";")
    .map((declaration) => declaration.trim())
    .filter(Boolean)
    .map((declaration) => {
      const colon = declaration.indexOf(":");
      return colon === -1
        ? ["style", declaration]
        : [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
    });

/** Elements and attributes that a drawing program keeps for itself: they are passed over with all that they hold. */
export const ofEditors = (uri: string, local_: string): boolean =>
  /(?:inkscape|sodipodi|purl\.org\/dc|creativecommons|rdf-syntax|bohemiancoding|figma|adobe)/i.test(uri) ||
  (uri === "http://www.w3.org/2000/svg" && ["metadata", "title", "desc"].includes(local_));
