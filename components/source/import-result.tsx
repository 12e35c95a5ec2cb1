import Link from "next/link";
import type { BroughtFile } from "./brought-file";
import { FailedEntries } from "./failed-entries";

/** What became of a file: what is new, what the library had, what did not come in, and the report to keep. */
export function ImportResult({ file }: { file: BroughtFile }) {
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-3 divide-x divide-rule border-y border-rule py-3 text-center">
        <Count label="added" value={file.added} />
        <Count label="in the library already" value={file.known} />
        <Count label="not read" value={file.failed} />
      </dl>
      {file.duplicates.length > 0 ? (
        <section aria-label="Already in the library">
          <h3 className="font-semibold">The library had these</h3>
          <ul className="mt-1 max-h-48 divide-y divide-rule overflow-auto">
            {file.duplicates.map(({ key, sourceId, title }, at) => (
              // Two entries can be the same source; the list is never reordered.
              <li key={at} className="wrap-anywhere py-1.5">
                <Link href={`/desk/sources/${sourceId}`} className="font-serif underline underline-offset-4">
                  {title}
                </Link>{" "}
                {key ? <code className="text-[12.5px] text-ink-faint">{key}</code> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <FailedEntries file={file} />
      {file.failed + file.withLeftOut > 0 ? (
        <p className="text-[13px] text-ink-soft">
          {file.withLeftOut > 0
            ? `Of ${file.withLeftOut === 1 ? "one entry" : `${file.withLeftOut.toLocaleString("en-GB")} entries`} some fields have no place in a record. `
            : ""}
          <a
            href={`/api/sources/files/${file.id}/report`}
            download
            className="font-medium text-accent underline underline-offset-4"
          >
            Keep the report
          </a>
          , with the text of each.
        </p>
      ) : null}
    </div>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div className="flex flex-col-reverse px-2">
      <dt className="text-[13px] text-ink-faint">{label}</dt>
      <dd className="font-serif text-[26px] leading-8 tabular-nums">{value.toLocaleString("en-GB")}</dd>
    </div>
  );
}
