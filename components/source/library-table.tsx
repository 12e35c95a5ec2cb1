import { LibraryTableRow } from "./library-table-row";
import type { LibraryLine } from "./library-view";
import { Tick } from "./tick";
import type { Selection } from "./use-selection";

type Props = { sources: LibraryLine[]; selection: Selection; now: string };

/** Sources one below the other with what one chooses them by; on a narrow screen the columns stand under the title. */
export function LibraryTable({ sources, selection, now }: Props) {
  const all = sources.every(({ id }) => selection.selected.has(id));
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">Sources</caption>
      <thead className="border-y border-rule text-[12.5px] text-ink-soft">
        <tr>
          <th scope="col" className="w-9">
            <Tick label="Select all on this page" checked={all} onToggle={() => selection.setAll(!all)} />
          </th>
          <th scope="col" className="py-1.5 font-medium">
            Title
          </th>
          {["Year", "Health", "Cited in", "Looked at"].map((name) => (
            <th key={name} scope="col" className="hidden py-1.5 pl-4 font-medium whitespace-nowrap md:table-cell">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-rule border-b border-rule">
        {sources.map((source, at) => (
          <LibraryTableRow
            key={source.id}
            source={source}
            at={at}
            isCurrent={at === selection.at}
            isSelected={selection.selected.has(source.id)}
            onHand={() => selection.hand(at)}
            onToggle={(extending) => (extending ? selection.extend(at) : selection.toggle(at))}
            now={now}
          />
        ))}
      </tbody>
    </table>
  );
}
