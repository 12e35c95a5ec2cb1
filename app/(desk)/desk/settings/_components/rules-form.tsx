"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { rules } from "@/domain/rules";
import type { RulePolicy } from "@/domain/rules/policy";
import { RuleChoice } from "./rule-choice";

/** What the house makes of each rule: every one in plain words with the choice beside it, and how old a check may be. */
export function RulesForm({ policy }: { policy: RulePolicy }) {
  const router = useRouter();
  const command = useCommand("settings.set-rules");
  const [severities, setSeverities] = useState(policy.severities);
  const [days, setDays] = useState(String(policy.staleAfterDays));
  const [saved, setSaved] = useState(false);
  const staleAfterDays = /^\d{1,4}$/.test(days.trim()) ? Number(days) : null;
  const wrong = staleAfterDays === null || staleAfterDays < 1 || staleAfterDays > 3650;
  const touched = () => {
    setSaved(false);
    command.dismiss();
  };
  const list = (severity: "blocker" | "warning") =>
    rules
      .filter((rule) => rule.severity === severity)
      .map((rule) => (
        <RuleChoice
          key={rule.id}
          rule={rule}
          choice={severities[rule.id] ?? rule.severity}
          onChoose={(choice) => {
            touched();
            setSeverities({ ...severities, [rule.id]: choice });
          }}
        />
      ));
  return (
    <section aria-labelledby="rules" className="mt-14 border-t border-rule pt-8">
      <h2 id="rules" className="font-serif text-[21px] font-semibold">
        Rules
      </h2>
      <p className="mt-1.5 mb-5 max-w-prose text-ink-soft">
        A blocker keeps a draft from being published until it is mended or waived; a warning asks for a look. What the
        database itself refuses stays a blocker, whatever is chosen here. No approval is lost by a change.
      </p>
      <form
        className="grid gap-8"
        onSubmit={async (event) => {
          event.preventDefault();
          const result = await command.run({ severities, staleAfterDays });
          if (!result.ok) return;
          setSaved(true);
          router.refresh();
        }}
      >
        <RuleList title="Blockers, unless you choose otherwise">{list("blocker")}</RuleList>
        <RuleList title="Warnings, unless you choose otherwise">{list("warning")}</RuleList>
        <div className="max-w-56">
          <TextField
            label="A check is old after (days)"
            value={days}
            inputMode="numeric"
            onChange={(value) => {
              touched();
              setDays(value);
            }}
            error={wrong ? "A whole number from 1 to 3650." : null}
          />
        </div>
        {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
        {saved ? <Notice tone="ok">Saved. All drafts are being counted again.</Notice> : null}
        <div>
          <Button type="submit" isDisabled={wrong || command.pending}>
            {command.pending ? "Saving…" : "Save the rules"}
          </Button>
        </div>
      </form>
    </section>
  );
}

const RuleList = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <h3 className="label mb-1">{title}</h3>
    <ul className="divide-y divide-rule border-y border-rule">{children}</ul>
  </div>
);
