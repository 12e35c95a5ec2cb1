import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { comparedFields, usedIn } from "./compared-fields";
import type { Pair, Twin } from "./duplicate-view";
import { Identifier } from "./identifier";

type Props = {
  pair: Pair;
  /** The one in hand: its buttons are there, and the keys are about it. */
  isCurrent: boolean;
  keptAt: 0 | 1;
  onHand: () => void;
  onKeep: (side: 0 | 1) => void;
  /** Null where this person may not merge. */
  actions: { merge: () => void; dismiss: () => void; pending: boolean } | null;
};

/** Two sources side by side, with why they look alike; fields that differ come first and stand out. */
export function DuplicatePair({ pair, isCurrent, keptAt, onHand, onKeep, actions }: Props) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const rows = rowsOf(pair.two);
  return (
    <li
      ref={place}
      aria-current={isCurrent ? "true" : undefined}
      onPointerDown={onHand}
      className={`scroll-my-24 rounded-lg border bg-sheet px-4 pt-3 pb-4 sm:px-5 ${isCurrent ? "border-accent" : "border-rule"}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b className="font-semibold first-letter:uppercase">{pair.reason}</b>
        <span className="text-[12.5px] text-ink-faint tabular-nums">{Math.round(pair.score * 100)} % alike</span>
      </p>
      <table className="mt-2 w-full table-fixed border-collapse text-[13.5px]">
        <colgroup>
          <col className="w-[5.5rem] max-sm:w-[4.25rem]" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr className="border-b border-rule-strong align-top">
            <th scope="col" className="label py-2 text-left">
              {actions ? "Keep" : ""}
            </th>
            {pair.two.map((twin, at) => (
              <Head
                key={twin.id}
                twin={twin}
                isKept={actions !== null && at === keptAt}
                name={`keep ${pair.two[0].id}`}
                onKeep={actions ? () => onKeep(at === 0 ? 0 : 1) : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, label, values, differ }) => (
            <tr key={name} className="border-b border-rule align-top">
              <th scope="row" className="py-1.5 pr-2 text-left text-[12.5px] font-medium text-ink-faint">
                {label}
              </th>
              {values.map((value, at) => (
                <td
                  key={pair.two[at]?.id}
                  className={`px-3 py-1.5 [overflow-wrap:anywhere] max-sm:px-2 ${differ ? "font-medium" : "text-ink-soft"}`}
                >
                  {value === "" ? <span className="font-normal text-ink-faint">nothing</span> : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {actions && isCurrent ? (
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onPress={actions.dismiss} isDisabled={actions.pending}>
            They are two works
          </Button>
          <Button emphasis="primary" onPress={actions.merge} isDisabled={actions.pending}>
            {actions.pending ? "One moment…" : `Keep the ${keptAt === 0 ? "left" : "right"} one, merge the other`}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

type HeadProps = { twin: Twin; isKept: boolean; name: string; onKeep: (() => void) | null };

function Head({ twin, isKept, name, onKeep }: HeadProps) {
  const words = (
    <span className="grid min-w-0">
      <Link
        href={`/desk/sources/${twin.id}`}
        className="font-serif text-[15.5px] leading-5 font-semibold underline-offset-4 hover:underline"
      >
        {twin.record.title}
      </Link>
      <span className="mt-0.5 block text-[12.5px] text-ink-soft">{usedIn(twin.usedIn)}</span>
      {twin.keys.slice(0, 2).map((key) => (
        <Identifier key={`${key.scheme}:${key.value}`} identity={key} />
      ))}
    </span>
  );
  return (
    <th scope="col" className="p-0 text-left font-normal [overflow-wrap:anywhere]">
      <div className={`flex items-start gap-2.5 rounded-t-md px-3 py-2 max-sm:px-2 ${isKept ? "bg-accent-wash" : ""}`}>
        {onKeep ? (
          <input
            type="radio"
            className="mt-1 shrink-0"
            name={name}
            checked={isKept}
            onChange={onKeep}
            aria-label={`Keep “${twin.record.title}”, ${usedIn(twin.usedIn)}`}
          />
        ) : null}
        {words}
      </div>
    </th>
  );
}

/** Every field that one of the two has, but not the title and long texts where both say the same. */
const rowsOf = ([left, right]: Pair["two"]) =>
  comparedFields(left.record, right.record).filter(
    ({ name, differ }) => differ || !["title", "abstract", "note"].includes(name),
  );
