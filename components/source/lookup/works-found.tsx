import { bylineOf } from "@/domain/source/byline";
import type { Candidate } from "@/domain/source/candidates";
import { nameOf } from "./compare-table";

type Props = { groups: readonly Candidate[][]; at: number; onChoose: (index: number) => void };

/** The works that an answer may mean, when there are several: one is chosen, then it is compared. */
export function WorksFound({ groups, at, onChoose }: Props) {
  if (groups.length < 2) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-[13px] text-ink-soft">{groups.length} works may be meant. Which is it?</legend>
      <div className="max-h-56 divide-y divide-rule overflow-auto rounded-md border border-rule">
        {groups.map((group, index) => {
          const [first] = group;
          if (!first) return null;
          return (
            <label
              key={`${first.service}-${first.record.title}-${index}`}
              className={`flex cursor-pointer items-start gap-2.5 px-3 py-2 ${index === at ? "bg-accent-wash" : "hover:bg-wash"}`}
            >
              <input
                type="radio"
                name="work"
                className="mt-1"
                checked={index === at}
                onChange={() => onChoose(index)}
              />
              <span className="min-w-0">
                <b className="line-clamp-2 font-serif text-[15px] leading-5 font-semibold">{first.record.title}</b>
                <span className="block text-[12.5px] text-ink-soft">
                  {[bylineOf(first.record), [...new Set(group.map(nameOf))].join(", ")].filter(Boolean).join(" · ")}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
