/** The health of the sources before it is there: the place of the three sums, and of a list. */
export default function HealthLoading() {
  return (
    <div role="status" className="mx-auto max-w-6xl px-4 pt-22 sm:px-6 sm:pt-25">
      <span className="sr-only">Loading …</span>
      <div aria-hidden className="grid gap-9">
        <div className="skeleton h-9 w-72 max-w-full" />
        <div className="grid gap-4 sm:grid-cols-3">
          {["found", "unknown", "lost"].map((group) => (
            <div key={group} className="skeleton h-44" />
          ))}
        </div>
        <div className="skeleton h-56" />
      </div>
    </div>
  );
}
