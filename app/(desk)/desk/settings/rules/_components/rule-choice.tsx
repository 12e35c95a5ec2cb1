import type { Choice } from "@/domain/rules/policy";
import { choices } from "@/domain/rules/policy";
import type { Rule } from "@/domain/rules/rule";

const names: Record<Choice, string> = { blocker: "Blocker", warning: "Warning", off: "Off" };

/** One rule in plain words, and what the house makes of it; a rule that nobody may waive has no choice. */
export function RuleChoice({
  rule,
  choice,
  onChoose,
}: {
  rule: Rule;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2.5">
      <label htmlFor={rule.id} className="grid">
        <span>{rule.summary}</span>
        <code className="text-[12.5px] text-ink-faint">{rule.id}</code>
      </label>
      {rule.waivable ? (
        <select
          id={rule.id}
          value={choice}
          onChange={(event) => onChoose(choices.find((one) => one === event.target.value) ?? rule.severity)}
          className={`rounded-md border bg-sheet px-2 py-1.5 ${choice === rule.severity ? "border-rule-strong" : "border-accent font-semibold"}`}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      ) : (
        <span id={rule.id} className="text-[13px] text-ink-soft">
          Always a {rule.severity}
        </span>
      )}
    </li>
  );
}
