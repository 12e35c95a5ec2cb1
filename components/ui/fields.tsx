"use client";

import type { ReactNode } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps,
} from "react-aria-components";

const box =
  "w-full rounded-md border border-rule-strong bg-sheet px-3 py-2 text-ink placeholder:text-ink-faint focus:border-accent focus:outline-none focus:ring-3 focus:ring-accent-wash data-invalid:border-blocker disabled:bg-wash";

type Props = Omit<TextFieldProps, "className" | "children"> & {
  label: string;
  hint?: ReactNode;
  /** Says what is wrong with the value, in words; shows the field as invalid. */
  error?: string | null | undefined;
  placeholder?: string;
};

/** A labelled line of text, with its hint and what is wrong with it. */
export function TextField({ label, hint, error, placeholder, ...props }: Props) {
  return (
    <Field label={label} hint={hint} error={error} {...props}>
      <Input className={box} {...(placeholder ? { placeholder } : {})} />
    </Field>
  );
}

/** The same for several lines. */
export function TextArea({ label, hint, error, placeholder, rows = 4, ...props }: Props & { rows?: number }) {
  return (
    <Field label={label} hint={hint} error={error} {...props}>
      <AriaTextArea className={`${box} resize-y`} rows={rows} {...(placeholder ? { placeholder } : {})} />
    </Field>
  );
}

/** The browser would keep a form back whose field it was told is wrong, however it was changed since; what is missing it says by itself. */
const refused = { isInvalid: true, validationBehavior: "aria" } as const;

function Field({ label, hint, error, children, ...props }: Omit<Props, "placeholder"> & { children: ReactNode }) {
  return (
    <AriaTextField {...props} {...(error ? refused : {})} className="grid gap-1.5">
      <Label className="text-[13px] font-medium text-ink-soft">{label}</Label>
      {children}
      {hint ? (
        <Text slot="description" className="text-[12.5px] text-ink-faint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="text-[13px] text-blocker">{error}</FieldError>
    </AriaTextField>
  );
}
