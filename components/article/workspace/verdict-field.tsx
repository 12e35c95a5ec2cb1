"use client";

import { Label, Radio, RadioGroup } from "react-aria-components";
import { ClaimRating } from "@/domain/document/attributes";
import { type ClaimFacts, verdicts } from "@/domain/publishing/claim";

type Props = { value: ClaimFacts["rating"]; onChange: (rating: ClaimFacts["rating"]) => void };

/** The verdict on a claim: one of five steps from false to true. */
export function VerdictField({ value, onChange }: Props) {
  return (
    <RadioGroup
      className="grid gap-1.5"
      value={value === null ? "" : String(value)}
      onChange={(rating) => onChange(ClaimRating.parse(Number(rating)))}
    >
      <Label className="text-[13px] font-medium text-ink-soft">The verdict</Label>
      <div className="grid grid-cols-1 gap-1 sm:grid-cols-5">
        {verdicts.map((name, index) => (
          <Radio
            key={name}
            value={String(index + 1)}
            className="flex cursor-pointer items-center justify-center rounded-md px-2 py-2 text-center text-[13px] leading-4 ring-1 ring-inset ring-rule-strong outline-none hover:bg-wash data-focus-visible:ring-3 data-focus-visible:ring-accent-wash data-selected:bg-ink data-selected:font-semibold data-selected:text-paper"
          >
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
