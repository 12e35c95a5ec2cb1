import type { BroughtFile } from "./brought-file";
import { FailedEntries } from "./failed-entries";

/** What is in a file before it is brought in, and how far it is while it comes. */
export function ImportPreview({ file, busy }: { file: BroughtFile; busy: boolean }) {
  const done = file.total - file.waiting;
  return (
    <div className="grid gap-4">
      <p className="wrap-anywhere">
        <b className="font-semibold">{file.name}</b>
        <span className="text-ink-soft">
          {" "}
          · {counted(file.total)}
          {file.alreadyThere > 0 ? ` · ${number(file.alreadyThere)} in the library already` : ""}
          {file.failed > 0 ? ` · ${number(file.failed)} cannot be read` : ""}
        </span>
      </p>
      {busy || done > file.failed ? (
        <div className="grid gap-1.5">
          <progress aria-label="Brought in" max={file.total} value={done} className="h-2 w-full accent-accent" />
          <p role="status" className="text-[13px] text-ink-faint tabular-nums">
            {number(done)} of {number(file.total)}
          </p>
        </div>
      ) : null}
      {file.first.length > 0 ? (
        <ol className="divide-y divide-rule border-y border-rule">
          {file.first.map(({ key, line }, at) => (
            // The entries of a file are never reordered, so an entry's place is its identity.
            <li key={at} className="wrap-anywhere py-2.5 font-serif text-[15.5px] leading-5.5">
              {line} {key ? <code className="font-sans text-[12.5px] text-ink-faint">{key}</code> : null}
            </li>
          ))}
          {file.waiting > file.first.length ? (
            <li className="py-2.5 text-[13px] text-ink-faint">and {number(file.waiting - file.first.length)} more</li>
          ) : null}
        </ol>
      ) : null}
      <FailedEntries file={file} />
    </div>
  );
}

const number = (value: number): string => value.toLocaleString("en-GB");
const counted = (total: number): string => (total === 1 ? "one entry" : `${number(total)} entries`);
