"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { type CommandError, type CommandResult, send } from "@/components/ui/send-command";
import type { ArticleId } from "@/domain/ids";

type Props = {
  articleId: ArticleId;
  digest: string;
  /** Whether readers have an edition already, so that this one is an update or a correction. */
  live: boolean;
  maySchedule: boolean;
  isOpen: boolean;
  onClose: () => void;
  onDone: (published: { slug?: string; number?: number }) => void;
};

/** The last step: publish now, at an hour, or as a correction with its note. Says everything that is refused. */
export function PublishDialog({ articleId, digest, live, maySchedule, isOpen, onClose, onDone }: Props) {
  const [correction, setCorrection] = useState(false);
  const [note, setNote] = useState("");
  const [later, setLater] = useState(false);
  const [at, setAt] = useState("");
  const [error, setError] = useState<CommandError | null>(null);
  const [pending, setPending] = useState(false);

  const go = async () => {
    setPending(true);
    const input = { articleId, digest, kind: correction ? "correction" : "publish", note: note.trim() || null };
    const hour = later ? new Date(at) : null;
    const result: CommandResult<{ slug?: string; number?: number }> =
      hour && Number.isNaN(hour.getTime())
        ? { ok: false, error: { kind: "invalid", message: "Say the day and the hour." } }
        : hour
          ? await send("publishing.schedule", { ...input, at: hour.toISOString() })
          : await send("publishing.publish", input);
    setPending(false);
    setError(result.ok ? null : result.error);
    if (result.ok) onDone(result.value);
  };

  return (
    <Dialog title={live ? "Publish a new edition" : "Publish"} isOpen={isOpen} onClose={onClose}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        {live ? (
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 text-[13px] font-medium text-ink-soft">This edition is</legend>
            <Choice
              name="kind"
              label="an update"
              hint="The text went on; nothing was wrong."
              checked={!correction}
              onChoose={() => setCorrection(false)}
            />
            <Choice
              name="kind"
              label="a correction"
              hint="Something was wrong; readers are told what."
              checked={correction}
              onChoose={() => setCorrection(true)}
            />
          </fieldset>
        ) : (
          <p className="text-ink-soft">
            Readers get this text as edition 1, at its permanent address. It stays as it is for ever; a mistake is
            mended by a new edition.
          </p>
        )}
        {live ? (
          <TextArea
            label={
              correction ? "What was wrong, and what is right" : "What changed (readers see it in the list of editions)"
            }
            rows={3}
            value={note}
            onChange={setNote}
            isRequired={correction}
          />
        ) : null}
        {maySchedule ? (
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 text-[13px] font-medium text-ink-soft">When</legend>
            <Choice name="when" label="now" checked={!later} onChoose={() => setLater(false)} />
            <Choice
              name="when"
              label="at an hour"
              hint="Everything is checked again then."
              checked={later}
              onChoose={() => setLater(true)}
            />
            {later ? (
              <TextField label="Day and hour, in your time" type="datetime-local" value={at} onChange={setAt} />
            ) : null}
          </fieldset>
        ) : null}
        <Refused error={error} />
        <div className="flex justify-end gap-2">
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" emphasis="primary" isDisabled={pending || (correction && !note.trim())}>
            {later ? "Schedule" : pending ? "Publishing…" : "Publish now"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Choice({
  name,
  label,
  hint,
  checked,
  onChoose,
}: {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="flex cursor-pointer items-baseline gap-2.5">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>
        {label}
        {hint ? <small className="block text-[12.5px] text-ink-faint">{hint}</small> : null}
      </span>
    </label>
  );
}

function Refused({ error }: { error: CommandError | null }) {
  if (!error) return null;
  const obstacles = Array.isArray(error["obstacles"])
    ? error["obstacles"].map((one: { message?: unknown }) => String(one.message))
    : [];
  return (
    <Notice tone="blocker" title={obstacles.length > 0 ? "It cannot be published yet:" : error.message}>
      {obstacles.length > 0 ? (
        <ul className="mt-1 list-disc pl-5">
          {obstacles.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
