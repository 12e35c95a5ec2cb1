import type { Fact } from "@/server/db/events";

/** The particulars of an event, as history keeps them. */
export type Particulars = Readonly<Record<string, unknown>>;

/** What each event says of whoever did it, after their name. `count` is for steps of editing that were put together. */
export function wordsFor(type: string, data: Particulars): string {
  const say = words[type];
  return say ? say(data) : type.replace(".", " ").replaceAll("-", " ");
}

/** Everything that can happen to an article or a source. */
type Happening = Exclude<Fact["type"], `person.${string}` | `site.${string}`>;

const words: Readonly<Partial<Record<string, (data: Particulars) => string>>> = {
  "article.created": () => "began the article",
  "article.imported": (data) => `imported the draft${data["name"] ? ` from ${quoted(data["name"])}` : ""}`,
  "article.edited": (data) => `edited ${sections(data["sections"])}`,
  "article.restored": (data) => `restored the text of version ${text(data["of"])}`,
  "article.rejudged": () => "was digested anew, because the rules changed with an upgrade",
  "article.renamed": (data) => `changed the address from ${text(data["from"])} to ${text(data["to"])}`,
  "article.handed-over": (data) => `handed the article over to ${text(data["name"])}`,
  "article.checkpointed": (data) => `kept a checkpoint${data["note"] ? `: ${text(data["note"])}` : ""}`,
  "article.filed": (data) =>
    list(data["topics"]).length > 0
      ? `filed it under ${list(data["topics"]).map(quoted).join(", ")}`
      : "filed it under no topic",
  "article.translated": (data) =>
    data["other"] ? `said that it is ${quoted(data["title"])} in another language` : "said that it is no translation",
  "article.caught-up": (data) => `said that the translation follows edition ${text(data["edition"])} of its original`,
  "topic.created": (data) => `${data["again"] === true ? "brought back" : "added"} the topic ${quoted(data["name"])}`,
  "topic.changed": (data) =>
    data["from"] === data["name"]
      ? `described the topic ${quoted(data["name"])}`
      : `renamed the topic ${quoted(data["from"])} to ${quoted(data["name"])}`,
  "topic.merged": (data) => `merged the topic ${quoted(data["name"])} into ${quoted(data["intoName"])}`,
  "topic.removed": (data) => `removed the topic ${quoted(data["name"])}`,
  "picture.added": (data) => `brought the picture ${quoted(data["name"])}`,
  "reference.changed": (data) => listChange(data),
  "source.created": () => "added the source to the library",
  "source.edited": (data) => `changed the source ${quoted(titleIn(data["record"]))}`,
  "source.merged": (data) => `merged ${quoted(data["droppedTitle"])} into ${quoted(data["title"])}`,
  "source.unmerged": (data) => `took the merge of ${quoted(data["droppedTitle"])} into ${quoted(data["title"])} back`,
  "source.tagged": (data) =>
    tagging(list(data["tags"]).map(quoted), list(data["removed"]).map(quoted), list(data["sources"]).length),
  "source.imported": (data) => `imported ${text(data["added"])} sources into the library`,
  "source.captured": () => "kept a copy of what the source's address answers",
  "source.archived": (data) =>
    data["archive"]
      ? `recorded a copy in a public archive: ${text(data["archive"])}`
      : "took the public archive’s copy back",
  "source.link-changed": (data) => `found the source's address ${text(data["state"])}: ${text(data["reason"])}`,
  "source.standing-changed": (data) =>
    `found the work ${text(data["state"])}${data["notice"] ? `, by ${text(data["notice"])}` : ""}`,
  "source.text-changed": () => "found another text at the source's address",
  "duplicate.dismissed": (data) => `said that ${quoted(data["title"])} and ${quoted(data["otherTitle"])} are two works`,
  "duplicate.reopened": (data) =>
    `took back that ${quoted(data["title"])} and ${quoted(data["otherTitle"])} are two works`,
  "retractions.imported": (data) => `imported a list of ${text(data["count"])} notices about works`,
  "citation.verified": (data) => verification(data),
  "citation.disputed": (data) => `disputed the citation of ${quoted(data["title"])}: ${text(data["note"])}`,
  "task.done": (data) => `did what was asked: ${text(data["words"])}`,
  "report.received": () => "a reader reported a problem",
  "report.settled": (data) =>
    `${data["outcome"] === "answered" ? "answered" : "dismissed"} what readers reported${data["answer"] ? `: ${text(data["answer"])}` : ""}`,
  "receipts.key-replaced": () => "replaced the key that receipts are signed with",
  "style.added": (data) => `added the citation style ${quoted(data["title"])}`,
  "style.removed": (data) => `removed the citation style ${quoted(data["title"])}`,
  "article.restyled": (data) => `chose the citation style ${quoted(data["style"])}`,
  "settings.changed": (data) =>
    data["name"] === "looks"
      ? "changed how the house looks to readers"
      : `changed the settings of ${text(data["name"])}`,
  "review.submitted": (data) => `submitted the draft for review${data["note"] ? `: ${text(data["note"])}` : ""}`,
  "review.withdrawn": () => "took the draft back from review",
  "review.changes-requested": (data) => `asked for changes: ${text(data["words"])}`,
  "section.approved": (data) => `approved ${headings(data["headings"])}`,
  "approval.revoked": (data) => `took an approval back: ${text(data["reason"])}`,
  "article.approved": (data) => `approved ${headings(data["headings"])}, and with that the whole draft`,
  "thread.opened": (data) => `commented on ${quoted(data["excerpt"])}: ${text(data["body"])}`,
  "thread.answered": (data) => `answered a comment: ${text(data["body"])}`,
  "thread.resolved": () => "resolved a comment",
  "thread.reopened": () => "took a comment up again",
  "waiver.requested": (data) => `asked to let ${text(data["rule"])} pass: ${text(data["reason"])}`,
  "waiver.confirmed": (data) => `agreed to let ${text(data["rule"])} pass for ${quoted(data["excerpt"])}`,
  "waiver.withdrawn": (data) => `took back the waiver of ${text(data["rule"])}`,
  "article.published": (data) => `published edition ${text(data["number"])}`,
  "article.corrected": (data) => `published a correction${data["note"] ? `: ${text(data["note"])}` : ""}`,
  "article.retracted": (data) => `retracted the article: ${text(data["reason"] ?? data["note"])}`,
  "article.withdrawn": (data) => `withdrew the article by law: ${text(data["reason"])}`,
  "article.scheduled": (data) => `scheduled it for ${moment(data["for"])}`,
  "article.unscheduled": () => "took it off the schedule",
  "article.publishing-refused": (data) => `was kept from publishing it at its hour: ${list(data["reasons"]).join(" ")}`,
} satisfies Record<Happening, (data: Particulars) => string>;

