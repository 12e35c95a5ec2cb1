/** What was refused, in words, under the thing that was tried. */
export function Refusal({ words }: { words: string | null }) {
  return words ? (
    <p role="alert" className="mt-2 text-[13px] text-blocker">
      {words}
    </p>
  ) : null;
}
