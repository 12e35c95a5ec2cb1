import { plainLatex } from "./latex";
import type { RawFields } from "./values";

/** The fields of an entry, and which of them somebody has made something of. */
export class FieldsTaken {
  private readonly taken = new Set<string>();

  private readonly fields: RawFields;

  constructor(fields: RawFields) {
    this.fields = fields;
  }

  /** The value of the first of these fields that has one, as it stands; an empty text without one. */
  raw(...names: string[]): string {
    for (const name of names) {
      const value = this.fields.get(name)?.trim() ?? "";
      if (value === "") continue;
      this.taken.add(name);
      return value;
    }
    return "";
  }

  /** The same, read as LaTeX into plain text. */
  text(...names: string[]): string {
    return plainLatex(this.raw(...names));
  }

  /** Gives a field back, because nothing could be made of it. */
  untake(name: string): void {
    this.taken.delete(name);
  }

  /** The fields with a value that nothing was made of. */
  rest(): string[] {
    return [...this.fields].flatMap(([name, value]) => (value.trim() === "" || this.taken.has(name) ? [] : [name]));
  }
}
