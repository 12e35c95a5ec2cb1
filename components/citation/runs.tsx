import { Fragment, type ReactNode } from "react";
import type { Run } from "@/domain/citation/formatter";

/** Formatted text on the desk: set as its style sets it. Addresses are links only where `linked` says so. */
export function Runs({ runs, linked = false }: { runs: readonly Run[]; linked?: boolean }) {
  return runs.map((run, index) => (
    <Fragment key={index}>
      {linked && run.href ? (
        <a
          href={run.href}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline decoration-rule-strong underline-offset-3 hover:decoration-accent"
        >
          {settingOf(run)}
        </a>
      ) : (
        settingOf(run)
      )}
    </Fragment>
  ));
}

function settingOf({ text, italic, bold, smallCaps, underline, sup, sub }: Run): ReactNode {
  let set: ReactNode = text;
  if (sup) set = <sup>{set}</sup>;
  if (sub) set = <sub>{set}</sub>;
  if (smallCaps) set = <span className="[font-variant-caps:small-caps]">{set}</span>;
  if (underline) set = <u>{set}</u>;
  if (bold) set = <strong>{set}</strong>;
  return italic ? <cite>{set}</cite> : set;
}
