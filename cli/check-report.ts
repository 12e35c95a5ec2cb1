import { cutTo } from "@/domain/importing/cut";
import type { Counts } from "@/domain/importing/ledger";
import { rules } from "@/domain/rules/index";
import type { CheckedDraft } from "@/server/importing/check";
import { citingReport } from "./citing-report";
import type { ListedDraft } from "./listed-draft";
import { type Paint, paint } from "./paint";

/** What a check without a database cannot know, and so must not seem to have passed. */
export const nothingLookedUp =
  "Nothing was looked up: whether addresses answer, works were retracted and quotes are exact, the desk checks.";

type Found = CheckedDraft["findings"][number];

/** The report for people: the draft's outline, its ledger, and every finding under its section with its fix. */
export function checkReport(draft: ListedDraft, { coloured }: { coloured: boolean }): string {
  const ink = paint(coloured);
  const parts = [
    front(draft, ink),
    outline(draft, ink),
    references(draft, ink),
    citingReport(draft, ink),
    ledger(draft, ink),
    findings(draft, ink),
  ];
  return `${[...parts, verdict(draft, ink)].filter(Boolean).join("\n\n")}\n`;
}

function front({ title, standfirst, byline }: CheckedDraft, ink: Paint): string {
  const lines = [ink.strong(title ?? "(no title)"), standfirst, byline];
  return lines.filter(Boolean).join("\n");
}

function outline({ sections }: CheckedDraft, ink: Paint): string {
  const lines = sections.map(({ heading, words, citations, holes }, index) => {
    const name = heading ?? ink.faint("(opening)");
    const open = holes > 0 ? `, ${ink.bad(count(holes, "hole"))}` : "";
    return `  ${index + 1}. ${name}  ${ink.faint(`${count(words, "word")}, ${count(citations, "citation")}`)}${open}`;
  });
  return [ink.strong(count(sections.length, "section")), ...lines].join("\n");
}

function references({ references: all }: CheckedDraft, ink: Paint): string {
  const lines = all.map(({ original, labels }) => {
    const numbers = labels.length > 0 ? ink.faint(`  bears ${labels.join(", ")}`) : "";
    return `  · ${shortened(original ?? "")}${numbers}`;
  });
  return [ink.strong(count(all.length, "reference")), ...lines].join("\n");
}

const kinds: readonly (keyof Counts)[] = ["citation", "link", "label", "reference"];

function ledger({ ledger: { found, resolved, held, lines, warnings } }: CheckedDraft, ink: Paint): string {
  const table = kinds.map(
    (kind) => `  ${kind.padEnd(10)}${pad(found[kind])} found ${pad(resolved[kind])} resolved ${pad(held[kind])} held`,
  );
  const notes = lines.map(({ what, text, reason }) => `  · ${what}: ${shortened(text)}${ink.faint(`  ${reason}`)}`);
  return [ink.strong("Ledger"), ...table, ...notes, ...warnings.map((warning) => `  ${ink.warn("!")} ${warning}`)].join(
    "\n",
  );
}

function findings({ findings: all }: CheckedDraft, ink: Paint): string {
  const groups = new Map<string, Found[]>();
  for (const finding of all) groups.set(groupOf(finding), [...(groups.get(groupOf(finding)) ?? []), finding]);
  return [...groups]
    .map(([name, own]) =>
      [ink.strong(name), ...own.map((finding, at) => line(finding, ink, isFirst(own, at)))].join("\n"),
    )
    .join("\n\n");
}

function groupOf({ place, section }: Found): string {
  if (place.kind === "reference") return "The source list";
  return place.kind === "front" ? "Title, standfirst, byline" : (section ?? "The opening");
}

const fixes = new Map(rules.map(({ id, fix }) => [id, fix]));

/** A group says how to mend what a rule found once, at the first finding of it. */
const isFirst = (group: readonly Found[], at: number): boolean =>
  group.findIndex(({ rule }) => rule === group[at]?.rule) === at;

function line({ rule, severity, excerpt, message }: Found, ink: Paint, withFix: boolean): string {
  const name = severity === "blocker" ? ink.bad("blocker") : ink.warn("warning");
  const quoted = excerpt ? `\n      ${ink.faint(`“${shortened(excerpt)}”`)}` : "";
  const fix = withFix ? `\n      ${fixes.get(rule) ?? ""}` : "";
  return `  ${name} ${rule}  ${message}${quoted}${fix}`;
}

function verdict({ findings: all, publishable }: CheckedDraft, ink: Paint): string {
  const blockers = all.filter(({ severity }) => severity === "blocker").length;
  const warnings = count(all.length - blockers, "warning");
  const words = publishable
    ? ink.good(`Publishable, with ${warnings}.`)
    : ink.bad(`Blocked: ${count(blockers, "blocker")}, ${warnings}.`);
  return `${words}\n${ink.faint(nothingLookedUp)}`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
const pad = (number: number): string => String(number).padStart(4);
const shortened = (text: string): string => {
  const words = text.replace(/\s+/gu, " ").trim();
  return words.length <= 160 ? words : `${cutTo(words, 159)}…`;
};
