import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "@/components/ui/use-command";
import { useLeaveWarning } from "./use-leave-warning";

/** A form of the settings: what is chosen in it, and how that stands to what is stored. */
export type SettingsFormState<Value> = {
  value: Value;
  change: (part: Partial<Value>) => void;
  /** Whether something is chosen that is not stored. */
  changed: boolean;
  pending: boolean;
  /** Whether what stands here was saved a moment ago. */
  saved: boolean;
  refusal: string | null;
  save: () => Promise<void>;
  discard: () => void;
};

/**
 * Keeps what is chosen until it is saved or given up, and nowhere else: who leaves with something unsaved is asked first. What
 * others store meanwhile is shown, unless something here is unsaved. `asInput` makes the command's input of what is chosen.
 */
export function useSettingsForm<Value extends object>(
  name: string,
  stored: Value,
  asInput: (value: Value) => object = (value) => value,
): SettingsFormState<Value> {
  const router = useRouter();
  const command = useCommand(name);
  const [value, setValue] = useState(stored);
  const [base, setBase] = useState(stored);
  const [seen, setSeen] = useState(stored);
  const [saved, setSaved] = useState(false);
  const changed = !isSame(value, base);
  if (!isSame(seen, stored)) {
    setSeen(stored);
    setBase(stored);
    if (!changed) setValue(stored);
  }
  useLeaveWarning(changed);
  const touched = () => {
    setSaved(false);
    command.dismiss();
  };
  return {
    value,
    change: (part) => {
      setValue({ ...value, ...part });
      touched();
    },
    changed,
    pending: command.pending,
    saved: saved && !changed,
    refusal: command.error ? (command.error.message ?? "It was refused.") : null,
    save: async () => {
      const result = await command.run(asInput(value));
      if (!result.ok) return;
      setBase(value);
      setSaved(true);
      router.refresh();
    },
    discard: () => {
      setValue(base);
      touched();
    },
  };
}

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
