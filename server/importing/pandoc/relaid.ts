/** Lines that replace those from where they were found up to `to`. */
export type Relaid = { lines: readonly string[]; to: number };
