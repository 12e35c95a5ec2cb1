"use client";

import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { TextField } from "@/components/ui/fields";
import { rules } from "@/domain/rules";
import type { RuleId } from "@/domain/rules/finding";
import { type Choice, choiceOf, type RulePolicy } from "@/domain/rules/policy";
import { RuleChoice } from "./rule-choice";

type Chosen = { choices: Partial<Record<RuleId, Choice>>; days: string };

/** What the house makes of each rule: every one in plain words with the choice beside it, and how old a check may be. */
export function RulesForm({ policy }: { policy: RulePolicy }) {
  const form = useSettingsForm("settings.set-rules", chosenIn(policy), inputOf);
  const { choices, days } = form.value;
  const staleAfterDays = Number(days);
  const isAge = /^\d{1,4}$/.test(days.trim()) && staleAfterDays >= 1 && staleAfterDays <= 3650;
  const list = (severity: "blocker" | "warning") =>
    rules
      .filter((rule) => rule.severity === severity)
      .map((rule) => (
        <RuleChoice
          key={rule.id}
          rule={rule}
          choice={choices[rule.id] ?? rule.severity}
          onChoose={(choice) => form.change({ choices: { ...choices, [rule.id]: choice } })}
        />
      ));
  return (
    <SettingsSection
      id="all"
      title="Every rule, and what the house makes of it"
      lead="A blocker keeps a draft from being published until it is mended or waived; a warning asks for a look. What the database itself refuses stays a blocker, whatever is chosen here. No approval is lost by a change."
    >
      <SettingsForm
        labelledBy="all"
        form={form}
        action="Save the rules"
        afterwards="All drafts are being counted again."
        wrong={isAge ? null : "The age of a check is a whole number of days, from 1 to 3650."}
      >
        <div className="max-w-56">
          <TextField
            label="A check is old after (days)"
            hint="Then it counts as unknown, which is no pass."
            value={days}
            inputMode="numeric"
            onChange={(value) => form.change({ days: value })}
            error={isAge ? null : "A whole number from 1 to 3650."}
          />
        </div>
        <RuleList title="Blockers, unless you choose otherwise">{list("blocker")}</RuleList>
        <RuleList title="Warnings, unless you choose otherwise">{list("warning")}</RuleList>
      </SettingsForm>
    </SettingsSection>
  );
}

const RuleList = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div>
    <h4 className="label mb-1">{title}</h4>
    <ul className="divide-y divide-rule border-y border-rule">{children}</ul>
  </div>
);

/** A choice for each rule that has one, so that choosing the default again is no change. */
const chosenIn = (policy: RulePolicy): Chosen => ({
  choices: Object.fromEntries(
    rules.filter(({ waivable }) => waivable).map((rule) => [rule.id, choiceOf(rule, policy)]),
  ),
  days: String(policy.staleAfterDays),
});

const inputOf = ({ choices, days }: Chosen) => ({ severities: choices, staleAfterDays: Number(days) });
