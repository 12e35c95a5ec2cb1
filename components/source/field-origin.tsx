import { type ServiceId, serviceNames } from "@/domain/source/finding-settings";

/** Where a field came from, as a screen tells it; `by` is a person's name. */
export type OriginView = { from: string; by: string | null; at: string; via: string | null };

/** "Crossref, 3 May 2027", "typed by Mara, 3 May 2027": where a field came from, small and quiet beside its value. */
export function FieldOriginLine({ origin }: { origin: OriginView | undefined }) {
  if (!origin) return null;
  return (
    <span className="block text-[12px] text-ink-faint">
      {originWords(origin)}, <time dateTime={origin.at}>{day.format(new Date(origin.at))}</time>
    </span>
  );
}

/** Where a field came from, without the day. */
export function originWords({ from, by, via }: OriginView): string {
  if (from === "person") return by ? `typed by ${by}` : "typed";
  if (from === "text") return "read from what was pasted";
  if (from === "file") return "read from an imported file";
  const name = isService(from) ? serviceNames[from] : from;
  return via && via !== "page" ? `${name} (${via})` : name;
}

const isService = (from: string): from is ServiceId => from in serviceNames;

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
