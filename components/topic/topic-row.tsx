import { Ellipsis } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { TopicView } from "./topic-view";

export type TopicMove = "change" | "merge" | "remove";
type Props = { topic: TopicView; moves: readonly TopicMove[]; onMove: (move: TopicMove) => void };

/** One topic: its name, what it is about, how much stands under it. */
export function TopicRow({ topic, moves, onMove }: Props) {
  const { name, description, path } = topic;
  return (
    <li className="flex items-start gap-4 border-t border-rule px-5 py-4 first:border-t-0">
      <div className="mr-auto min-w-0">
        <h2 className="font-serif text-[18px] leading-6 font-semibold break-words">
          {path ? (
            <a href={path} className="hover:text-accent">
              {name}
            </a>
          ) : (
            name
          )}
        </h2>
        {description ? <p className="mt-0.5 text-ink-soft">{description}</p> : null}
        <p className="mt-1 text-[13px] text-ink-faint tabular-nums">{countsOf(topic)}</p>
      </div>
      {moves.length > 0 ? (
        <Menu
          label={`What to do with ${name}`}
          trigger={
            <Button emphasis="quiet" small aria-label={`More for ${name}`}>
              <Ellipsis size={18} aria-hidden />
            </Button>
          }
          entries={moves.map((id) => ({ id, ...words[id] }))}
          onAction={(id) => {
            const move = moves.find((one) => one === id);
            if (move) onMove(move);
          }}
        />
      ) : null}
    </li>
  );
}

const words: Record<TopicMove, { label: string; danger?: boolean }> = {
  change: { label: "Rename or describe…" },
  merge: { label: "Merge into another…" },
  remove: { label: "Remove…", danger: true },
};

function countsOf({ published, filed }: TopicView): string {
  const read = published === 0 ? "Nothing published" : `${published.toLocaleString("en-GB")} published`;
  const drafted =
    filed === 1 ? "1 article filed on the desk" : `${filed.toLocaleString("en-GB")} articles filed on the desk`;
  return `${read} · ${drafted}`;
}
