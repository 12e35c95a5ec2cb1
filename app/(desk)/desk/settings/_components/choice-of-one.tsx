import { useId } from "react";

/** One of a few, as cards with a line on what each means. */
export function ChoiceOfOne<Value extends string>(props: {
  label: string;
  choices: readonly (readonly [value: Value, name: string, hint: string])[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-[13px] font-medium text-ink-soft">{props.label}</legend>
      <div className="flex flex-wrap gap-2.5">
        {props.choices.map(([value, words, hint]) => (
          <label
            key={value}
            className="flex min-w-52 flex-1 cursor-pointer items-start gap-2.5 rounded-md border border-rule-strong bg-sheet px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
              className="mt-0.5"
            />
            <span>
              <span className="block font-medium">{words}</span>
              <span className="block text-[12.5px] text-ink-soft">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
