import type { SourceMark } from "@/domain/source/record";

/** A stretch of a text and what it is set in. */
export type Stretch = Omit<SourceMark, "field">;
/** Plain text with marks beside it; `whole` when one pair of braces protected all of it. */
export type Rich = { text: string; marks: Stretch[]; whole: boolean };

/** Grows a text piece by piece; runs of white space become one blank, and marks follow where text was put. */
export class RichText {
  /** Pieces as they were added, joined at the end only: a long text is not copied again and again. */
  private readonly added: string[] = [];
  private readonly marks: Stretch[] = [];
  length = 0;
  /** The last character so far, or an empty text. */
  last = "";

  /** How many pieces there are, a place to accent from. */
  get pieces(): number {
    return this.added.length;
  }

  blank(): void {
    if (this.last !== "" && !/\s/u.test(this.last)) this.add(" ");
  }

  /** Adds characters as they are, blanks among them. */
  add(characters: string): void {
    if (characters === "") return;
    this.added.push(characters);
    this.length += characters.length;
    this.last = characters.charAt(characters.length - 1);
  }

  /** Puts an accent on the first letter that was added since there were so many pieces. */
  accent(pieces: number, combining: string): void {
    const base = this.added.splice(pieces).join("");
    this.length -= base.length;
    const first = String.fromCodePoint(base.codePointAt(0) ?? 0x20);
    const letter = first === "ı" ? "i" : first === "ȷ" ? "j" : first;
    this.add((letter + combining).normalize("NFC") + base.slice(first.length));
  }

  /** Marks all that was added after `from`. */
  mark(from: number, as: Stretch["as"]): void {
    if (this.length > from) this.marks.push({ from, to: this.length, as });
  }

  /** The text without blanks around it, and its marks moved along. */
  end(whole: boolean): Rich {
    const text = this.added.join("").trimEnd();
    const marks = this.marks
      .map((mark) => ({ ...mark, to: Math.min(mark.to, text.length) }))
      .filter((mark) => mark.to > mark.from)
      .toSorted((one, other) => one.from - other.from || other.to - one.to);
    return { text, marks, whole };
  }
}
