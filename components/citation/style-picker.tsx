"use client";

import { locales } from "@/domain/citation/locales";

/** A style that can be chosen. */
export type StyleChoice = { id: string; title: string };

type Props = {
  styles: readonly StyleChoice[];
  style: string | null;
  locale: string | null;
  /** What stands for nothing chosen, where nothing may be chosen: "the site's". */
  none?: { style: string; locale: string };
  disabled?: boolean;
  onChange: (style: string | null, locale: string | null) => void;
};

const box = "w-full min-w-0 rounded-md border border-rule-strong bg-sheet px-2 py-2 text-ink disabled:bg-wash";

/** Chooses a citation style and its language. */
export function StylePicker({ styles, style, locale, none, disabled = false, onChange }: Props) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(12rem,1fr))] gap-3">
      <label className="grid gap-1.5 text-[13px] font-medium text-ink-soft">
        Citation style
        <select
          className={box}
          value={style ?? ""}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value || null, locale)}
        >
          {none ? <option value="">{none.style}</option> : null}
          {styles.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1.5 text-[13px] font-medium text-ink-soft">
        Language of citations
        <select
          className={box}
          value={locale ?? ""}
          disabled={disabled}
          onChange={(event) => onChange(style, event.target.value || null)}
        >
          {none ? <option value="">{none.locale}</option> : null}
          {Object.entries(locales).map(([tag, name]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
