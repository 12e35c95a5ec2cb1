import Link from "next/link";
import { When } from "@/components/ui/when";

type Copy = {
  id: string;
  at: string;
  title: string | null;
  mediaType: string;
  size: number;
  sha256: string;
  readable: boolean;
  reason: string;
};
type Props = { sourceId: string; copies: Copy[]; inAll: number; now: string };

/** The copies that are kept of a source, the newest first: to read, to compare with the one before, to take away as a WARC file. */
export function CopiesSection({ sourceId, copies, inAll, now }: Props) {
  const link = "text-accent underline decoration-rule-strong underline-offset-3 hover:decoration-accent";
  return (
    <section aria-labelledby="copies">
      <h2 id="copies" className="mb-2 font-serif text-[20px] font-semibold">
        Copies
      </h2>
      {copies.length === 0 ? (
        <p className="text-ink-soft">None is kept yet. One is taken when an article cites the source.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {copies.map((copy, at) => {
            const before = copies.slice(at + 1).find(({ readable }) => readable);
            return (
              <li key={copy.id} className="py-3 text-[13.5px]">
                <p>
                  <b className="font-medium">
                    <When at={copy.at} now={now} />
                  </b>{" "}
                  <span className="text-ink-soft">
                    · {reasons[copy.reason] ?? copy.reason} · {sizeWords(copy.size)} · {copy.mediaType}
                  </span>
                </p>
                <p className="truncate font-mono text-[11.5px] text-ink-faint" title={copy.sha256}>
                  SHA-256 {copy.sha256.slice(0, 16)}…
                </p>
                <p className="mt-1 flex flex-wrap gap-x-4">
                  {copy.readable ? (
                    <Link href={`/desk/sources/${sourceId}/copies?copy=${copy.id}`} className={link}>
                      Read the kept text
                    </Link>
                  ) : (
                    <span className="text-ink-soft">Nothing in it could be read.</span>
                  )}
                  {copy.readable && before ? (
                    <Link href={`/desk/sources/${sourceId}/copies?copy=${copy.id}&older=${before.id}`} className={link}>
                      What changed
                    </Link>
                  ) : null}
                  <a href={`/api/captures/${copy.id}`} download className={link}>
                    WARC file
                  </a>
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {inAll > copies.length ? (
        <p className="mt-2 text-[13px] text-ink-soft">{inAll - copies.length} older ones are kept.</p>
      ) : null}
    </section>
  );
}

const reasons: Readonly<Record<string, string>> = {
  cited: "because it was cited",
  changed: "because it changed",
  asked: "because somebody asked",
};

const sizeWords = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
