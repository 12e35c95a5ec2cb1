import { Fragment } from "react";
import { dayOf } from "@/domain/publishing/dates";
import type { ReferenceHealth } from "@/domain/publishing/edition";

/** A quiet line under a source that is not at its address any more or was retracted, and where a copy of it is. */
export function SourceHealth({ health }: { health: ReferenceHealth | undefined }) {
  if (!health) return null;
  const { lostSince, keptAt, archive, standing } = health;
  const said = [
    standing &&
      `${standing.state === "retracted" ? "Retracted" : "Notice of concern"}${standing.on ? `, ${dayOf(standing.on)}` : ""}`,
    lostSince && `Not at its address since ${dayOf(lostSince)}`,
    lostSince && keptAt && `a copy of ${dayOf(keptAt)} is kept`,
    lostSince && archive && (
      <a href={archive.url} rel="nofollow">
        {archive.at ? `archived ${dayOf(archive.at)}` : "archived copy"}
      </a>
    ),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <small className="sh">
      {said.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && " · "}
          {part}
        </Fragment>
      ))}
    </small>
  );
}
