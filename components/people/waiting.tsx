/** What stands where a screen's content will be in a moment: its title, and rows of the height of its own. */
export function Waiting({ rows, narrow = false }: { rows: number; narrow?: boolean }) {
  return (
    <div
      role="status"
      className={`mx-auto grid gap-4 px-4 pt-22 pb-24 sm:px-6 sm:pt-25 ${narrow ? "max-w-3xl" : "max-w-6xl"}`}
    >
      <span className="sr-only">Loading …</span>
      <div className="skeleton mb-6 h-9 w-52" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton h-16" />
      ))}
    </div>
  );
}
