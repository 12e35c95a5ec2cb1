import { Fragment, type ReactNode } from "react";
import type { Run } from "@/domain/citation/formatter";

/** Formatted text as static markup; `linkOf` says where a piece that points at an entry leads, where it leads anywhere. */
export function Runs({ runs, linkOf }: { runs: readonly Run[]; linkOf?: (run: Run, index: number) => Link | null }) {
  return runs.map((run, index) => {
    const set = settingOf(run);
    const link = run.href ? { href: run.href } : linkOf?.(run, index);
    return link ? (
      <a key={index} {...link}>
        {set}
      </a>
    ) : (
      <Fragment key={index}>{set}</Fragment>
    );
  });
}

type Link = { href: string; id?: string };

function settingOf({ text, italic, bold, smallCaps, underline, sup, sub }: Run): ReactNode {
  let set: ReactNode = text;
  if (sup) set = <sup>{set}</sup>;
  if (sub) set = <sub>{set}</sub>;
  if (smallCaps) set = <span className="sc">{set}</span>;
  if (underline) set = <u>{set}</u>;
  if (bold) set = <strong>{set}</strong>;
  return italic ? <cite>{set}</cite> : set;
}
