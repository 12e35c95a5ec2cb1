import { Notice } from "@/components/ui/notice";
import type { SourceUse } from "./library-view";

/** What a change of a source will change with it: the texts that cite it, and the approvals that stand on those texts. */
export function Consequences({ uses }: { uses: SourceUse[] }) {
  const citing = uses.filter((use) => use.sections.length > 0);
  const approved = citing.flatMap((use) =>
    use.sections.flatMap((section) =>
      section.approved
        ? [{ id: section.id, title: use.title || "Untitled", heading: section.heading ?? "The opening" }]
        : [],
    ),
  );
  if (citing.length === 0)
    return <Notice>No text cites it, so nothing else changes. Editions that are published keep what they say.</Notice>;
  return (
    <Notice
      tone={approved.length > 0 ? "warning" : "plain"}
      title={
        approved.length > 0
          ? approved.length === 1
            ? "One approval will no longer match"
            : `${approved.length} approvals will no longer match`
          : `${counted(citing.length, "article")} will change`
      }
    >
      <p className="text-ink-soft">
        {citing.length === 1 ? "It changes the text of " : `It changes the texts of ${citing.length} articles: `}
        {citing.map((use) => `“${use.title || "Untitled"}”`).join(", ")}. Editions that are published keep what they
        say.
      </p>
      {approved.length > 0 ? (
        <ul className="mt-2 grid gap-0.5">
          {approved.slice(0, 8).map(({ id, title, heading }) => (
            <li key={id}>
              <b className="font-semibold">{heading}</b>
              <span className="text-ink-soft"> in “{title}”</span>
            </li>
          ))}
          {approved.length > 8 ? <li className="text-ink-soft">and {approved.length - 8} more</li> : null}
        </ul>
      ) : null}
    </Notice>
  );
}

const counted = (count: number, noun: string): string => (count === 1 ? `One ${noun}` : `${count} ${noun}s`);
