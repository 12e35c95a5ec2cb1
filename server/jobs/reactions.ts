import type { ArticleId } from "@/domain/ids";

/** Everything that history can say, in the past tense. */
export const eventTypes = [
  "article.created",
  "article.imported",
  "article.edited",
  "article.restored",
  "article.rejudged",
  "article.renamed",
  "article.handed-over",
  "article.checkpointed",
  "article.filed",
  "article.translated",
  "article.caught-up",
  "topic.created",
  "topic.changed",
  "topic.merged",
  "topic.removed",
  "picture.added",
  "reference.changed",
  "source.created",
  "source.edited",
  "source.merged",
  "source.unmerged",
  "source.tagged",
  "source.imported",
  "source.captured",
  "source.archived",
  "source.link-changed",
  "source.standing-changed",
  "source.text-changed",
  "duplicate.dismissed",
  "duplicate.reopened",
  "retractions.imported",
  "citation.verified",
  "citation.disputed",
  "task.done",
  "report.received",
  "report.settled",
  "receipts.key-replaced",
  "style.added",
  "style.removed",
  "article.restyled",
  "settings.changed",
  "review.submitted",
  "review.withdrawn",
  "review.changes-requested",
  "section.approved",
  "approval.revoked",
  "article.approved",
  "thread.opened",
  "thread.answered",
  "thread.resolved",
  "thread.reopened",
  "waiver.requested",
  "waiver.confirmed",
  "waiver.withdrawn",
  "article.published",
  "article.corrected",
  "article.retracted",
  "article.withdrawn",
  "article.scheduled",
  "article.unscheduled",
  "article.publishing-refused",
  "person.invited",
  "person.joined",
  "person.changed",
  "person.deactivated",
  "person.reactivated",
  "person.signed-out",
  "site.changed",
] as const;
export type EventType = (typeof eventTypes)[number];

/** A job for graphile-worker; of two with the same key only the later stays. `at` is an ISO time, null for now. */
export type Job = { task: string; payload: Record<string, unknown>; key?: string; at?: string };

/** What happens later, because of what happened now: one table. */
const table: Partial<Record<EventType, (fact: { article: ArticleId | null; data: Record<string, unknown> }) => Job[]>> =
  {
    "article.scheduled": ({ article, data }) => [
      {
        task: "publish-scheduled",
        payload: { articleId: article },
        key: `publish:${article}`,
        at: String(data["for"]),
      },
    ],
    "article.edited": ({ article, data }) => (data["quotes"] === "unchecked" ? checkQuotesSoon(article) : []),
    "article.imported": ({ article }) => [...keepCited(article), ...checkQuotesSoon(article)],
    "article.restored": ({ article }) => checkQuotesSoon(article),
    "reference.changed": ({ article }) => [
      ...keepCited(article),
      { task: "settle-tasks", payload: { articleId: article }, key: `settle-tasks:${article}` },
      ...checkQuotesSoon(article),
    ],
    "article.published": ({ article }) => afterwards(article),
    "article.corrected": ({ article }) => afterwards(article),
    "article.retracted": ({ article }) => afterwards(article),
    "article.withdrawn": ({ article }) => afterwards(article),
    "waiver.confirmed": ({ article, data }) => [
      { task: "recount", payload: { articleId: article }, at: String(data["until"]) },
    ],
    "report.received": ({ article }) => recountOwn(article),
    "report.settled": ({ article }) => recountOwn(article),
    "source.link-changed": ({ data }) => [...recountCiting(data["source"]), ...spread(data["source"])],
    "source.standing-changed": ({ data }) => [...recountCiting(data["source"]), ...spread(data["source"])],
    "source.captured": ({ data }) => checkQuotesOf(data["source"]),
    "source.text-changed": ({ data }) => [
      ...recountCiting(data["source"]),
      ...checkQuotesOf(data["source"]),
      { task: "spread-health", payload: { sourceId: data["source"], likeness: data["likeness"] ?? null } },
    ],
    "source.edited": ({ article, data }) =>
      article === null ? [...spread(data["source"]), checkStandingOf(data["source"])] : [],
    "source.merged": ({ article, data }) =>
      article === null ? [...spread(data["source"]), ...spread(data["dropped"])] : checkQuotesSoon(article),
    "source.imported": () => [
      { task: "find-duplicates", payload: {}, key: "find-duplicates" },
      { task: "link-sources", payload: {}, key: "link-sources" },
    ],
    "source.unmerged": ({ article, data }) =>
      article === null ? [...spread(data["source"]), ...spread(data["dropped"])] : checkQuotesSoon(article),
    "source.archived": ({ data }) => spread(data["source"]),
    "settings.changed": ({ data }) => [
      ...(data["name"] === "rules"
        ? [{ task: "recount", payload: { everything: true }, key: "recount-everything" }]
        : []),
      ...(data["pages"] === true ? [{ task: "bake-everything", payload: {}, key: "bake-everything" }] : []),
    ],
    "article.restyled": ({ article, data }) =>
      data["language"] === true
        ? [{ task: "bake-article", payload: { articleId: article }, key: `bake:${article}` }]
        : [],
    "article.translated": ({ article, data }) =>
      [article, data["left"]].flatMap((id) =>
        typeof id === "string" ? [{ task: "bake-article", payload: { articleId: id }, key: `bake:${id}` }] : [],
      ),
    "topic.created": ({ data }) => (data["again"] === true ? bakeTopic(data["id"]) : []),
    "topic.changed": ({ data }) => bakeTopic(data["topic"], data["from"] !== data["name"]),
    "topic.merged": ({ data }) => bakeTopic(data["topic"]),
    "topic.removed": ({ data }) => bakeTopic(data["topic"]),
    "site.changed": () => [{ task: "bake-everything", payload: {}, key: "bake-everything" }],
  };

