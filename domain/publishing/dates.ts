const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const minute = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
  hourCycle: "h23",
});

/** An ISO 8601 time as readers are told it: "24 November 2026", in UTC so that every reader is told the same. */
export const dayOf = (iso: string): string => day.format(new Date(iso));

/** The same with the minute, where two things may happen on a day: "24 November 2026, 14:05 UTC". */
export const momentOf = (iso: string): string => `${dayOf(iso)}, ${minute.format(new Date(iso))} UTC`;

const ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

/** The name of an edition by its number: "First edition", "Edition 14". */
export const editionName = (number: number): string => {
  const ordinal = ordinals[number - 1];
  return ordinal ? `${ordinal} edition` : `Edition ${number}`;
};
