/** How a text is set: its writing direction and the BCP 47 tag that is certain without being told. */
export type Script = { lang: string; dir: "ltr" | "rtl" };

/**
 * Reads the direction of a text from its letters: right to left when most of them are Hebrew, Arabic or of their kin.
 * The language of such a text is then undetermined ("und") with its script; every other text is taken for English.
 */
export function scriptOf(text: string): Script {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu)?.length ?? 0;
  const hebrew = text.match(/\p{Script=Hebrew}/gu)?.length ?? 0;
  if ((arabic + hebrew) * 2 <= letters || letters === 0) return { lang: "en", dir: "ltr" };
  return { lang: hebrew > arabic ? "und-Hebr" : "und-Arab", dir: "rtl" };
}
