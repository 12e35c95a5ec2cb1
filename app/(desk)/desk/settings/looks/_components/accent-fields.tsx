import { type Accent, faultsInAccent } from "@/domain/looks/accent";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The accent that every house has from the start (reader/tokens.css). */
const ours: Accent = { light: "#0d4f63", dark: "#7cc4d8" };

/** The accent on light and on dark paper, with what is wrong with it said while one chooses. */
export function AccentFields({
  accent,
  onChange,
}: {
  accent: Accent | null;
  onChange: (accent: Accent | null) => void;
}) {
  const shown = accent ?? ours;
  const faults = faultsInAccent(shown);
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 text-[13px] font-medium text-ink-soft">Accent: links, marks, rules</legend>
      <div className="flex flex-wrap items-center gap-5">
        {(["light", "dark"] as const).map((mode) => (
          <label key={mode} className="flex items-center gap-2.5">
            <input
              type="color"
              value={shown[mode]}
              onChange={(event) => onChange({ ...shown, [mode]: event.target.value.toLowerCase() })}
              className="h-9 w-12 cursor-pointer rounded-md border border-rule-strong bg-sheet p-1"
            />
            <span>
              On {mode} paper <code className="text-[12.5px] text-ink-faint">{shown[mode]}</code>
            </span>
          </label>
        ))}
        {accent ? <Button onPress={() => onChange(null)}>As from the start</Button> : null}
      </div>
      {faults.length > 0 ? <Notice tone="warning">{faults.join(" ")}</Notice> : null}
    </fieldset>
  );
}
