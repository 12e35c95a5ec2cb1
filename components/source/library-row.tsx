import Link from "next/link";
import { Identifier } from "./identifier";
import type { LibraryLine } from "./library-view";
import { typeLabel } from "./type-label";

type Props = {
  source: LibraryLine;
  picked: boolean;
  /** Picks it for a merge; null where this person may not merge. */
  onPick: (() => void) | null;
  /** Two are picked, so that no third can be. */
  full: boolean;
};

/** One source of the library: what it is, who made it, what identifies it and how much rests on it. */
export function LibraryRow({ source, picked, onPick, full }: Props) {
  const { id, type, title, byline, keys, usedIn } = source;
  return (
    <li
      className={`relative grid gap-x-5 gap-y-1.5 py-4 sm:px-4 md:grid-cols-[minmax(0,1fr)_15rem_7.5rem] ${picked ? "bg-accent-wash" : "hover:bg-wash/60"}`}
    >
      <div className={`min-w-0 ${onPick ? "pl-8 md:pl-9" : ""}`}>
        {onPick ? (
          <label className="absolute top-2.5 left-0 z-1 grid size-9 cursor-pointer place-items-center has-disabled:cursor-not-allowed sm:left-2">
            <input
              type="checkbox"
              className="size-4 cursor-[inherit]"
              checked={picked}
              disabled={full && !picked}
              onChange={onPick}
              aria-label={`Pick “${title}” for a merge`}
            />
          </label>
        ) : null}
        <Link
          href={`/desk/sources/${id}`}
          className="font-serif text-[17px] leading-6 font-semibold [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {title}
        </Link>
        <p className="text-ink-soft">
          {byline ? `${byline} · ` : ""}
          <span className="whitespace-nowrap">{typeLabel(type).toLowerCase()}</span>
        </p>
      </div>
      <p className={`flex min-w-0 flex-col gap-0.5 md:pt-1 md:pl-0 ${onPick ? "pl-8" : ""}`}>
        {keys.slice(0, 2).map((key) => (
          <Identifier key={`${key.scheme}:${key.value}`} identity={key} />
        ))}
        {keys.length > 2 ? <span className="text-[12.5px] text-ink-faint">and {keys.length - 2} more</span> : null}
        {keys.length === 0 ? <span className="text-[12.5px] text-warning">no identifier</span> : null}
      </p>
      <p className={`text-[13px] tabular-nums md:pt-0.5 md:pl-0 md:text-right ${onPick ? "pl-8" : ""}`}>
        {usedIn === 0 ? (
          <span className="text-ink-faint">not used</span>
        ) : (
          <span className="text-ink-soft">used in {usedIn === 1 ? "1 article" : `${usedIn} articles`}</span>
        )}
      </p>
    </li>
  );
}
