import { besidePaths } from "@/domain/publishing/address";
import { dayOf, momentOf } from "@/domain/publishing/dates";
import type { EditionView } from "@/domain/publishing/edition";
import { keysPath } from "@/domain/publishing/receipt/jwk";
import type { Receipt, SignedReceipt } from "@/domain/publishing/receipt/receipt";
import { absolute } from "@/domain/publishing/address";
import { RecordPage } from "./page";
import { ReceiptSources } from "./receipt-sources";
import { ReceiptVerdicts } from "./receipt-verdicts";

/** The receipt of an edition in plain words: who wrote and approved what, on which sources, and how to check all of it. */
export function ReceiptPage(props: { view: EditionView; signed: SignedReceipt; sha256: string; style: string }) {
  const { view, signed, sha256, style } = props;
  const { receipt } = signed;
  const { edition } = receipt;
  return (
    <RecordPage view={view} called="Receipt" style={style} lead={leadOf(receipt)}>
      <section>
        <h2>Who stands for it</h2>
        <dl>
          <Line name="Written by">{edition.byline.replace(/^by\s+/iu, "") || "no byline"}</Line>
          <Line name="Published">
            <time dateTime={edition.published}>{momentOf(edition.published)}</time> by {edition.publisher}
          </Line>
          {edition.note && <Line name={edition.kind === "retraction" ? "Retracted" : "Note"}>{edition.note}</Line>}
        </dl>
        <Approvals receipt={receipt} />
      </section>
      <ReceiptSources receipt={receipt} />
      <ReceiptVerdicts receipt={receipt} />
      <section>
        <h2>Check it yourself</h2>
        <p>
          The receipt is signed: change one character of it, or of the text that it is about, and the check below fails.
          You need not trust this site for it, only the key.
        </p>
        <pre tabIndex={0}>
          <code>
            npx imprimatur verify-receipt{" "}
            {absolute(view.site.baseUrl, besidePaths(view.slug, view.number).signedReceipt)} --key={receipt.key}
          </code>
        </pre>
        <dl>
          <Line name="The receipt itself">
            <a href={besidePaths(view.slug, view.number).signedReceipt}>signed JSON</a>, SHA-256 <code>{sha256}</code>
          </Line>
          <Line name="Signed with">
            the key <code>{receipt.key}</code> (<a href={keysPath}>all keys of this site</a>)
          </Line>
          <Line name="Digest of the text">
            <code>{edition.digest}</code>
          </Line>
          <Line name="Receipt before it">
            {receipt.previous ? <code>{receipt.previous}</code> : "none: this is the article’s first receipt"}
          </Line>
        </dl>
      </section>
    </RecordPage>
  );
}

function leadOf({ edition, sources, citations, made }: Receipt): string {
  const cited = `${counted(citations.length, "citation")} ${citations.length === 1 ? "rests" : "rest"} on ${counted(sources.length, "source")}`;
  return `What this edition stood on when it was ${edition.kind === "retraction" ? "retracted" : "published"}: ${cited}. Written down and signed on ${dayOf(made)}.`;
}

function Approvals({ receipt: { sections } }: { receipt: Receipt }) {
  return (
    <ul className="rows">
      {sections.map(({ id, kind, heading, approved, digest }) => (
        <li key={id}>
          <b>{kind === "front" ? "Title, byline and order of sections" : heading || "Opening"}</b>
          <span>
            approved by {approved.by} on <time dateTime={approved.at}>{dayOf(approved.at)}</time>
          </span>
          <code title={digest}>{digest.slice(0, 12)}…</code>
        </li>
      ))}
    </ul>
  );
}

/** A name and what is said under it. */
export function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
