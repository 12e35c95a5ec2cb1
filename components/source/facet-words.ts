import { linkStates, standingStates } from "@/domain/source/facts";
import type { AddedWithin, LibraryFacet, LibrarySort } from "@/domain/source/library-question";
import { linkWords } from "@/domain/source/link-words";
import { SourceRecord } from "@/domain/source/record";
import { standingWords } from "./standing-words";
import { typeLabel } from "./type-label";

/** What each facet is called. */
export const facetNames: Readonly<Record<LibraryFacet, string>> = {
  type: "Type",
  link: "Address",
  standing: "Standing",
  used: "Use",
  in: "Published in",
  tag: "Tag",
  by: "Added by",
};

export const sortNames: Readonly<Record<LibrarySort, string>> = {
  title: "By title",
  newest: "Newest first",
  cited: "Most cited first",
  looked: "Longest not looked at",
  health: "Worst health first",
};

export const addedNames: Readonly<Record<AddedWithin, string>> = {
  day: "In the last day",
  week: "In the last week",
  month: "In the last month",
  year: "In the last year",
};

/** A choice of a facet in words. */
export function choiceWords(facet: LibraryFacet, choice: string): string {
  if (facet === "type") {
    const type = SourceRecord.shape.type.safeParse(choice);
    return type.success ? typeLabel(type.data) : choice;
  }
  if (facet === "used") return choice === "yes" ? "Used in an article" : "Not used";
  if (facet === "link") {
    const state = linkStates.find((one) => one === choice);
    return state ? linkWords[state].label : "No address";
  }
  if (facet === "standing") {
    const state = standingStates.find((one) => one === choice);
    return state ? standingWords[state] : "Looked up nowhere";
  }
  return choice;
}