/** The jobs that follow from a fact. */
export function reactions(fact: { type: EventType; article: ArticleId | null; data: Record<string, unknown> }): Job[] {
  return table[fact.type]?.(fact) ?? [];
}

/** Older editions must come to say that there is a newer one, and drafts that link here may be blocked by that, or no more. */
const afterwards = (article: ArticleId | null): Job[] => [
  { task: "bake-article", payload: { articleId: article }, key: `bake:${article}` },
  { task: "recount", payload: { linkingTo: article }, key: `recount:${article}` },
  { task: "settle-tasks", payload: { articleId: article }, key: `settle-tasks:${article}` },
  ...keepCited(article),
];

/** What an article rests on is kept as it stood when it was cited. */
const keepCited = (article: ArticleId | null): Job[] => [
  { task: "keep-cited", payload: { articleId: article }, key: `keep-cited:${article}` },
];

/** What became of a source is told to everybody who cites it. */
const spread = (source: unknown): Job[] => [
  { task: "spread-health", payload: { sourceId: source }, key: `spread-health:${source}` },
];

/** What became of a topic is shown on its page, on its articles and at its old addresses. */
const bakeTopic = (topic: unknown, articles = true): Job[] => [
  // Two of one topic are two jobs: a later one that is about its list alone must not take the place of one about its articles.
  { task: "bake-topic", payload: { topicId: topic, articles }, key: `bake-topic:${topic}:${articles}` },
];

/** What readers report is a finding of the draft. */
const recountOwn = (article: ArticleId | null): Job[] => [
  { task: "recount", payload: { articleId: article }, key: `recount-own:${article}` },
];

/** Drafts that cite a source have other findings when something else is known of it. */
const recountCiting = (source: unknown): Job[] => [
  { task: "recount", payload: { citing: source }, key: `recount-citing:${source}` },
];

/** Once its writer has paused for a few seconds: each new quote starts the wait anew. */
const checkQuotesSoon = (article: ArticleId | null): Job[] => [
  {
    task: "check-quotes",
    payload: { articleId: article },
    key: `quotes:${article}`,
    at: new Date(Date.now() + 5_000).toISOString(),
  },
];

const checkQuotesOf = (source: unknown): Job[] => [
  { task: "check-quotes", payload: { sourceId: source }, key: `quotes-of:${source}` },
];

/** Other identifiers name another work, of which other things may be known. */
const checkStandingOf = (source: unknown): Job => ({
  task: "check-standings",
  payload: { sourceId: source },
  key: `check-standing:${source}`,
});
