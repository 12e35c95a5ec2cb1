import { readFileSync } from "node:fs";
import { file } from "@/server/commands/article/file";
import { createTopic } from "@/server/commands/topic/create";
import { changeSite } from "@/server/commands/site/change";
import { open as openThread } from "@/server/commands/thread/open";
import { importText } from "@/server/commands/importing/import";
import { submit } from "@/server/commands/review/submit";
import { publish } from "@/server/commands/publishing/publish";
import { db } from "@/server/db";
import { ArticleId, TopicId } from "@/domain/ids";
import { approveAll, citeByKey, granted, readDraftOf, replaceWords, addParagraphs } from "./desk-work";
import type { Staff } from "./people";

const text = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** The newsroom at its best: an article with three editions and a correction, one under review, and a blocked draft. */
export async function fillNewsroom(people: Staff): Promise<void> {
  if (!(await db.site.findUnique({ where: { only: true } })))
    await granted(changeSite.run(people.ada, { name: "The Meridian", tagline: "Slow news, with its sources" }));
  await publishedArticle(people);
  await articleInReview(people);
  await blockedDraft(people);
}

async function publishedArticle({ mara, otis }: Staff): Promise<void> {
  const id = await imported(mara, "the-footnote-that-went-nowhere", "reference-rot.md");
  const editions = await db.edition.count({ where: { articleId: id } });
  if (editions < 1) {
    await citeByKey(mara, id);
    const known = await db.topic.findFirst({ where: { slug: "link-rot" }, select: { id: true } });
    const topicId = known?.id ?? (await granted(createTopic.run(mara, { name: "Link rot" }))).topicId;
    await granted(file.run(mara, { articleId: id, topicIds: [TopicId.parse(topicId)] }));
    await release({
      writer: mara,
      reviewer: otis,
      id,
      note: "Sources are all in. The Supreme Court figure is from the abstract.",
    });
  }
  if (editions < 2) {
    await addParagraphs(mara, id, "What keeps a source", text("reference-rot-update.md"));
    await citeByKey(mara, id);
    await release({
      writer: mara,
      reviewer: otis,
      id,
      note: "One paragraph more on who can do it.",
      edition: "A paragraph on what newsrooms can do themselves.",
    });
  }
  if (editions < 3) {
    await replaceWords(
      mara,
      id,
      "more than half of the English Wikipedia’s articles",
      "54 per cent of English Wikipedia’s articles",
    );
    await replaceWords(
      mara,
      id,
      "of the deep links in the articles of The New York Times since 1996, a quarter were dead",
      "of the deep links in articles of The New York Times from 1996 to 2019, a quarter were dead",
    );
    await release({
      writer: mara,
      reviewer: otis,
      id,
      note: "The time span was missing.",
      correction:
        "Earlier editions did not say which years the count of links in The New York Times covers. It covers articles from 1996 to 2019.",
    });
  }
}

async function articleInReview({ mara, otis }: Staff): Promise<void> {
  const id = await imported(mara, "how-to-read-an-old-link", "old-links.md");
  const article = await db.article.findUniqueOrThrow({ where: { id } });
  if (article.state !== "writing" || (await db.review.count({ where: { articleId: id } })) > 0) return;
  await citeByKey(mara, id);
  await granted(
    submit.run(mara, {
      articleId: id,
      note: "A short piece to go with the footnote article. Is the second section too technical?",
    }),
  );
  const { section, exact } = await passage(id, "the gate answers with the copy that lies nearest");
  await granted(
    openThread.run(otis, {
      articleId: id,
      sectionId: section,
      anchor: { exact, prefix: "", suffix: "" },
      body: "Nearest in time, I take it? Say so; a reader may think of distance.",
    }),
  );
}

async function blockedDraft({ mara }: Staff): Promise<void> {
  await imported(mara, "a-new-years-speech-and-the-chips-behind-it", "chip-speech.txt");
}

/** The article with this slug, imported from a text if it is not there yet. */
async function imported(author: Staff["mara"], slug: string, file: string): Promise<ArticleId> {
  const known = await db.article.findUnique({ where: { slug }, select: { id: true } });
  if (known) return ArticleId.parse(known.id);
  return (await granted(importText.run(author, { name: file, text: text(file) }))).articleId;
}

type Release = {
  writer: Staff["mara"];
  reviewer: Staff["otis"];
  id: ArticleId;
  note: string;
  edition?: string;
  correction?: string;
};

async function release({ writer, reviewer, id, note, edition, correction }: Release): Promise<void> {
  const { article } = await readDraftOf(id);
  if (article.state === "writing") await granted(submit.run(writer, { articleId: id, note }));
  await approveAll(reviewer, id);
  const { digest } = (await readDraftOf(id)).article;
  await granted(
    publish.run(writer, {
      articleId: id,
      digest,
      kind: correction ? "correction" : "publish",
      note: correction ?? edition ?? null,
    }),
  );
}

async function passage(id: ArticleId, exact: string) {
  const { sections, manuscript } = await readDraftOf(id);
  const { partsOf } = await import("@/domain/document/parts");
  const part = partsOf(manuscript.document).find(({ node }) => node.textContent.includes(exact));
  if (!part || !sections.some((section) => section.id === part.id))
    throw new Error(`the seed's passage is not in the text: ${exact}`);
  return { section: part.id, exact };
}
