import type { BroughtFile } from "./brought-file";

/** The entries that could not be read, each with its line and why. */
export function FailedEntries({ file }: { file: BroughtFile }) {
  if (file.failures.length === 0) return null;
  const shown = file.failures.slice(0, 20);
  return (
    <section aria-label="Entries that cannot be read" className="rounded-md bg-warning-wash px-4 py-3">
      <h3 className="font-semibold">
        {file.failed === 1 ? "One entry cannot be read" : `${file.failed} entries cannot be read`}
      </h3>
      <ul className="mt-1 grid max-h-48 gap-1 overflow-auto text-[13px]">
        {shown.map(({ key, line, why }) => (
          <li key={`${line} ${key ?? ""} ${why}`} className="wrap-anywhere">
            Line {line}
            {key ? `, ${key}` : ""}: {why}
          </li>
        ))}
        {file.failed > shown.length ? <li>And {file.failed - shown.length} more; the report has them all.</li> : null}
      </ul>
    </section>
  );
}
