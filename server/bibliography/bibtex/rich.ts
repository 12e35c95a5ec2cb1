import type { SourceMark } from "@/domain/source/record";

/** A stretch of a text and what it is set in. */
export type Stretch = Omit<SourceMark, "field">;
/** Plain text with marks beside it; `whole` when one pair of braces protected all of it. */
export type Rich = { text: string; marks: Stretch[]; whole: boolean };

/** Grows a text piece by piece; runs of white space become one blank, and marks follow where text was put. */
export class RichText {
  private text = "";
  private readonly marks: Stretch[] = [];

  get length(): number {
    return this.text.length;
  }

  /** The last character so far, or an empty text. */
  get last(): string {
    return this.text.charAt(this.text.length - 1);
  }

  blank(): void {
    if (this.text !== "" && !/[\s]$/u.test(this.last)) this.text += " ";
  }

  /** Adds characters as they are, blanks among them. */
  add(characters: string): void {
    this.text += characters;
  }

  /** Puts an accent on what was added after `from`, or on a blank where there is nothing. */
  accent(from: number, combining: string): void {
    const base = this.text.slice(from);
    const first = String.fromCodePoint(base.codePointAt(0) ?? 0x20);
    const letter = first === "ı" ? "i" : first === "ȷ" ? "j" : first;
    this.text = this.text.slice(0, from) + (letter + combining).normalize("NFC") + base.slice(first.length);
  }

  /** Marks all that was added after `from`. */
  mark(from: number, as: Stretch["as"]): void {
    if (this.text.length > from) this.marks.push({ from, to: this.text.length, as });
  }

  /** The text without blanks around it, and its marks moved along. */
  end(whole: boolean): Rich {
    const text = this.text.replace(/ +$/u, "");
    const marks = this.marks
      .map((mark) => ({ ...mark, to: Math.min(mark.to, text.length) }))
      .filter((mark) => mark.to > mark.from)
      .toSorted((one, other) => one.from - other.from || other.to - one.to);
    return { text, marks, whole };
  }
}
