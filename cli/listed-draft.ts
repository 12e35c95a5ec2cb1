import type { CheckedDraft } from "@/server/importing/check";
import type { ListedEntry } from "./reference-list";

/** A checked draft with its reference list in a style; null where no bibliography came with it. */
export type ListedDraft = CheckedDraft & { list: readonly ListedEntry[] | null; style: string };