function verification(data: Particulars): string {
  const [count, titles] = [list(data["citations"]).length, list(data["titles"])];
  return count === 1 ? `verified the citation of ${quoted(titles[0])}` : `verified ${count} citations`;
}

function listChange(data: Particulars): string {
  const what = quoted(data["title"] ?? data["original"] ?? "an entry");
  switch (data["what"]) {
    case "added":
      return `put ${what} on the source list`;
    case "resolved":
      return `said which source ${quoted(data["original"] ?? data["title"])} is`;
    case "removed":
      return `took ${what} off the source list`;
    case "labels-dropped":
      return `struck ${list(data["labels"]).join(", ")} from ${what}`;
    default:
      return "put the source list in order";
  }
}

function tagging(put: string[], taken: string[], sources: number): string {
  const what = sources === 1 ? "the source" : `${sources} sources`;
  const done = put.length > 0 ? [`tagged ${what} ${put.join(", ")}`] : [];
  const undone = taken.length > 0 ? [`took ${taken.join(", ")} off ${what}`] : [];
  return [...done, ...undone].join(" and ");
}

function sections(changed: unknown): string {
  const count = list(changed).length;
  return count === 0 ? "the order of the sections" : count === 1 ? "a section" : `${count} sections`;
}

function headings(of: unknown): string {
  const named = (Array.isArray(of) ? of : []).map((one) => (typeof one === "string" ? quoted(one) : "the opening"));
  return named.length === 0 ? "what was left" : named.length > 4 ? `${named.length} sections` : named.join(", ");
}

/** A time of an event in universal time, "3 May 2027, 09:00 UTC". */
function moment(value: unknown): string {
  const at = new Date(text(value));
  if (Number.isNaN(at.getTime())) return "an hour";
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${format.format(at).replace(" at ", ", ")} UTC`;
}

const titleIn = (record: unknown): unknown =>
  typeof record === "object" && record !== null && "title" in record ? record.title : "";
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const quoted = (value: unknown): string => `“${text(value)}”`;

function text(value: unknown): string {
  const words = typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  return words.length > 200 ? `${words.slice(0, 200).replace(/\s+\S*$/u, "")} …` : words;
}
