import type { SourceName } from "@/domain/source/record";

/** Names as people type them, one a line: "Family, Given", or a single name of an institution. */
export function namesFrom(text: string): SourceName[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [family, ...given] = line.split(",").map((piece) => piece.trim());
      const rest = given.join(", ");
      return family && rest ? { family, given: rest } : { literal: line.replace(/,$/, "") };
    });
}

/** The same the other way round. */
export function namesToText(names: readonly SourceName[] | undefined): string {
  return (names ?? [])
    .map((name) => ("literal" in name ? name.literal : [name.family, name.given].filter(Boolean).join(", ")))
    .join("\n");
}
