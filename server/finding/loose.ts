import { isObject } from "@/domain/json";

/** What stands under a path of names, or undefined. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((here, name) => (isObject(here) ? here[name] : undefined), value);
}

/** A list of what should be one: services leave the list off when there is only one thing, or nothing. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Words, where there are some: a number is taken for its digits, anything else is nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return undefined;
  return value.trim() === "" ? undefined : value;
}

/** The first words in a list, or in what should be one. */
export function firstText(value: unknown): string | undefined {
  return listOf(value)
    .map(textOf)
    .find((text) => text !== undefined);
}

/** JSON, or undefined where a text is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
