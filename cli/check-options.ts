import { bundledStyles, isBundled } from "@/domain/citation/bundled-styles";
import { fail, ok, type Result } from "@/domain/result";

/** What `check` is asked for. */
export type CheckOptions = { file: string; references: readonly string[]; style: string; json: boolean };

/** Reads the words behind `check`, or says in one sentence what is wrong with them. */
export function optionsOf(args: readonly string[]): Result<CheckOptions, string> {
  const files: string[] = [];
  const references: string[] = [];
  const unknown: string[] = [];
  let style = "apa";
  let json = false;
  for (let at = 0; at < args.length; at++) {
    const [name = "", given] = (args[at] ?? "").split(/=(.*)/su);
    if (name === "--references" || name === "--style") {
      const value = given ?? args[++at];
      if (value === undefined || value === "") return fail(`${name} needs a value`);
      if (name === "--style") style = value;
      else references.push(value);
    } else if (args[at] === "--json") json = true;
    else if (args[at] === "--") continue;
    else if (args[at]?.startsWith("-") && args[at] !== "-") unknown.push(args[at] ?? "");
    else files.push(args[at] ?? "");
  }
  if (unknown.length > 0) return fail(`there is no option ${unknown.join(", ")}`);
  const [file] = files;
  if (file === undefined || files.length > 1) return fail("one FILE is needed");
  if (!isBundled(style)) return fail(`there is no style ${style}; there are ${Object.keys(bundledStyles).join(", ")}`);
  return ok({ file, references, style, json });
}
