import { randomUUID } from "node:crypto";
import { Transform } from "prosemirror-transform";
import { schema } from "@/domain/document/schema";
import { cookieOf } from "@/server/testing/door-world";
import { draftOf, endOf } from "@/server/testing/drafts";
import { hire } from "@/server/testing/people";

/** An editor and a reviewer who work over HTTP as a browser does, at the process that answers there. */
export async function openNewsroom(url) {
  const editor = deskOf(url, await cookieOf(await hire("Mara Eklund", "editor")));
  const admin = deskOf(url, await cookieOf(await hire("Ada Lindqvist", "admin")));
  const reviewer = deskOf(url, await cookieOf(await hire("Otis Kwarteng", "reviewer")));

  /** A new article of some length that nothing blocks, approved; not published yet. */
  async function write(title) {
    const { articleId: id } = await editor("draft.import", { name: null, text: textOf(title) });
    for (const { id: referenceId } of (await draftOf(id)).manuscript.references)
      await editor("reference.create-source", { articleId: id, referenceId, record: bookOn(title) });
    await approve(id);
    return { id, path: `/${(await draftOf(id)).article.slug}` };
  }

  /** Gives an article another title and a sentence more, and has it approved again. */
  async function change({ id }, title) {
    const { article, manuscript } = await draftOf(id);
    const edit = new Transform(manuscript.document);
    edit.insert(endOf(edit.doc, 1, 1), schema.text(` As ${title} has it.`));
    edit.replaceWith(2, 2 + edit.doc.child(0).child(0).content.size, schema.text(title));
    const steps = edit.steps.map((step) => step.toJSON());
    await editor("article.save-steps", { articleId: id, stepCount: article.stepCount, steps, clientId: randomUUID() });
    await approve(id);
  }

  async function approve(id) {
    if ((await draftOf(id)).article.state === "writing") await editor("review.submit", { articleId: id, note: "" });
    const sections = (await draftOf(id)).sections.map(({ id: section, digest }) => ({ section, digest }));
    await reviewer("review.approve", { articleId: id, sections });
  }

  /** What is sent with the click on Publish, made beforehand: from then on only the command's own time counts. */
  async function readyToPublish({ id }) {
    const { article } = await draftOf(id);
    return () => editor("publishing.publish", { articleId: id, digest: article.digest, kind: "publish", note: null });
  }
  const retract = ({ id }) =>
    admin("publishing.retract", { articleId: id, reason: "Its numbers were another harbour's." });
  return { write, change, readyToPublish, retract };
}

const deskOf = (url, cookie) => async (command, input) => {
  const headers = { "content-type": "application/json", origin: url, cookie };
  const answer = await fetch(`${url}/api/commands/${command}`, {
    method: "POST",
    headers,
    body: JSON.stringify(input),
  });
  const said = await answer.json();
  if (!said.ok) throw new Error(`${command} was refused: ${JSON.stringify(said.error)}`);
  return said.value;
};

const bookOn = (title) => ({
  type: "book",
  title: `A book on ${title}`,
  author: [{ family: "Arden", given: "Mary" }],
  publisher: "Quay Press",
  issued: { "date-parts": [[1998]] },
});

const some = "tide mill gate wheel water keeper ledger stone moon parish creek dam pond harbour lease neighbour".split(
  " ",
);
const sentence = (seed) => {
  const words = Array.from({ length: 16 }, (_, at) => some[(seed * 7 + at * at * 3 + at) % some.length]).join(" ");
  return `The ${words} was counted ${seed + 1} times [${(seed % 3) + 1}].`;
};
const paragraph = (seed) => Array.from({ length: 5 }, (_, at) => sentence(seed * 5 + at)).join(" ");

const textOf = (title) => `# ${title}

By Mara Eklund

${paragraph(0)}

${[1, 2, 3].map((part) => `## Part ${part}\n\n${paragraph(part * 2)}\n\n${paragraph(part * 2 + 1)}`).join("\n\n")}

## Sources

1. Arden, a book.
2. Arden, another book.
3. Arden, a third book.
`;
