import { checkText } from "@/server/importing/check";
import { referenceListOf } from "@/cli/reference-list";
import type { Paper } from "./papers";

/** What we make of a paper, as pandoc's answer is recorded, with the texts. */
export type Told = { resolved: string[]; unresolved: string[]; entries: { key: string; text: string }[] };

/** Checks a paper with its bibliographies and lists its references in APA. */
export async function ours({ text, files }: Paper): Promise<Told> {
  const checked = checkText(new TextEncoder().encode(text), "paper.md", files);
  if (!checked.ok) throw new Error(checked.error.message);
  const { citing } = checked.value;
  const list = await referenceListOf(checked.value, "apa");
  if (!list.ok) throw new Error(list.error);
  return {
    resolved: (citing?.resolved ?? []).map(({ key }) => key).toSorted(),
    // Pandoc says nothing of a key that only "nocite" names; we hold it, and that is all that differs.
    unresolved: (citing?.unresolved ?? [])
      .filter(({ places }) => places.some((place) => !("field" in place && place.field === "nocite")))
      .map(({ key }) => key)
      .toSorted(),
    entries: list.value.map(({ key, text: entry }) => ({ key: key ?? "", text: entry })),
  };
}
