import { ExternalLink } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Candidate } from "@/domain/source/candidates";
import { type ServiceId, serviceNames } from "@/domain/source/finding-settings";
import type { RecordField } from "@/domain/source/origins";
import { compareRows } from "./compare-rows";

type Props = {
  candidates: readonly Candidate[];
  /** From which service each field was taken over, so far. */
  takenFrom: Readonly<Partial<Record<RecordField, string>>>;
  onTake: (candidate: Candidate, field: RecordField) => void;
  onTakeAll: (candidate: Candidate) => void;
};

/** What services say of one work, a column each; where they differ it stands out. A whole column or single cells are taken. */
export function CompareTable({ candidates, takenFrom, onTake, onTakeAll }: Props) {
  return (
    <div
      role="region"
      aria-label="What the services say, side by side"
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-rule focus-visible:outline-2 focus-visible:outline-accent"
    >
      <table className="w-full border-collapse text-[13.5px]">
        <thead>
          <tr className="border-b border-rule-strong align-bottom">
            <th scope="col" className="sticky left-0 z-10 w-[5.5rem] bg-sheet px-2.5 py-2 text-left">
              <span className="sr-only">Field</span>
            </th>
            {candidates.map((candidate, at) => (
              <th
                key={`${candidate.service}-${at}`}
                scope="col"
                className="min-w-[11rem] px-1.5 py-2 text-left font-normal"
              >
                <span className="flex items-center justify-between gap-2 px-1.5">
                  <b className="font-semibold">{nameOf(candidate)}</b>
                  {candidate.at ? (
                    <a
                      href={candidate.at}
                      target="_blank"
                      rel="noreferrer"
                      className="text-accent"
                      aria-label={`Look at ${nameOf(candidate)}’s own page`}
                    >
                      <ExternalLink size={14} aria-hidden />
                    </a>
                  ) : null}
                </span>
                <span className="mt-1.5 block px-1.5">
                  <Button small onPress={() => onTakeAll(candidate)} aria-label={`Take all from ${nameOf(candidate)}`}>
                    Take all
                  </Button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareRows(candidates).map(({ name, label, cells, differ }) => (
            <tr key={name} className="border-b border-rule align-top last:border-b-0">
              <th
                scope="row"
                className="sticky left-0 z-10 bg-sheet px-2.5 py-2 text-left text-[12.5px] font-medium text-ink-faint"
              >
                {label}
                {differ ? <span className="mt-0.5 block text-[11.5px] font-semibold text-warning">differs</span> : null}
              </th>
              {cells.map((value, at) => {
                const candidate = candidates[at];
                return (
                  <td key={`${candidate?.service}-${at}`} className="p-1">
                    {value === null || !candidate ? (
                      <span className="block px-2 py-1 text-ink-faint">nothing</span>
                    ) : (
                      <Cell
                        value={value}
                        words={`${label} from ${nameOf(candidate)}`}
                        differ={differ}
                        taken={takenFrom[name] === candidate.service}
                        onTake={() => onTake(candidate, name)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a service is called over its column. */
export const nameOf = ({ service }: Candidate): string =>
  isService(service) ? serviceNames[service] : "What you pasted";
const isService = (service: Candidate["service"]): service is ServiceId => service !== "text";

type CellProps = { value: string; words: string; differ: boolean; taken: boolean; onTake: () => void };

function Cell({ value, words, differ, taken, onTake }: CellProps) {
  const look = taken ? "bg-accent-wash text-ink ring-1 ring-accent ring-inset" : "hover:bg-wash";
  return (
    <button
      type="button"
      aria-pressed={taken}
      onClick={onTake}
      className={`w-full rounded-md px-2 py-1 text-left [overflow-wrap:anywhere] focus-visible:outline-2 focus-visible:outline-accent ${look} ${differ ? "font-medium" : taken ? "" : "text-ink-soft"}`}
    >
      <span className="sr-only">{words}: </span>
      <span className="line-clamp-6">{value}</span>
    </button>
  );
}
