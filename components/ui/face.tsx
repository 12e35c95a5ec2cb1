/** A person as two letters in a disc, with the whole name for those who hover or listen. */
export function Face({ name, small = false }: { name: string; small?: boolean }) {
  const size = small ? "size-6 text-[10px]" : "size-7 text-[11px]";
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      data-initials={initials(name)}
      className={`inline-grid shrink-0 place-items-center rounded-full bg-accent font-semibold text-sheet before:content-[attr(data-initials)] ring-2 ring-sheet ${size}`}
    />
  );
}

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u);
  return `${words[0]?.[0] ?? "?"}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
};
