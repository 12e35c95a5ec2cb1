"use client";

import { type RefObject, useState } from "react";
import type { ManuscriptHandle } from "@/components/editor/handle";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { ReferenceId } from "@/domain/ids";
import { type Claim, ClaimFacts, verdicts } from "@/domain/publishing/claim";
import type { Reference } from "@/domain/rules/manuscript";
import { VerdictField } from "./verdict-field";

type Props = {
  /** The claim as the text has it; null when it reviews none. */
  claim: Claim | null;
  references: readonly Reference[];
  editor: RefObject<ManuscriptHandle | null>;
  onClose: () => void;
};

/** What is claimed, by whom, where it was made, and what the article's verdict on it is. It is written into the text. */
export function ClaimDialog({ claim, references, editor, onClose }: Props) {
  const [form, setForm] = useState(() => formOf(claim));
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (more: Partial<Form>) => setForm({ ...form, ...more });
  const sources = references.flatMap(({ id, source }) =>
    source ? [{ value: id as string, label: source.record.title }] : [],
  );
  const save = () => {
    const wanted = wantedOf(form);
    if (!wanted) return setWrong("The address is no web address, or the day is no day.");
    editor.current?.setClaim(wanted);
    onClose();
  };
  return (
    <Dialog title="Claim under review" isOpen onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="text-ink-soft">
          For an article that checks what somebody said. Readers see it in a box above the text, search engines as a
          fact check; whoever approves the title and byline approves it.
        </p>
        <TextArea
          label="What was claimed, in a sentence"
          rows={3}
          value={form.words}
          onChange={(words) => change({ words })}
          isRequired
          autoFocus
        />
        <SelectField
          label="Where it was made"
          hint={sources.length === 0 ? "Put the source on the article’s list first, under Sources." : undefined}
          value={form.source}
          onChange={(source) => change({ source })}
          options={[{ value: "", label: "Choose a source of the article" }, ...sources]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Who made it"
            value={form.claimant}
            onChange={(claimant) => change({ claimant })}
            maxLength={200}
            isRequired
          />
          <SelectField
            label="That is"
            value={form.kind}
            onChange={(kind) => change({ kind: kind === "organization" ? kind : "person" })}
            options={[
              { value: "person", label: "A person" },
              { value: "organization", label: "An organisation" },
            ]}
          />
          <TextField
            label="A page about them (optional)"
            type="url"
            value={form.address}
            onChange={(address) => change({ address })}
            placeholder="https://"
          />
          <TextField label="On which day (optional)" type="date" value={form.day} onChange={(day) => change({ day })} />
        </div>
        <VerdictField value={form.rating} onChange={(rating) => change({ rating })} />
        <TextField
          label="The verdict in your own words (optional)"
          hint={form.rating === null ? undefined : `Else readers see “${verdicts[form.rating - 1]}”.`}
          value={form.verdict}
          onChange={(verdict) => change({ verdict })}
          maxLength={120}
        />
        {wrong ? <Notice tone="blocker">{wrong}</Notice> : null}
        <div className="flex flex-wrap justify-end gap-2">
          {claim ? (
            <span className="mr-auto">
              <Button
                emphasis="quiet"
                onPress={() => {
                  editor.current?.setClaim(null);
                  onClose();
                }}
              >
                Take it out
              </Button>
            </span>
          ) : null}
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" emphasis="primary">
            Put it into the text
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Form = Omit<ClaimFacts, "address" | "day"> & { words: string; source: string; address: string; day: string };

const formOf = (claim: Claim | null): Form => ({
  words: claim?.words ?? "",
  source: claim?.sources[0] ?? "",
  claimant: claim?.claimant ?? "",
  kind: claim?.kind ?? "person",
  address: claim?.address ?? "",
  day: claim?.day ?? "",
  rating: claim?.rating ?? null,
  verdict: claim?.verdict ?? "",
});

/** The claim as the schema takes it; null where a field is not what it says. */
function wantedOf({ words, source, ...form }: Form) {
  const facts = ClaimFacts.safeParse({
    ...form,
    claimant: form.claimant.trim(),
    verdict: form.verdict.trim(),
    address: form.address.trim() || null,
    day: form.day || null,
  });
  const reference = ReferenceId.nullable().safeParse(source || null);
  return facts.success && reference.success ? { ...facts.data, words, source: reference.data } : null;
}
