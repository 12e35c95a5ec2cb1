import type { CitedKey, KeyPlace } from "@/server/importing/cited-keys";
import type { ListedDraft } from "./listed-draft";
import type { Paint } from "./paint";

/** The keys that a draft cites, those that no bibliography has first and with each of their places, and the list in a style. */
export function citingReport({ citing, list, style }: ListedDraft, ink: Paint): string {
  if (!citing) return "";
  const { resolved, unresolved } = citing;
  const missing = unresolved.flatMap(({ key, places }) => [
    `  ${ink.bad("unresolved")} ${key}`,
    ...places.map((place) => `      ${ink.faint(inWords(place))}`),
  ]);
  const keys = `${resolved.length + unresolved.length} keys cited, ${resolved.length} resolved, ${unresolved.length} unresolved`;
  const entries = (list ?? []).map(({ key, text }) => `  ${text}${ink.faint(key === null ? "" : `  [${key}]`)}`);
  return [
    ink.strong(keys),
    ...missing,
    ...resolved.map((cited) => `  resolved ${cited.key}${ink.faint(`  ${timesOf(cited)}`)}`),
    "",
    ink.strong(`Reference list (${style})`),
    ...entries,
  ].join("\n");
}

const timesOf = ({ places }: CitedKey): string => (places.length === 1 ? "once" : `${places.length} times`);

function inWords(place: KeyPlace): string {
  if ("field" in place) return `in the front matter, “${place.field}”`;
  const where = place.section === null ? "in the opening" : `in “${place.section}”`;
  return place.excerpt ? `${where}, after “${place.excerpt}”` : where;
}
