import { type CheckedDraft, checkText } from "@/server/importing/check";
import { referenceListOf } from "@/cli/reference-list";
import type { Paper } from "./papers";

/** What we make of a paper, as pandoc's answer is recorded, with the texts. */
export type Told = { resolved: string[]; unresolved: string[]; entries: { key: string; text: string }[] };

/** Checks a paper with its bibliographies and lists its references in APA. */
export async function ours(paper: Paper): Promise<Told> {
  const checked = checkedOf(paper);
  const list = await referenceListOf(checked, "apa");
  if (!list.ok) throw new Error(list.error);
  return {
    ...keysIn(checked),
    entries: list.value.map(({ key, text: entry }) => ({ key: key ?? "", text: entry })),
  };
}

/** The keys of a paper alone. */
export const keysCited = (paper: Paper): Omit<Told, "entries"> => keysIn(checkedOf(paper));

function checkedOf({ text, files }: Paper): CheckedDraft {
  const checked = checkText(new TextEncoder().encode(text), "paper.md", files);
  if (!checked.ok) throw new Error(checked.error.message);
  return checked.value;
}

/** Pandoc says nothing of a key that only "nocite" names; we hold it, and that is all that differs. */
const keysIn = ({ citing }: CheckedDraft): Omit<Told, "entries"> => ({
  resolved: (citing?.resolved ?? []).map(({ key }) => key).toSorted(),
  unresolved: (citing?.unresolved ?? [])
    .filter(({ places }) => places.some((place) => !("field" in place && place.field === "nocite")))
    .map(({ key }) => key)
    .toSorted(),
});
