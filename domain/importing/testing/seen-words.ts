import type { Imported } from "@/domain/importing/import";

/** Everything of an import that holds words of its input, as one text to look them up in. */
export function seenWords({ document, references, ledger }: Imported): string {
  const attributes: string[] = [];
  document.descendants((node) => {
    attributes.push(JSON.stringify([node.attrs, node.marks.map(({ attrs }) => attrs)]));
  });
  return [
    document.textBetween(0, document.content.size, " "),
    ...references.flatMap(({ original, labels }) => [original, ...labels]),
    ...ledger.lines.map(({ text }) => text),
    ...attributes,
  ].join("\n");
}
