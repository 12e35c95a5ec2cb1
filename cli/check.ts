import { basename } from "node:path";
import { ok } from "@/domain/result";
import { checkText } from "@/server/importing/check";
import { bibliographiesOf } from "./bibliographies";
import { bytesOf } from "./bytes";
import { checkJson } from "./check-json";
import { optionsOf } from "./check-options";
import { checkReport } from "./check-report";
import type { Command } from "./command";
import type { ListedDraft } from "./listed-draft";
import { referenceListOf } from "./reference-list";

/**
 * `imprimatur check FILE [--references FILE]… [--style NAME] [--json]`: exit 0 when the draft could be published, 1 when
 * it is blocked, 2 on bad input. Without `--references` the bibliographies that the draft names itself are read.
 */
export const check: Command = {
  usage: "check FILE [--references FILE]… [--style NAME] [--json]",
  summary: "say what a draft holds and what keeps it from being published",
  run: async (args) => {
    const asked = optionsOf(args);
    if (!asked.ok) return refuse(`${asked.error}; usage: imprimatur ${check.usage}`);
    const { file, references, style, json } = asked.value;
    const bytes = await bytesOf(file);
    if (typeof bytes === "string") return refuse(bytes);
    const given = await bibliographiesOf(file, bytes, references);
    if (!given.ok) return refuse(given.error);
    const checked = checkText(bytes, file === "-" ? null : basename(file), given.value);
    if (!checked.ok) return refuse(`${file}: ${checked.error.message}`);
    const list = checked.value.citing ? await referenceListOf(checked.value, style) : ok(null);
    if (!list.ok) return refuse(list.error);
    const draft = { ...checked.value, list: list.value, style };
    process.stdout.write(print(draft, json));
    return checked.value.publishable ? 0 : 1;
  },
};

function print(draft: ListedDraft, json: boolean): string {
  if (json) return `${JSON.stringify(checkJson(draft), null, 2)}\n`;
  return checkReport(draft, { coloured: process.stdout.isTTY === true && !process.env["NO_COLOR"] });
}

function refuse(why: string): number {
  process.stderr.write(`imprimatur check: ${why}\n`);
  return 2;
}
