"use client";

import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scaleTime } from "@visx/scale";
import { AreaStack } from "@visx/shape";
import type { LinkGroup } from "@/domain/source/link-words";

type Day = { day: string } & Record<LinkGroup, number>;

const size = { width: 720, height: 220, left: 44, bottom: 26, top: 8, right: 12 };
const groups = [
  { key: "lost", label: "lost", fill: "var(--blocker)", opacity: 0.85 },
  { key: "unknown", label: "nobody can tell", fill: "var(--ink-faint)", opacity: 0.45 },
  { key: "found", label: "found", fill: "var(--ok)", opacity: 0.35 },
] as const;
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const tickWords = { fill: "var(--ink-faint)", fontSize: 10, fontFamily: "inherit" } as const;

/** How many sources were found, unknown and lost on each day: lost at the bottom, so that its line is read first. The same as a table below. */
export function HealthTrend({ days }: { days: Day[] }) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2)
    return (
      <p className="border-y border-rule py-6 text-ink-soft">
        The trend begins with the second day that is counted. Sources are counted every hour.
      </p>
    );
  const most = Math.max(1, ...days.map((day) => day.found + day.unknown + day.lost));
  const x = scaleTime({ domain: [at(first), at(last)], range: [size.left, size.width - size.right] });
  const y = scaleLinear({ domain: [0, most], range: [size.height - size.bottom, size.top], nice: true });
  return (
    <figure>
      <div className="overflow-x-auto">
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="h-auto w-full min-w-[34rem]"
          role="img"
          aria-label={`Sources by health from ${words(first)} to ${words(last)}: ${last.lost} lost, ${last.unknown} unknown, ${last.found} found on the last day.`}
        >
          <AreaStack<Day, LinkGroup>
            data={days}
            keys={groups.map(({ key }) => key)}
            x={({ data }) => x(at(data))}
            y0={([low]) => y(low)}
            y1={([, high]) => y(high)}
          >
            {({ stacks, path }) =>
              stacks.map((stack) => {
                const group = groups.find(({ key }) => key === stack.key);
                return <path key={stack.key} d={path(stack) ?? ""} fill={group?.fill} fillOpacity={group?.opacity} />;
              })
            }
          </AreaStack>
          <AxisLeft
            left={size.left}
            scale={y}
            numTicks={4}
            tickFormat={(value) => (Number.isInteger(Number(value)) ? String(value) : "")}
            stroke="var(--rule-strong)"
            tickStroke="var(--rule-strong)"
            tickLabelProps={{ ...tickWords, textAnchor: "end", dx: -4, dy: 4 }}
          />
          <AxisBottom
            top={size.height - size.bottom}
            scale={x}
            numTicks={5}
            tickFormat={(value) => shortDay.format(value instanceof Date ? value : new Date(Number(value)))}
            stroke="var(--rule-strong)"
            tickStroke="var(--rule-strong)"
            tickLabelProps={{ ...tickWords, textAnchor: "middle" }}
          />
        </svg>
      </div>
      <figcaption className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-[13px] text-ink-soft">
        {groups.map(({ key, label, fill, opacity }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <svg width="12" height="12" aria-hidden>
              <rect width="12" height="12" rx="2" fill={fill} fillOpacity={opacity} />
            </svg>
            {last[key].toLocaleString("en-GB")} {label}
          </span>
        ))}
      </figcaption>
      <TrendTable days={days} />
    </figure>
  );
}

function TrendTable({ days }: { days: Day[] }) {
  return (
    <details className="mt-3 text-[13px]">
      <summary className="w-fit cursor-pointer text-ink-soft hover:text-ink">As a table</summary>
      <div className="mt-2 max-h-72 overflow-auto border-y border-rule">
        <table className="w-full tabular-nums">
          <thead className="sticky top-0 bg-paper text-left text-ink-soft">
            <tr>
              {["Day", "Lost", "Nobody can tell", "Found"].map((name) => (
                <th key={name} scope="col" className="py-1.5 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-rule">
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {day.day}
                </th>
                <td className="pr-4">{day.lost}</td>
                <td className="pr-4">{day.unknown}</td>
                <td className="pr-4">{day.found}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const at = ({ day }: Day): Date => new Date(`${day}T00:00:00Z`);
const words = (day: Day): string => shortDay.format(at(day));
