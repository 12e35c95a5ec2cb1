"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useTakeOverFocus } from "@/components/ui/use-take-over-focus";
import type { Finding } from "@/domain/rules/finding";
import { rules } from "@/domain/rules";
import { Fix } from "./fixes/fix";
import type { FixTools, WaiverView } from "./fixes/tools";
import { Waive } from "./fixes/waive";
import { type Settle, WaiverLine } from "./fixes/waiver-line";

type Props = {
  /** What stands in the way and what is worth a look, blockers first. */
  findings: readonly Finding[];
  waivers: readonly WaiverView[];
  /** How many of the blockers that there ever were are mended. */
  progress: { resolved: number; total: number };
  current: string | null;
  sectionName: (finding: Finding) => string;
  tools: FixTools;
  mayEdit: boolean;
  onSelect: (finding: Finding) => void;
  onNext: () => void;
  onConfirmWaiver: Settle;
  onWithdrawWaiver: Settle;
};

/** The path to publication: every blocker with its place, the one in hand open with its fix, and the way on. */
export function BlockersPanel(props: Props) {
  const { findings, waivers, progress, current, onNext } = props;
  const blockers = findings.filter((finding) => finding.severity === "blocker");
  const warnings = findings.filter((finding) => finding.severity === "warning");
  const share = progress.total === 0 ? 100 : Math.round((progress.resolved / progress.total) * 100);
  return (
    <>
      <div className="flex items-center gap-3 border-b border-rule px-5 py-3 text-ink-soft">
        <span role="status" className="tabular-nums">
          {blockers.length === 0 ? "Nothing blocks" : `${progress.resolved} of ${progress.total} resolved`}
        </span>
        <span
          role="img"
          aria-label={`${share} % resolved`}
          className="h-1.5 flex-1 overflow-hidden rounded-full bg-wash"
        >
          <i className="block h-full bg-ok transition-[width]" style={{ width: `${share}%` }} />
        </span>
        <Button emphasis="quiet" small onPress={onNext} isDisabled={findings.length === 0}>
          Next <Kbd>⌥↓</Kbd>
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto py-1.5 pb-6">
        {findings.length === 0 && waivers.length === 0 ? (
          <p className="px-5 py-10 text-center font-serif text-[17px] text-ink-soft">
            Every claim that should be cited is cited. The draft is ready for the next step.
          </p>
        ) : null}
        <ul>{blockers.map((finding) => line(props, finding, finding.fingerprint === current))}</ul>
        {warnings.length > 0 ? <h3 className="label px-5 pt-5 pb-1">Worth a look</h3> : null}
        <ul>{warnings.map((finding) => line(props, finding, finding.fingerprint === current))}</ul>
        {waivers.length > 0 ? <h3 className="label px-5 pt-5 pb-1">Waivers</h3> : null}
        <ul>
          {waivers.map((waiver) => (
            <WaiverLine
              key={waiver.id}
              waiver={waiver}
              onConfirm={props.onConfirmWaiver}
              onWithdraw={props.onWithdrawWaiver}
            />
          ))}
        </ul>
      </div>
    </>
  );
}

const line = (props: Props, finding: Finding, open: boolean) =>
  open ? (
    <OpenFinding key={finding.fingerprint} finding={finding} {...props} />
  ) : (
    <FindingLine key={finding.fingerprint} finding={finding} {...props} />
  );

function FindingLine({ finding, sectionName, onSelect }: Props & { finding: Finding }) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onSelect(finding)}
        className="grid w-full grid-cols-[10px_1fr] items-baseline gap-x-3 px-5 py-2.5 text-left hover:bg-wash"
      >
        <i
          aria-hidden
          className={`size-2 rounded-full ${finding.severity === "blocker" ? "bg-blocker" : "bg-warning"}`}
        />
        <span className="line-clamp-2">{finding.message}</span>
        <Excerpt finding={finding} />
        <span className="col-start-2 text-[12.5px] text-ink-faint">{sectionName(finding)}</span>
      </button>
    </li>
  );
}

function OpenFinding({ finding, sectionName, tools, mayEdit, waivers }: Props & { finding: Finding }) {
  const [waiving, setWaiving] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  const rule = rules.find((one) => one.id === finding.rule);
  const asked = waivers.some((waiver) => waiver.fingerprint === finding.fingerprint);
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    card.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useTakeOverFocus(card);
  return (
    <li ref={card} aria-current className="mx-3 my-2 rounded-[10px] border border-rule-strong bg-paper p-4 lifted">
      <h3 className={`font-semibold ${finding.severity === "blocker" ? "text-blocker" : "text-warning"}`}>
        {finding.message}
      </h3>
      <p className="text-[12.5px] text-ink-faint">{sectionName(finding)}</p>
      {finding.excerpt && finding.place.kind !== "front" ? (
        <blockquote
          className={`my-2.5 border-l-2 pl-3 font-serif wrap-anywhere text-[15px] leading-6 ${finding.severity === "blocker" ? "border-blocker" : "border-warning"}`}
        >
          {finding.excerpt}
        </blockquote>
      ) : null}
      {rule ? <p className="mb-3 text-[13px] text-ink-soft">{rule.fix}</p> : null}
      {mayEdit && !waiving ? <Fix finding={finding} tools={tools} /> : null}
      {waiving ? (
        <Waive finding={finding} tools={tools} onDone={() => setWaiving(false)} />
      ) : mayEdit && rule?.waivable && finding.severity === "blocker" && !asked ? (
        <Button emphasis="quiet" small onPress={() => setWaiving(true)}>
          Waive…
        </Button>
      ) : null}
    </li>
  );
}

/** Of a sentence its last words, since what a citation belongs to stands just before it; of a line of the list its first. */
function Excerpt({ finding: { excerpt, place } }: { finding: Finding }) {
  if (!excerpt || place.kind === "front") return null;
  const words = place.kind === "reference" ? excerpt : endOf(excerpt);
  return (
    <span className="col-start-2 line-clamp-1 font-serif text-[14.5px] text-ink-soft">
      <bdi>{words}</bdi>
    </span>
  );
}

const endOf = (excerpt: string): string =>
  excerpt.length <= 36 ? excerpt : `… ${excerpt.slice(-34).replace(/^\S*\s/u, "")}`;
