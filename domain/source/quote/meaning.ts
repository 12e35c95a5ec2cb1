import type { Atom } from "./atoms";

/** Words that turn a sentence round, in the languages that the desk meets most. */
const negations = new Set(
  (
    "not no never nor neither none nothing nobody nowhere without cannot hardly scarcely " +
    "nicht kein keine keinen keinem keiner keines nie niemals niet geen nooit ne pas jamais aucun aucune non mai " +
    "nunca jamás não nunca ikke aldrig inte aldrig nie не нет никогда 不 没 沒 未 لا لم لن ليس לא אין"
  ).split(" "),
);

/** Says whether a word turns a sentence round: "not", "never", "didn't". */
export const isNegation = (word: string): boolean => {
  const small = word.toLowerCase();
  return negations.has(small) || small.endsWith("n't");
};

/**
 * Says whether a passage of the source cannot end (or begin) here without another meaning: a "not" stands right outside,
 * or a figure would be cut from its sign, its unit or its other half. Null at an end that takes nothing away.
 */
export function cutAt(
  text: string,
  source: readonly Atom[],
  inside: number,
  outside: number,
): "negation" | "figure" | null {
  const [kept, left] = [source[inside], source[outside]];
  if (!kept || !left) return null;
  const [before, after] = inside < outside ? [kept, left] : [left, kept];
  const between = text.slice(before.to, after.from);
  if (/^[\s"'“”‘’«»]*$/u.test(between) && isNegation(left.text)) return "negation";
  const isTied = after.glue !== "none" || /^\s?$/u.test(between);
  return isTied && isOneFigure(before.text, after.text, after.glue) ? "figure" : null;
}

function isOneFigure(before: string, after: string, glue: Atom["glue"]): boolean {
  if (/^[-+<>≤≥±]$|^\p{Sc}$/u.test(before) && /\p{N}/u.test(after)) return true;
  if (!/\p{N}/u.test(before)) return false;
  return (
    /^[%‰‱°]$|^\p{Sc}$/u.test(after) || units.has(after.toLowerCase()) || (glue === "hyphen" && /\p{N}/u.test(after))
  );
}

const units = new Set(
  (
    "percent per hundred thousand million millions billion billions trillion dozen degrees bn mn m k kg g mg t km cm mm " +
    "km² m² ha l ml w kw mw gw tw kwh mwh gwh twh °c °f celsius fahrenheit euros euro dollars pounds yen mph"
  ).split(" "),
);
