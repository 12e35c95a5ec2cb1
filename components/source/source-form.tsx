"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { SourceRecord } from "@/domain/source/record";
import { dateFrom, dateToText } from "./dates";
import { namesFrom, namesToText } from "./names";
import { shownFields } from "./record-fields";
import { fieldsOf, offeredTypes, type PlainField } from "./source-fields";

type Props = {
  initial: Partial<SourceRecord>;
  /** What was taken over from elsewhere since the form was opened: it goes into the fields, the rest stays as typed. */
  taken?: Taken | null;
  /** The line that the record is made from, shown above the form so that nothing of it is lost. */
  original?: string | null;
  submitLabel: string;
  /** Answers what was wrong, in words (a link among them, maybe), or null when it was taken. */
  onSubmit: (record: SourceRecord) => Promise<ReactNode>;
  onCancel: () => void;
};

/** Fields from elsewhere; each time that something is taken over it is another object. */
export type Taken = { fields: Partial<SourceRecord> };

/** The form of a bibliographic record: its fields follow the type, what a field does not show is kept as it was. */
export function SourceForm({ initial, taken = null, original, submitLabel, onSubmit, onCancel }: Props) {
  const [type, setType] = useState<SourceRecord["type"]>(initial.type ?? "webpage");
  const [title, setTitle] = useState(initial.title ?? "");
  const [authors, setAuthors] = useState(namesToText(initial.author));
  const [issued, setIssued] = useState(dateToText(initial.issued));
  const [plain, setPlain] = useState<Partial<Record<PlainField, string>>>(() => plainOf(initial));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<ReactNode>(null);
  const [pending, setPending] = useState(false);
  const [base, setBase] = useState(initial);
  const [filled, setFilled] = useState<Taken | null>(null);

  if (taken && taken !== filled) {
    const { fields } = taken;
    setFilled(taken);
    setBase({ ...base, ...fields });
    if (fields.type) setType(fields.type);
    if (fields.title) setTitle(fields.title);
    if (fields.author) setAuthors(namesToText(fields.author));
    if (fields.issued) setIssued(dateToText(fields.issued));
    setPlain({ ...plain, ...plainOf(fields) });
  }

  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) answer.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);

  const submit = async () => {
    const read = readForm({ initial: base, type, title, authors, issued, plain });
    setErrors(read.errors);
    setRefusal(null);
    if (!read.record) return;
    setPending(true);
    setRefusal(await onSubmit(read.record));
    setPending(false);
  };

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      {original ? (
        <blockquote className="wrap-anywhere border-l-2 border-rule-strong pl-3 font-serif text-[15px] leading-6 text-ink-soft">
          {original}
        </blockquote>
      ) : null}
      <label className="grid gap-1.5">
        <span className="text-[13px] font-medium text-ink-soft">Type</span>
        <select
          value={type}
          onChange={(event) => setType(SourceRecord.shape.type.parse(event.target.value))}
          className="w-full rounded-md border border-rule-strong bg-sheet px-3 py-2"
        >
          {offeredTypes.some((offered) => offered.type === type) ? null : <option value={type}>{type}</option>}
          {offeredTypes.map((offered) => (
            <option key={offered.type} value={offered.type}>
              {offered.label}
            </option>
          ))}
        </select>
      </label>
      <TextArea label="Title" rows={2} value={title} onChange={setTitle} error={errors["title"]} isRequired />
      <TextArea
        label="Authors"
        hint="One a line: Family, Given. An institution by its name."
        rows={2}
        value={authors}
        onChange={setAuthors}
        error={errors["author"]}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label="Date"
          hint="2025, 2025-09 or 2025-09-18"
          value={issued}
          onChange={setIssued}
          error={errors["issued"]}
        />
        {fieldsOf(type).map(({ name, label, hint }) => (
          <div key={name} className={name === "URL" || name === "container-title" ? "col-span-2" : ""}>
            <TextField
              label={label}
              hint={hint}
              value={plain[name] ?? ""}
              onChange={(value) => setPlain({ ...plain, [name]: value })}
              error={errors[name]}
            />
          </div>
        ))}
      </div>
      <Unseen record={base} type={type} />
      <div ref={answer}>{refusal ? <Notice tone="blocker">{refusal}</Notice> : null}</div>
      <div className="flex justify-end gap-2">
        <Button emphasis="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button type="submit" emphasis="primary" isDisabled={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** What the record has beside the fields of the form: it is kept, and said so. */
function Unseen({ record, type }: { record: Partial<SourceRecord>; type: SourceRecord["type"] }) {
  const shown = new Set<string>(["type", "title", "author", "issued", ...fieldsOf(type).map(({ name }) => name)]);
  const unseen = shownFields({ title: "?", ...record, type }).filter(({ name }) => !shown.has(name));
  if (unseen.length === 0) return null;
  return (
    <p className="text-[12.5px] text-ink-faint">
      Kept with it: {unseen.map(({ label }) => lowered(label)).join(", ")}.
    </p>
  );
}

/** Acronyms stay as they are. */
const lowered = (label: string): string => (/^\p{Lu}{2}/u.test(label) ? label : label.toLowerCase());

const plainNames = [
  "container-title",
  "publisher",
  "publisher-place",
  "volume",
  "issue",
  "page",
  "edition",
  "number",
  "genre",
  "event-title",
  "authority",
  "DOI",
  "ISBN",
  "PMID",
  "URL",
  "archive",
  "archive_location",
] as const satisfies PlainField[];

function plainOf(record: Partial<SourceRecord>): Partial<Record<PlainField, string>> {
  return Object.fromEntries(plainNames.flatMap((name) => (record[name] ? [[name, record[name]]] : [])));
}

type Form = {
  initial: Partial<SourceRecord>;
  type: SourceRecord["type"];
  title: string;
  authors: string;
  issued: string;
  plain: Partial<Record<PlainField, string>>;
};

function readForm({ initial, type, title, authors, issued, plain }: Form): {
  record: SourceRecord | null;
  errors: Record<string, string>;
} {
  // What stands as it was filled in keeps what the field cannot show: suffixes, particles, the end of a span of time.
  const date = issued === dateToText(initial.issued) ? (initial.issued ?? null) : dateFrom(issued);
  const errors: Record<string, string> = {};
  if (!title.trim()) errors["title"] = "A source needs a title.";
  if (issued.trim() && !date) errors["issued"] = "Write a year, a month or a day: 2025-09-18.";
  const kept = Object.entries(initial).filter(
    ([name]) => !["type", "title", "author", "issued", ...plainNames].includes(name),
  );
  const names = authors === namesToText(initial.author) ? (initial.author ?? []) : namesFrom(authors);
  const filled = Object.entries(plain).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : []));
  const candidate = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(filled),
    type,
    title: title.trim(),
    ...(names.length > 0 ? { author: names } : {}),
    ...(date ? { issued: date } : {}),
  };
  const parsed = SourceRecord.safeParse(candidate);
  if (parsed.success && Object.keys(errors).length === 0) return { record: parsed.data, errors };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  return { record: null, errors };
}
