"use client";

import Link from "next/link";
import { useState } from "react";
import { useCommand } from "@/components/ui/use-command";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { StateTag } from "@/components/ui/state-tag";
import { When } from "@/components/ui/when";
import { linkWords } from "@/domain/source/link-words";
import { CitationStanding } from "./citation-standing";
import type { CitationView } from "./citation-view";
import { KeptSearch } from "./kept-search";
import { PassageText } from "./passage";

type Props = {
  row: CitationView;
  now: string;
  pending: boolean;
  mayCapture: boolean;
  onVerify: () => void;
  onDispute: () => void;
};

/** One citation under review: the sentence, the quote and the kept passage side by side, the source, and the verdict. */
export function CitationRow({ row, now, pending, mayCapture, onVerify, onDispute }: Props) {
  const { sentence, quote, where, stance, standing, passage } = row;
  return (
    <>
      <div className="grid gap-x-7 gap-y-4 md:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_minmax(0,0.8fr)_minmax(0,1.2fr)]">
        <Cell label="Sentence">
          <p className="own-way font-serif text-[17px] leading-[1.55] wrap-anywhere">{sentence}</p>
        </Cell>
        <Cell label="Quote">
          {quote ? (
            <p className="own-way font-serif text-[15px] leading-6 wrap-anywhere">“{quote}”</p>
          ) : (
            <p className="text-[13px] text-ink-faint">No quote is given.</p>
          )}
          <p className="mt-1 text-[12.5px] text-ink-soft">
            {[where, stance && `cited as what ${stance} it`].filter(Boolean).join(" · ")}
          </p>
        </Cell>
        <Cell label="In the source" wide>
          {passage ? <PassageText passage={passage} /> : <NoText row={row} mayCapture={mayCapture} />}
          {row.copy && "at" in row.copy ? (
            <div className="mt-2.5">
              <KeptSearch sourceId={row.source.id} title={row.source.line} />
            </div>
          ) : null}
        </Cell>
      </div>
      <SourceLine row={row} now={now} />
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <CitationStanding standing={standing} now={now} />
        <span className="ml-auto flex flex-wrap gap-2">
          {row.mayVerify ? (
            <>
              <Button small isDisabled={pending} onPress={onDispute}>
                Dispute… <Key>D</Key>
              </Button>
              <Button small isDisabled={pending || standing.state === "verified"} onPress={onVerify}>
                {standing.state === "verified" ? "Verified" : "Verify"} <Key>V</Key>
              </Button>
            </>
          ) : null}
        </span>
      </div>
    </>
  );
}

/** A key is no part of what its button is called. */
const Key = ({ children }: { children: string }) => (
  <span aria-hidden className="hidden sm:inline">
    <Kbd>{children}</Kbd>
  </span>
);

function Cell({ label, wide = false, children }: { label: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={`min-w-0 ${wide ? "md:col-span-2 xl:col-span-1" : ""}`}>
      <p className="label mb-1.5">{label}</p>
      {children}
    </div>
  );
}

/** Why there is nothing to compare with, and what can be done about it. */
function NoText({ row, mayCapture }: { row: CitationView; mayCapture: boolean }) {
  const command = useCommand("source.capture");
  const [asked, setAsked] = useState(false);
  const said = row.copy
    ? "The copy that is kept cannot be read by machine. Open the original."
    : row.source.url
      ? "No copy of the source is kept yet."
      : "The source has no address: look it up where it is kept.";
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-[13px] text-ink-soft">{said}</p>
      {!row.copy && row.source.url && mayCapture ? (
        <Button
          small
          isDisabled={command.pending || asked}
          onPress={async () => setAsked((await command.run({ sourceId: row.source.id })).ok)}
        >
          Keep a copy
        </Button>
      ) : null}
      <p role="status" className="text-[13px] text-ink-soft">
        {command.error
          ? command.error.message
          : asked
            ? "Asked. It comes as soon as its host allows; look again then."
            : ""}
      </p>
    </div>
  );
}

function SourceLine({ row: { source, copy }, now }: { row: CitationView; now: string }) {
  const group = source.link ? linkWords[source.link] : null;
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-rule pt-2.5 text-[13px] text-ink-soft">
      <Link href={`/desk/sources/${source.id}`} className="font-medium text-ink underline underline-offset-4">
        {source.line}
      </Link>
      {group && group.group !== "found" ? (
        <StateTag tone={group.group === "lost" ? "blocker" : "plain"}>{group.label}</StateTag>
      ) : null}
      {source.standing === "retracted" || source.standing === "concern" ? (
        <StateTag tone={source.standing === "retracted" ? "blocker" : "warning"}>{source.standing}</StateTag>
      ) : null}
      {copy && "at" in copy ? (
        <span>
          copy kept <When at={copy.at} now={now} />
        </span>
      ) : null}
      {source.url ? <Out href={source.url}>Original</Out> : null}
      {source.archiveUrl ? <Out href={source.archiveUrl}>Archive</Out> : null}
    </p>
  );
}

const Out = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-4">
    {children}
    <span className="sr-only"> (opens in a new tab)</span>
  </a>
);
