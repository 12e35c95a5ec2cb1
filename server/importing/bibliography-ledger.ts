import type { Bibliography } from "@/domain/importing/bibliography";
import type { Imported } from "@/domain/importing/import";
import type { Ledger } from "@/domain/importing/ledger";

/** The ledger of an import with a line on its bibliography: how many entries it has, and which of them nothing cites. */
export function withBibliography({ references, ledger }: Imported, bibliography: Bibliography): Ledger {
  if (bibliography.size === 0) return ledger;
  const cited = new Set(references.flatMap(({ source }) => (source ? [source.id] : [])));
  const left = [...bibliography].filter(([, { source }]) => source === null || !cited.has(source.id));
  const line = {
    what: "bibliography",
    text: left.map(([key]) => key).join(", "),
    reason:
      left.length === 0
        ? `All of its ${bibliography.size} entries are cited and are sources now.`
        : `Of its ${bibliography.size} entries these are cited nowhere, and were left in the file.`,
  };
  return { ...ledger, lines: [...ledger.lines, line] };
}
