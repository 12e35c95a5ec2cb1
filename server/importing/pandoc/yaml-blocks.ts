import { parseDocument } from "yaml";

/** The metadata blocks of a text: their fields, the first block that names a field counting, and the text without them. */
export type YamlBlocks = { body: string; fields: ReadonlyMap<string, unknown>; written: string[]; problems: string[] };

const largest = 200_000;
const mostBlocks = 100;
const block = /(?<=^|\n[ \t]*\n)---[ \t]*\n(?=[^\n])([\s\S]{0,200000}?)\n(?:---|\.\.\.)[ \t]*(?=\n|$)\n?/gu;

/**
 * Takes YAML metadata off a text, at its head and anywhere between empty lines (Pandoc User's Guide, "yaml_metadata_block").
 * YAML 1.2's core schema, without tags of its own and with at most 100 aliases; what is no mapping stays in the text.
 */
export function takeYamlBlocks(text: string): YamlBlocks {
  const fields = new Map<string, unknown>();
  const written: string[] = [];
  const problems: string[] = [];
  const body = text.replace(block, (whole: string, yaml: string) => {
    if (written.length >= mostBlocks || yaml.length > largest || !/^[^\s#-][^\n]*:|^\s*(?:#|$)/mu.test(yaml))
      return whole;
    const read = readYaml(yaml);
    if (typeof read === "string") {
      if (written.length === 0 && text.startsWith(whole))
        problems.push(`The front matter is no YAML that can be read: ${read}.`);
      return whole;
    }
    for (const [field, value] of Object.entries(read)) if (!fields.has(field)) fields.set(field, value);
    written.push(yaml.trim());
    return "\n";
  });
  return { body, fields, written, problems };
}

/** The mapping that a piece of YAML is, or in a few words what is wrong with it. */
function readYaml(yaml: string): Record<string, unknown> | string {
  const document = parseDocument(yaml, {
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  if (error) return error.message.split("\n")[0]?.slice(0, 200) ?? "unknown";
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : "it is no list of fields";
  } catch {
    return "it repeats itself without end";
  }
}
