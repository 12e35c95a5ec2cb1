import { nameFields, ownFieldOf, ownNames } from "./fields";
import { readNames } from "./names";
import type { FieldsTaken } from "./taken";

/** Reads everybody who made a work. */
export function readNamesOf(taken: FieldsTaken, draft: Record<string, unknown>, like: "pandoc" | undefined): void {
  const options = taken.raw("options");
  const prefixStays = /\buseprefix\s*=\s*true\b/iu.test(options);
  if (options.replace(/\s/gu, "").replace(/,?useprefix=(?:true|false),?/iu, "") !== "") taken.untake("options");
  for (const [variable, name] of [...nameFields, ...ownNames.map((own) => [own, ownFieldOf(own)] as const)]) {
    const source = taken.raw(name);
    const people = source === "" ? [] : readNames(source, { prefixStays, like });
    if (people.length > 0) draft[variable] = people;
    else if (source !== "") taken.untake(name);
  }
}
