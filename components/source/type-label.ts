import type { SourceRecord } from "@/domain/source/record";
import { offeredTypes } from "./source-fields";

/** What a type of source is called: "Journal article", "Web page"; the rarer ones by their CSL name in plain words. */
export function typeLabel(type: SourceRecord["type"]): string {
  const offered = offeredTypes.find((one) => one.type === type);
  if (offered) return offered.label;
  const words = type.replaceAll(/[-_]/g, " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
