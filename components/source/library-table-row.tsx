import Link from "next/link";
import { inWords, When } from "@/components/ui/when";
import { HealthMark } from "./health-mark";
import type { LibraryLine } from "./library-view";
import { TagList } from "./tag-list";
import { Tick } from "./tick";
import { typeLabel } from "./type-label";

type Props = {
  source: LibraryLine;
  at: number;
  isCurrent: boolean;
  isSelected: boolean;
  onHand: () => void;
  onToggle: (extending: boolean) => void;
  now: string;
};

/** One source of the library: a press takes it in hand, its title opens it, its box selects it. */
export function LibraryTableRow({ source, at, isCurrent, isSelected, onHand, onToggle, now }: Props) {
  const { id, type, title, byline, year, usedIn, link, standing, lookedAt, tags } = source;
  const cell = "hidden py-3 pl-4 align-top text-[13px] whitespace-nowrap text-ink-soft tabular-nums md:table-cell";
  return (
    <tr
      data-line={at}
      aria-current={isCurrent ? "true" : undefined}
      onClick={onHand}
      className={`${isSelected ? "bg-accent-wash" : isCurrent ? "bg-wash" : "hover:bg-wash/60"} ${isCurrent ? "shadow-[inset_3px_0_var(--accent)]" : ""}`}
    >
      <td className="py-2 align-top">
        <Tick label={`Select “${title}”`} checked={isSelected} onToggle={onToggle} />
      </td>
      <td className="min-w-0 py-3">
        <Link
          href={`/desk/sources/${id}`}
          onFocus={onHand}
          className="font-serif text-[16px] leading-6 font-semibold [overflow-wrap:anywhere] underline-offset-4 hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
        <p className="text-[13px] text-ink-soft [overflow-wrap:anywhere]">
          {byline ? `${byline} · ` : ""}
          {typeLabel(type).toLowerCase()}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-soft md:hidden">
          <HealthMark link={link} standing={standing} />
          <span>{usedWords(usedIn)}</span>
          {lookedAt ? <span>looked at {inWords(new Date(lookedAt), new Date(now))}</span> : null}
        </div>
        <TagList tags={tags} />
      </td>
      <td className={cell}>{year ?? "—"}</td>
      <td className={cell}>
        <HealthMark link={link} standing={standing} />
      </td>
      <td className={cell}>{usedIn === 0 ? "—" : usedWords(usedIn)}</td>
      <td className={cell}>{lookedAt ? <When at={lookedAt} now={now} /> : "—"}</td>
    </tr>
  );
}

const usedWords = (articles: number): string =>
  articles === 0 ? "not used" : articles === 1 ? "1 article" : `${articles} articles`;
