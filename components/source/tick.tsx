type Props = { label: string; checked: boolean; onToggle: (extending: boolean) => void };

/** A box to select a line by, with room around it for a finger. */
export function Tick({ label, checked, onToggle }: Props) {
  return (
    <label
      className="grid size-[30px] cursor-pointer place-items-center pointer-coarse:size-11"
      onClick={(event) => event.stopPropagation()}
    >
      <input
        type="checkbox"
        className="block size-4 pointer-coarse:size-5"
        aria-label={label}
        checked={checked}
        onClick={(event) => onToggle(event.shiftKey)}
        onChange={() => undefined}
      />
    </label>
  );
}
