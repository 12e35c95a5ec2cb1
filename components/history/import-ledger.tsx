import { When } from "@/components/ui/when";
import type { ImportLine } from "./history-view";

/** What an import found and what became of it: every count adds up, and nothing of the input is gone without a line. */
export function ImportLedger({ imported, now }: { imported: ImportLine; now: string }) {
  const kinds = rows.filter(({ kind }) => imported.found[kind] > 0);
  return (
    <div>
      <p className="text-[13px] text-ink-soft">
        “{imported.name}”, by {imported.by}, <When at={imported.at} now={now} />
      </p>
      {kinds.length === 0 ? (
        <p className="mt-2 text-ink-soft">No citation, placeholder or source line was found in it.</p>
      ) : (
        <table className="mt-3 w-full text-[13.5px] tabular-nums">
          <thead>
            <tr className="label border-b border-rule-strong">
              <th scope="col" className="py-1.5 text-left">
                Found
              </th>
              <th scope="col" className="sr-only">
                How many
              </th>
              <th scope="col" className="py-1.5 pl-4 text-right">
                Resolved
              </th>
              <th scope="col" className="py-1.5 pl-4 text-right">
                Held
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, one, many }) => (
              <tr key={kind} className="border-b border-rule">
                <th scope="row" colSpan={2} className="py-2 text-left font-normal">
                  {imported.found[kind]} {imported.found[kind] === 1 ? one : many}
                </th>
                <td className="py-2 text-right text-ok">{imported.resolved[kind] || "–"}</td>
                <td className={`py-2 text-right ${imported.held[kind] ? "font-semibold" : "text-ink-faint"}`}>
                  {imported.held[kind] || "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {imported.warnings.length > 0 ? (
        <ul className="mt-3 grid gap-1.5 rounded-md bg-warning-wash px-4 py-3">
          {imported.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      {imported.lines.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer font-medium text-accent">
            {imported.lines.length === 1 ? "One thing" : `${imported.lines.length} things`} that no longer stand where
            they stood
          </summary>
          <ol className="mt-2 divide-y divide-rule">
            {imported.lines.map((line, index) => (
              // The ledger is never reordered, so a line's place is its identity.
              <li key={index} className="py-2.5">
                <p className="text-[13px] text-ink-soft">
                  <b className="font-semibold text-ink">{line.what}</b> · {line.reason}
                </p>
                <p className="line-clamp-4 font-mono text-[12px] leading-5 [overflow-wrap:anywhere] text-ink-soft">
                  {line.text}
                </p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}

const rows: { kind: keyof ImportLine["found"]; one: string; many: string }[] = [
  { kind: "citation", one: "citation", many: "citations" },
  { kind: "link", one: "placeholder link", many: "placeholder links" },
  { kind: "label", one: "number of a source line", many: "numbers of source lines" },
  { kind: "reference", one: "source line", many: "source lines" },
];
