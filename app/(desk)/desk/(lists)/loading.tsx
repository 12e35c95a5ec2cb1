import { Seal } from "@/components/ui/seal";

/** The desk before its content is there: the bar, the place of a title, and lines like those of a list. */
export default function DeskLoading() {
  return (
    <div role="status">
      <span className="sr-only">Loading …</span>
      <div aria-hidden>
        <div className="flex h-14 items-center gap-2.5 border-b border-rule bg-sheet px-4 font-serif text-[18px] font-semibold sm:px-6">
          <Seal />
          <span className="hidden sm:inline">Imprimatur</span>
        </div>
        <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 sm:pt-11">
          <div className="skeleton h-9 w-56" />
          <div className="skeleton mt-3 h-4 w-80 max-w-full" />
          <div className="mt-10 divide-y divide-rule border-y border-rule">
            {widths.map((width) => (
              <div key={width} className="grid gap-2.5 py-6">
                <div className={`skeleton h-5 max-w-full ${width}`} />
                <div className="skeleton h-3.5 w-40" />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

const widths = ["w-96", "w-[30rem]", "w-80", "w-[26rem]", "w-72"];
