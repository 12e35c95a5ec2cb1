import type { SourceName } from "@/domain/source/record";

/** Reads “Family, Given, Suffix”; a name without a comma is an organisation's, or a person's who has only one. */
export function nameFrom(text: string): SourceName | null {
  const [family = "", given = "", suffix = ""] = text.split(",").map((part) => part.trim());
  const whole = text.trim();
  if (whole === "") return null;
  if (!whole.includes(",") || family === "") return { literal: whole.replace(/^,+\s*/u, "") || whole };
  return { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) };
}

/** The same the other way round; a particle becomes part of the family name, for there is no place for one. */
export function nameOf(name: SourceName): string {
  if ("literal" in name) return name.literal;
  const particle = name["non-dropping-particle"] ?? "";
  const family = `${particle}${particle && !/['’]$/u.test(particle) ? " " : ""}${name.family}`;
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return [family, given, ...(name.suffix ? [name.suffix] : [])].join(", ").trimEnd();
}
