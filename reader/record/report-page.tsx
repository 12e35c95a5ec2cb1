import { latestEdition, type EditionView } from "@/domain/publishing/edition";
import { citationsIn, type Entry } from "@/reader/places";
import { RecordPage } from "./page";

/**
 * The form by which a reader says that something is wrong with a source, or with the article: no account, no script, no
 * address asked for. Each source has a form of its own, so that a link to it (`#s3`) opens the right one.
 */
export function ReportPage({ view, style }: { view: EditionView; style: string }) {
  const { entries } = citationsIn(view.parts, view.references, view.citations);
  const isLong = entries.length > mostForms;
  return (
    <RecordPage
      view={view}
      called="Report a problem"
      style={style}
      lead="Does a source not say what the text says that it does? Is it gone, or wrong? Tell the newsroom. Your words go to the people who are responsible for this article; nobody asks who you are."
    >
      <section>
        <h2>Which source is it about?</h2>
        {isLong && <Form view={view} number={0} choice={entries} />}
        {(isLong ? [] : entries).map(({ number, reference, runs }) => (
          <details key={number} id={`s${number}`} name="report">
            <summary>
              <b>{number}</b> {runs.map(({ text }) => text).join("")}
            </summary>
            <Form view={view} reference={reference.id} number={number} />
          </details>
        ))}
        {!isLong && (
          <details id="text" name="report" open={entries.length === 0}>
            <summary>
              <b>–</b> Something else in the article
            </summary>
            <Form view={view} reference="" number={0} />
          </details>
        )}
      </section>
    </RecordPage>
  );
}

/** Past so many sources there is one form, in which the source is chosen. */
const mostForms = 100;

type FormProps = { view: EditionView; number: number } & ({ reference: string } | { choice: readonly Entry[] });

/** The field that people do not see is for programs that fill in everything. */
function Form({ view, number, ...about }: FormProps) {
  return (
    <form method="post" action="/api/report">
      <input type="hidden" name="article" value={view.articleId} />
      <input type="hidden" name="edition" value={latestEdition(view).number} />
      {"reference" in about ? (
        <input type="hidden" name="reference" value={about.reference} />
      ) : (
        <p>
          <label htmlFor="reference">The source</label>
          <select id="reference" name="reference">
            <option value="">Something else in the article</option>
            {about.choice.map((entry) => (
              <option key={entry.number} value={entry.reference.id}>
                {entry.number}. {entry.reference.record.title.slice(0, 100)}
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        <label htmlFor={`words-${number}`}>What is wrong?</label>
        <textarea id={`words-${number}`} name="words" required maxLength={2000} rows={5} />
      </p>
      <p className="unseen" aria-hidden="true">
        <label htmlFor={`website-${number}`}>Leave this empty</label>
        <input id={`website-${number}`} name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <p>
        <button type="submit">Go on</button>
      </p>
    </form>
  );
}
