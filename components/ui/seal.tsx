/** The house's mark: a seal with a small i. Decorative, so the letter is no text; the name beside it is. */
export function Seal({ size = 26 }: { size?: number }) {
  return (
    <span
      aria-hidden
      className='inline-grid shrink-0 place-items-center rounded-full border-[1.5px] border-accent font-serif font-semibold text-accent before:content-["i"] shadow-[inset_0_0_0_2px_var(--sheet),inset_0_0_0_3px_var(--accent)]'
      style={{ width: size, height: size, fontSize: size / 2, lineHeight: 1 }}
    />
  );
}
