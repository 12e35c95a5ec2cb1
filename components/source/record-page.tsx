import { Runs } from "@/components/citation/runs";
import { houseStyle } from "@/domain/citation/house-style";
import type { SourceRecord } from "@/domain/source/record";
import { FieldOriginLine, type OriginView } from "./field-origin";
import { shownFields } from "./record-fields";

type Props = {
  record: SourceRecord;
  /** Where each field came from; a field that has been there for longer has none. */
  origins?: Partial<Record<keyof SourceRecord, OriginView>>;
  /** The text that the record was first read from. */
  original?: string | null;
};

/** A record to be read: as readers will see it in a list of sources, then field by field, each with where it came from. */
export function RecordPage({ record, origins = {}, original = null }: Props) {
  const fields = shownFields(record).filter(({ name }) => !["type", "abstract", "note"].includes(name));
  return (
    <>
      <figure className="border-y border-rule py-6">
        <figcaption className="label mb-2">As readers see it</figcaption>
        <p className="max-w-prose font-serif text-[19px] leading-[1.55] [overflow-wrap:anywhere]">
          <Runs runs={houseStyle.entry(record)} linked />
        </p>
      </figure>
      <dl className="mt-6 grid gap-x-6 gap-y-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
        {fields.map(({ name, label, value }) => (
          <div key={name} className="contents">
            <dt className="text-[13px] text-ink-faint max-sm:-mb-2">{label}</dt>
            <dd className="[overflow-wrap:anywhere] max-sm:mb-1">
              {value}
              <FieldOriginLine origin={origins[name]} />
            </dd>
          </div>
        ))}
      </dl>
      {original ? (
        <section aria-labelledby="original" className="mt-8">
          <h2 id="original" className="label mb-1.5">
            What it was made from
          </h2>
          <blockquote className="max-h-48 max-w-prose overflow-auto border-l-2 border-rule-strong pl-3 font-serif text-[15px] leading-6 whitespace-pre-line text-ink-soft [overflow-wrap:anywhere]">
            {original}
          </blockquote>
        </section>
      ) : null}
      {[record.abstract, record.note].map((text, index) =>
        text ? (
          <section key={index === 0 ? "abstract" : "note"} className="mt-8">
            <h2 className="label mb-1.5">{index === 0 ? "Abstract" : "Note"}</h2>
            <p className="max-w-prose font-serif text-[16px] leading-[1.6] whitespace-pre-line text-ink-soft">{text}</p>
          </section>
        ) : null,
      )}
    </>
  );
}
