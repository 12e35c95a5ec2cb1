/** A table as cells of text, without its caption; `to` is the line behind it. */
export type WrittenTable = { head: readonly string[]; rows: readonly (readonly string[])[]; to: number };
