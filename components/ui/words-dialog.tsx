"use client";

import { useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { TextArea } from "./fields";

type Props = {
  title: string;
  /** What will happen, before the words are asked for. */
  explanation?: string;
  label: string;
  action: string;
  danger?: boolean;
  required?: boolean;
  isOpen: boolean;
  onClose: () => void;
  /** Answers what was wrong, in words, or null when it is done. */
  onDone: (words: string) => Promise<string | null>;
};

/** Asks for some words and does one thing with them: a note, a reason, a verdict. */
export function WordsDialog({
  title,
  explanation,
  label,
  action,
  danger = false,
  required = true,
  isOpen,
  onClose,
  onDone,
}: Props) {
  const [words, setWords] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          setPending(true);
          const wrong = await onDone(words.trim());
          setPending(false);
          setRefusal(wrong);
          if (wrong) return;
          setWords("");
          onClose();
        }}
      >
        {explanation ? <p className="text-ink-soft">{explanation}</p> : null}
        <TextArea
          label={label}
          rows={5}
          value={words}
          onChange={setWords}
          error={refusal}
          isRequired={required}
          autoFocus
        />
        <div className="flex justify-end gap-2">
          <Button emphasis="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            emphasis={danger ? "danger" : "primary"}
            isDisabled={pending || (required && !words.trim())}
          >
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
