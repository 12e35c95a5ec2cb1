/** The head of the published page, small: the name and the tagline as readers get them, over an article that is only hinted at. */
export function Masthead({ name, tagline }: { name: string; tagline: string }) {
  return (
    <figure>
      <div
        role="img"
        aria-label={`The masthead: ${[name.trim() || "no name yet", tagline.trim()].filter(Boolean).join(", ")}`}
        className="overflow-hidden rounded-xl border border-rule-strong bg-paper px-6 pt-5 sm:px-9"
      >
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <b className="font-serif text-[21px] font-semibold tracking-[-0.01em] [overflow-wrap:anywhere]">
            {name.trim() || <span className="text-ink-faint">Name of the site</span>}
          </b>
          <span className="text-[13px] text-ink-soft [overflow-wrap:anywhere]">{tagline.trim()}</span>
        </div>
        <div className="mx-auto mt-9 grid max-w-sm gap-3.5">
          <i className="block h-5 w-3/4 rounded-sm bg-rule" />
          <i className="block h-2.5 rounded-sm bg-wash" />
          <i className="block h-2.5 rounded-sm bg-wash" />
          <i className="-mb-1 block h-2.5 w-4/5 rounded-sm bg-wash" />
        </div>
      </div>
      <figcaption className="mt-2 text-[13px] text-ink-faint">As the head of every page.</figcaption>
    </figure>
  );
}
