/** A bibliography that was read on the server: how far it is, its first entries, and what did not come in. */
export type BroughtFile = {
  id: string;
  name: string;
  format: string;
  total: number;
  added: number;
  known: number;
  failed: number;
  waiting: number;
  alreadyThere: number;
  withLeftOut: number;
  first: { key: string | null; line: string }[];
  failures: { key: string | null; line: number; why: string }[];
  duplicates: { key: string | null; sourceId: string; title: string }[];
};
