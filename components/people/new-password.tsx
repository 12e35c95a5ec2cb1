"use client";

import { TextField } from "@/components/ui/fields";
import { passwordFaults, shortestPassword } from "@/domain/access/password";

type Props = { label: string; name: string; email: string; value: string; onChange: (value: string) => void };

/** A field for a new password that says at once, once it is long enough to judge, whether it will do. */
export function NewPassword({ label, name, email, value, onChange }: Props) {
  const faults = value.length >= shortestPassword ? passwordFaults(value, email) : [];
  return (
    <TextField
      label={label}
      name={name}
      type="password"
      autoComplete="new-password"
      value={value}
      onChange={onChange}
      maxLength={256}
      isRequired
      hint={`At least ${shortestPassword} characters. A few words in a row are easy to remember and hard to guess.`}
      error={faults.length > 0 ? faults.join(" ") : null}
    />
  );
}
