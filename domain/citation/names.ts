import type { SourceName } from "@/domain/source/record";

const mostNames = 6;

/** People in natural order: "Ann Lee, Bo Ek and Cy Ax"; past six the first three "and 9 others". Empty without any. */
export function namesOf(names: readonly SourceName[] | undefined): string {
  const all = (names ?? []).map(nameOf);
  if (all.length > mostNames) return `${all.slice(0, 3).join(", ")} and ${all.length - 3} others`;
  return joined(all);
}

/** Family names alone, for a note beside the text: "Lee and Ek", "Lee and others". */
export function shortNamesOf(names: readonly SourceName[] | undefined): string {
  const all = (names ?? []).map((name) => ("literal" in name ? name.literal : familyOf(name)));
  return all.length > 2 ? `${all[0]} and others` : joined(all);
}

function nameOf(name: SourceName): string {
  if ("literal" in name) return name.literal;
  const full = [name.given, name["dropping-particle"], familyOf(name)].filter(Boolean).join(" ");
  return name.suffix ? `${full}, ${name.suffix}` : full;
}

type Person = Exclude<SourceName, { literal: string }>;

const familyOf = (name: Person): string => [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");

const joined = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
