"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/fields";
import type { Finding } from "@/domain/rules/finding";
import { Refusal } from "./refusal";
import type { FixTools } from "./tools";

const terms = [
  { days: 7, label: "a week" },
  { days: 30, label: "a month" },
  { days: 90, label: "three months" },
];

/** Asks that a finding be let pass: with a reason, for a time, and only once a second person agrees. */
export function Waive({ finding, tools, onDone }: { finding: Finding; tools: FixTools; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const [days, setDays] = useState(30);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = async () => {
    const words = await tools.requestWaiver(finding, reason, days);
    setRefusal(words);
    if (!words) onDone();
  };
  return (
    <form
      className="mt-3 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <TextArea
        label="Why may this pass?"
        hint="A reviewer has to agree. It ends when the words change."
        rows={3}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <label className="flex items-center gap-2 text-[13px] text-ink-soft">
        For
        <select
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
          className="rounded-md border border-rule-strong bg-sheet px-2 py-1 text-ink"
        >
          {terms.map((term) => (
            <option key={term.days} value={term.days}>
              {term.label}
            </option>
          ))}
        </select>
      </label>
      <Refusal words={refusal} />
      <div className="flex gap-2">
        <Button type="submit" small isDisabled={reason.trim().length < 3}>
          Ask for a waiver
        </Button>
        <Button emphasis="quiet" small onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
