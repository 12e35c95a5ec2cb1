import { z } from "zod";
import { UserId } from "@/domain/ids";
import { linkStates, standingStates } from "./facts";
import { SourceRecord } from "./record";
import { Tag } from "./tags";

/** What the library is narrowed by, each by one choice; "none" is a source without an address, or never looked up. */
export const libraryFacets = ["type", "link", "standing", "used", "in", "tag", "by"] as const;
export type LibraryFacet = (typeof libraryFacets)[number];

/** The orders that the library can be read in. */
export const librarySorts = ["title", "newest", "cited", "looked", "health"] as const;
export type LibrarySort = (typeof librarySorts)[number];

/** How long ago a source was added at most. */
export const addedWithin = ["day", "week", "month", "year"] as const;
export type AddedWithin = (typeof addedWithin)[number];

const Year = z
  .string()
  .regex(/^-?\d{1,4}$/)
  .transform(Number);
const visible = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{C}*$/u);

const fields = {
  q: visible(200).transform((words) => words.trim()),
  type: SourceRecord.shape.type,
  link: z.enum([...linkStates, "none"]),
  standing: z.enum([...standingStates, "none"]),
  used: z.enum(["yes", "no"]),
  in: visible(200).min(1),
  tag: Tag,
  by: UserId,
  from: Year,
  to: Year,
  added: z.enum(addedWithin),
  sort: z.enum(librarySorts),
};
type Name = keyof typeof fields;
const names = Object.keys(fields).filter((name): name is Name => name in fields);

/** What is asked of the library; what is not asked is null, `q` is then empty and `sort` "title". */
export type LibraryQuestion = { [N in Exclude<Name, "q" | "sort">]: z.output<(typeof fields)[N]> | null } & {
  q: string;
  sort: LibrarySort;
};

/** The whole library by title. */
export const everything: LibraryQuestion = {
  q: "",
  type: null,
  link: null,
  standing: null,
  used: null,
  in: null,
  tag: null,
  by: null,
  from: null,
  to: null,
  added: null,
  sort: "title",
};

/** The question of an address's parameters; what cannot be read is not asked. */
export function questionOf(given: Readonly<Record<string, unknown>>): LibraryQuestion {
  const read = names.flatMap((name) => {
    const value = fields[name].safeParse(given[name]);
    return value.success ? [[name, value.data]] : [];
  });
  return { ...everything, ...Object.fromEntries(read) };
}

/** A question as the query of an address ("q=ferries&link=dead"), in one order, without what is not asked. */
export function questionText(question: LibraryQuestion): string {
  return names
    .filter((name) => question[name] !== null && question[name] !== everything[name])
    .map((name) => `${name}=${encodeURIComponent(String(question[name]))}`)
    .join("&");
}

/** The question of such a query; what cannot be read is not asked. */
export function questionFrom(text: string): LibraryQuestion {
  const pairs = text.split("&").map((pair): [string, string] => {
    const [name = "", ...rest] = pair.split("=");
    return [name, decoded(rest.join("="))];
  });
  return questionOf(Object.fromEntries(pairs));
}

/** How many choices narrow the library; an order narrows nothing. */
export const narrowedBy = (question: LibraryQuestion): number =>
  names.filter((name) => name !== "sort" && question[name] !== everything[name]).length;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
}
