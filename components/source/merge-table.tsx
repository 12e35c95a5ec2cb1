import { comparedFields, usedIn } from "./compared-fields";
import type { SourceInFull } from "./library-view";

type Props = {
  pair: [SourceInFull, SourceInFull];
  keptAt: 0 | 1;
  onKeep: (at: 0 | 1) => void;
  /** The fields that the kept record lacks and takes over from the other one. */
  taken: ReadonlySet<string>;
  onTake: (name: string) => void;
};

/** The fields of two records beside each other; where they differ, what is kept stands out and what is not is struck. */
export function MergeTable({ pair, keptAt, onKeep, taken, onTake }: Props) {
  return (
    <table className="w-full table-fixed border-collapse text-[13.5px]">
      <colgroup>
        <col className="w-[5.5rem] max-sm:w-[4.5rem]" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr className="border-b border-rule-strong">
          <th scope="col" className="label py-2.5 text-left align-bottom">
            Keep
          </th>
          {pair.map((source, at) => (
            <th key={source.id} scope="col" className="p-0 text-left font-normal">
              <label
                className={`flex cursor-pointer items-center gap-2.5 rounded-t-md px-3 py-2.5 ${at === keptAt ? "bg-accent-wash" : "hover:bg-wash"}`}
              >
                <input type="radio" name="kept" checked={at === keptAt} onChange={() => onKeep(at === 0 ? 0 : 1)} />
                <span>
                  <b className="font-semibold">{at === keptAt ? "This one stays" : "Keep this one"}</b>
                  <span className="block text-[12.5px] text-ink-soft">{usedIn(source.uses.length)}</span>
                </span>
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparedFields(pair[0].record, pair[1].record).map(({ name, label, values, differ }) => (
          <tr key={name} className="border-b border-rule align-top">
            <th scope="row" className="py-2 pr-2 text-left text-[12.5px] font-medium text-ink-faint">
              {label}
            </th>
            {values.map((value, at) => (
              <td
                key={pair[at]?.id}
                className={`px-3 py-2 [overflow-wrap:anywhere] ${at === keptAt ? "bg-accent-wash" : ""} ${differ ? "font-medium" : "text-ink-soft"}`}
              >
                {value === "" ? (
                  at === keptAt ? (
                    <label className="inline-flex cursor-pointer items-center gap-2 font-normal text-ink-soft">
                      <input type="checkbox" checked={taken.has(name)} onChange={() => onTake(name)} />
                      {taken.has(name) ? "taken over" : "take it over"}
                      <span className="sr-only">: {label}</span>
                    </label>
                  ) : (
                    <span className="font-normal text-ink-faint">nothing</span>
                  )
                ) : differ && at !== keptAt && !taken.has(name) ? (
                  <del className="decoration-blocker">{value}</del>
                ) : (
                  value
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
