import type { HistoryEvent } from "./history-view";

/** A fact in words: what was done (the person's name stands before it), and the words that they gave with it. */
export type EventWords = { did: string; said?: string | undefined; weighty?: boolean };

/** Puts an event into words; one that is not known here is told by its name, so that nothing is left out. */
export function eventWords({ type, data }: Pick<HistoryEvent, "type" | "data">): EventWords {
  const say = words[type];
  if (say) return say(data);
  const [noun = "", verb = ""] = type.split(".");
  return { did: `${verb.replaceAll("-", " ")}: ${noun}` };
}

type Data = Record<string, unknown>;

const words: Record<string, (data: Data) => EventWords> = {
  "article.created": () => ({ did: "began the article" }),
  "article.imported": (data) => ({ did: `imported ${quoted(data, "name") || "the draft"}`, said: tally(data) }),
  "article.edited": (data) => ({ did: `edited ${sections(data)}` }),
  "article.restored": (data) => ({ did: `restored the text of version ${number(data, "of")}`, weighty: true }),
  "article.renamed": (data) => ({ did: `moved the article from /${text(data, "from")} to /${text(data, "to")}` }),
  "article.handed-over": (data) => ({ did: `handed the article over to ${text(data, "name")}` }),
  "article.checkpointed": (data) => ({ did: "kept the draft as it stood", said: text(data, "note") }),
  "reference.changed": sourceList,
  "source.edited": (data) => ({ did: `corrected the source ${titled(data["record"])}` }),
  "source.merged": (data) => ({
    did: `merged the source ${quoted(data, "droppedTitle")} into ${quoted(data, "title")}`,
  }),
  "review.submitted": (data) => ({
    did: `submitted it for review, round ${number(data, "number")}`,
    said: text(data, "note"),
    weighty: true,
  }),
  "review.withdrawn": () => ({ did: "took it back from review" }),
  "review.changes-requested": (data) => ({ did: "sent it back", said: text(data, "words"), weighty: true }),
  "section.approved": (data) => ({ did: `approved ${headings(data)}` }),
  "article.approved": (data) => ({ did: `approved ${headings(data)}; every section is approved`, weighty: true }),
  "approval.revoked": (data) => ({ did: "took an approval back", said: text(data, "reason") }),
  "thread.opened": (data) => ({ did: `commented on ${quoted(data, "excerpt")}`, said: text(data, "body") }),
  "thread.answered": (data) => ({ did: "answered a comment", said: text(data, "body") }),
  "thread.resolved": () => ({ did: "resolved a comment" }),
  "thread.reopened": () => ({ did: "opened a comment again" }),
  "waiver.requested": (data) => ({ did: `asked to let ${finding(data)} pass`, said: text(data, "reason") }),
  "waiver.confirmed": (data) => ({ did: `agreed to let ${finding(data)} pass` }),
  "waiver.withdrawn": (data) => ({ did: `withdrew the waiver for ${finding(data)}` }),
  "article.published": (data) => ({
    did: `published edition ${number(data, "number")}`,
    said: text(data, "note"),
    weighty: true,
  }),
  "article.corrected": (data) => ({
    did: `published a correction, edition ${number(data, "number")}`,
    said: text(data, "note"),
    weighty: true,
  }),
  "article.retracted": (data) => ({ did: "retracted the article", said: text(data, "reason"), weighty: true }),
  "article.withdrawn": (data) => ({
    did: "withdrew the article’s pages by law",
    said: text(data, "reason"),
    weighty: true,
  }),
  "article.scheduled": (data) => ({ did: `scheduled publishing for ${moment(text(data, "for"))}` }),
  "article.unscheduled": () => ({ did: "called the scheduled publishing off" }),
  "article.publishing-refused": (data) => ({
    did: "refused the scheduled publishing",
    said: list(data, "reasons").join(" "),
    weighty: true,
  }),
};

function sourceList(data: Data): EventWords {
  const title = quoted(data, "title");
  const original = text(data, "original");
  switch (data["what"]) {
    case "added":
      return { did: `put ${title || "a source"} on the source list` };
    case "resolved":
      return { did: `turned a raw line into ${title || "a source"}`, said: original };
    case "removed":
      return { did: "took an entry off the source list", said: original || text(data, "title") };
    case "labels-dropped":
      return { did: `dropped the number ${list(data, "labels").join(", ")} of an entry`, said: original };
    case "reordered":
      return { did: "put the source list in another order" };
    default:
      return { did: "changed the source list" };
  }
}

const text = (data: Data, key: string): string => (typeof data[key] === "string" ? data[key] : "");
const number = (data: Data, key: string): string => (typeof data[key] === "number" ? String(data[key]) : "?");
const quoted = (data: Data, key: string): string => (text(data, key) ? `“${shortened(text(data, key))}”` : "");
const list = (data: Data, key: string): string[] =>
  Array.isArray(data[key]) ? data[key].filter((one) => typeof one === "string") : [];
const shortened = (words: string): string =>
  words.length <= 90 ? words : `${words.slice(0, 90).replace(/\s+\S*$/u, "")} …`;

function titled(record: unknown): string {
  const title = typeof record === "object" && record !== null && "title" in record ? record.title : null;
  return typeof title === "string" ? `“${shortened(title)}”` : "";
}

function sections(data: Data): string {
  const count = list(data, "sections").length;
  return count <= 1 ? "the text" : `the text of ${count} sections`;
}

/** Headings of approved sections; the front and an opening have none, so they are counted. */
function headings(data: Data): string {
  const all = Array.isArray(data["headings"]) ? data["headings"].length : 0;
  const named = list(data, "headings");
  if (all === 0) return "the text";
  if (all === 1) return named[0] ? `“${named[0]}”` : "a section without heading";
  return all <= 3 && named.length === all ? named.map((one) => `“${one}”`).join(", ") : `${all} sections`;
}

function finding(data: Data): string {
  return quoted(data, "excerpt") || `a finding of ${text(data, "rule") || "a rule"}`;
}

function tally(data: Data): string {
  const of = (key: string) => {
    const counts = data[key];
    return typeof counts === "object" && counts !== null
      ? Object.values(counts).reduce((sum: number, count) => sum + (typeof count === "number" ? count : 0), 0)
      : 0;
  };
  const found = of("found");
  if (found === 0) return "";
  const held = of("held");
  return `Found ${found} ${found === 1 ? "marker" : "markers"}: ${of("resolved")} resolved, ${held} held.`;
}

const moment = (iso: string): string =>
  Number.isNaN(Date.parse(iso))
    ? "later"
    : `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(iso))} UTC`;
