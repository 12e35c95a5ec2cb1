import { dayOf } from "@/domain/publishing/dates";
import type { VerifiedCitations } from "@/domain/publishing/verified";

/** A quiet line under a source that a reviewer compared the text with, as it was when the edition came out. */
export function VerifiedBy({ verified }: { verified: VerifiedCitations | undefined }) {
  if (!verified) return null;
  const { by, at, citations, of } = verified;
  const verb = citations === of ? "Verified" : `${citations} of ${of} citations verified`;
  return (
    <small className="v">
      {verb} by {inARow(by)} on {dayOf(at)}
    </small>
  );
}

const inARow = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
