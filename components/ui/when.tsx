const absolute = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A moment in words ("3 hours ago", or the date once it is a week old), with the exact time in UTC on hover. */
export function When({ at, now }: { at: string; now: string }) {
  return (
    <time dateTime={at} title={`${absolute.format(new Date(at))} UTC`}>
      {inWords(new Date(at), new Date(now))}
    </time>
  );
}

/** The same as text. Both moments are given, so that server and browser say the same. */
export function inWords(at: Date, now: Date): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 1) return "just now";
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  if (Math.abs(minutes) < 24 * 60) return relative.format(Math.round(minutes / 60), "hour");
  if (Math.abs(minutes) < 7 * 24 * 60) return relative.format(Math.round(minutes / 1440), "day");
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    at,
  );
}
