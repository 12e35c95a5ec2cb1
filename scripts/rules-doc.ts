import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "@/domain/rules";
import type { Rule } from "@/domain/rules/rule";

/** Where the generated page stands. */
export const rulesDocPath = join(fileURLToPath(new URL(".", import.meta.url)), "..", "docs", "rules.md");

/** The page on the rules, in Markdown, made from the rules themselves. */
export function rulesDoc(): string {
  const [blockers, warnings] = [ofSeverity("blocker"), ofSeverity("warning")];
  return `# The rules

Made by \`npx tsx scripts/rules-doc.ts\` from \`domain/rules\`; a test compares the two.

A draft is judged by these rules while it is written, on the command line, and in the transaction that publishes it. A
**blocker** keeps the draft from being published until it is mended, or waived where that is allowed: a waiver needs a
reason, a second person and an expiry, and holds for these very words only. A **warning** asks for a look.

## Blockers

${blockers.map(entry).join("\n")}
## Warnings

${warnings.map(entry).join("\n")}`;
}

const ofSeverity = (severity: Rule["severity"]): Rule[] =>
  rules.filter((rule) => rule.severity === severity).toSorted((a, b) => (a.id < b.id ? -1 : 1));

function entry({ id, severity, summary, fix, waivable }: Rule): string {
  const waiver = severity === "blocker" ? (waivable ? " Can be waived." : " Cannot be waived.") : "";
  return `### \`${id}\`\n\n${summary}${waiver}\n\n*To mend it:* ${fix}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [before, now] = [read(), rulesDoc()];
  writeFileSync(rulesDocPath, now);
  console.log(before === now ? "docs/rules.md was up to date." : "docs/rules.md is written anew.");
}

function read(): string {
  try {
    return readFileSync(rulesDocPath, "utf8");
  } catch {
    return "";
  }
}
