import { articlePath, besidePaths, editionPath } from "@/domain/publishing/address";
import { dayOf, editionName } from "@/domain/publishing/dates";
import { correctionsOf, type EditionView, latestEdition, retractionOf } from "@/domain/publishing/edition";

/** The retraction, above everything: when, why, and that the text below is kept for the record. */
export function Retraction({ view }: { view: EditionView }) {
  const retraction = retractionOf(view);
  if (!retraction) return null;
  return (
    <aside className="gone" aria-label="Retraction">
      <b>
        Retracted on <time dateTime={retraction.publishedAt}>{dayOf(retraction.publishedAt)}</time>.
      </b>{" "}
      {retraction.note} <span>The text is kept below for the record and must not be relied on.</span>
    </aside>
  );
}

/** Says of an older edition that a newer one stands, and where. */
export function OlderEdition({ view }: { view: EditionView }) {
  const latest = latestEdition(view);
  if (view.number >= latest.number) return null;
  return (
    <aside className="older" aria-label="Older edition">
      <b>This is an older edition,</b> as published on {dayOf(view.publishedAt)}. The article has changed since:{" "}
      <a href={articlePath(latest.slug)}>
        read the {editionName(latest.number).toLowerCase()} of {dayOf(latest.publishedAt)}
      </a>
      .
    </aside>
  );
}

/** The corrections that a page carries, each with its date and a link to the edition before it. */
export function Corrections({ view }: { view: EditionView }) {
  const corrections = correctionsOf(view);
  if (corrections.length === 0) return null;
  return (
    <aside className="fix" aria-label={corrections.length === 1 ? "Correction" : "Corrections"}>
      {corrections.map(({ number, slug, publishedAt, note }) => (
        <p key={number}>
          <b>
            Correction, <time dateTime={publishedAt}>{dayOf(publishedAt)}</time>.
          </b>{" "}
          {note} <Before view={view} number={number} slug={slug} />
        </p>
      ))}
    </aside>
  );
}

function Before({ view, number, slug }: { view: EditionView; number: number; slug: string }) {
  const before = view.editions.find((edition) => edition.number === number - 1);
  if (!before) return null;
  return (
    <>
      <a href={besidePaths(slug, number).changes}>See what changed</a> or{" "}
      <a href={editionPath(before.slug, before.number)}>read the edition before it</a>.
    </>
  );
}
