import { StateTag } from "@/components/ui/state-tag";
import type { KeyRow } from "@/server/queries/signing-keys";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** A key: its fingerprint, when it signed, how much, and where its private half is. */
export function KeyCard({ row: { id, madeAt, retiredAt, receipts, privateHalf } }: { row: KeyRow }) {
  return (
    <div className={`rounded-xl border px-5 py-4 ${retiredAt ? "border-rule" : "border-rule-strong bg-sheet"}`}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <code className="font-mono text-[14px] break-all">{id}</code>
        {retiredAt ? <StateTag>Retired</StateTag> : <StateTag tone="ok">Signs now</StateTag>}
      </p>
      <dl className="mt-3 grid gap-x-6 gap-y-2 text-[13px] sm:grid-cols-[2fr_1fr_1fr]">
        <Fact name={retiredAt ? "Signed" : "Signs since"}>
          <Moment at={madeAt} />
          {retiredAt ? (
            <>
              {" "}
              to <Moment at={retiredAt} />
            </>
          ) : null}
        </Fact>
        <Fact name="Receipts">{receipts.toLocaleString("en-GB")}</Fact>
        <Fact name="Private half">{privateHalf}</Fact>
      </dl>
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt className="text-ink-faint">{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Moment = ({ at }: { at: string }) => <time dateTime={at}>{day.format(new Date(at))}&nbsp;UTC</time>;
