import { Notice } from "@/components/ui/notice";
import { When } from "@/components/ui/when";

type Checks = {
  enabled: boolean;
  network: "up" | "down" | "unproven";
  silent: number;
  due: number;
  next: string | null;
  last: string | null;
};

/** How the checks themselves stand: switched off, held up by our own connection, or at work; what is due and what comes next. */
export function ChecksStrip({ checks, now }: { checks: Checks; now: string }) {
  const { enabled, network, silent, due, next, last } = checks;
  return (
    <div className="grid gap-3">
      {enabled ? null : (
        <Notice tone="warning" title="Checks are switched off">
          Addresses are looked at only when somebody asks. An admin can switch the checks on in the settings.
        </Notice>
      )}
      {network === "down" ? (
        <Notice tone="blocker" title="It looks as if this server is offline">
          Most hosts have stopped answering at once, so it is us, not them. Nothing of it is held against any source;
          all are asked again within the hour.
        </Notice>
      ) : null}
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-[13px] text-ink-soft">
        <span>Last look: {last ? <When at={last} now={now} /> : "none yet"}</span>
        <span>{due === 0 ? "Nothing is due" : `${due.toLocaleString("en-GB")} due now`}</span>
        {next ? (
          <span>
            Next one <When at={next} now={now} />
          </span>
        ) : null}
        {silent > 0 ? (
          <span>
            {silent === 1 ? "One address did not answer" : `${silent} addresses did not answer`} and will be asked again
            before it counts
          </span>
        ) : null}
      </p>
    </div>
  );
}
