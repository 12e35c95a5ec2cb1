import { type Actor, type Role, roles } from "@/domain/access/policy";
import { schema } from "@/domain/document/schema";
import { type ArticleId, UserId } from "@/domain/ids";
import { newToken } from "@/server/access/token";
import { sessionHeader } from "@/server/auth/cookie";
import { approve } from "@/server/commands/review/approve";
import { submit } from "@/server/commands/review/submit";
import { db } from "@/server/db";
import { approvalsOf } from "@/server/db/approvals";
import { newId } from "@/server/db/ids";
import { beginDraft, draftOf, edit, endOf, granted } from "./drafts";
import { hire, type Somebody } from "./people";

/** An article as those at the door know it. */
export type Known = {
  id: ArticleId;
  writer: Somebody;
  digest: string;
  sections: { id: string; digest: string }[];
  approval: string;
};

/** Who stands before the door, one person for each role and two more, and what they may ask for. */
export type World = {
  people: Record<Role, Somebody>;
  other: Somebody;
  gone: Somebody;
  reviewed: Known;
  approved: Known;
  /** An article that is being written, and by whom. */
  working: { id: ArticleId; writer: Somebody };
  invitation: () => Promise<{ id: string; token: string }>;
};

/** An article under review and one that is approved, by people of the newsroom, and the people at the door. */
export async function openWorld(): Promise<World> {
  process.env["NEXTAUTH_SECRET"] = "only for tests: nobody signs in with this anywhere else";
  const [editor, reviewer, admin] = [
    await hire("Editor", "editor"),
    await hire("Reviewer", "reviewer"),
    await hire("Admin", "admin"),
  ];
  const gone = await hire("Gone", ...roles);
  await db.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
  return {
    people: { editor, reviewer, admin },
    other: await hire("Other", "editor"),
    gone,
    reviewed: await writeArticle("Under review", false),
    approved: await writeArticle("Approved", true),
    working: await beginWork(),
    invitation: () => openLink(admin.id),
  };
}

async function writeArticle(title: string, approved: boolean): Promise<Known> {
  const [ada, bo] = [await hire("Ada", "editor"), await hire("Bo", "reviewer")];
  const id = await beginDraft(ada, title);
  await edit(ada, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text("Ferries are slow.")));
  await granted(submit.run(ada, { articleId: id, note: "" }));
  const { article, sections } = await draftOf(id);
  const digests = sections.map((section) => ({ section: section.id, digest: section.digest }));
  const all = approve.input.parse({ articleId: id, sections: digests });
  if (approved) await granted(approve.run(bo, all));
  const [approval] = await db.$transaction((tx) => approvalsOf(tx, id));
  return {
    id,
    writer: ada,
    digest: article.digest,
    sections: sections.map((section) => ({ id: section.id, digest: section.digest })),
    approval: approval?.id ?? newId(),
  };
}

async function beginWork(): Promise<{ id: ArticleId; writer: Somebody }> {
  const writer = await hire("Writer", "editor");
  const id = await beginDraft(writer, "Being written");
  const claim = "The bridge of 2024 cost 41 per cent more than the ferries, the highest sum ever paid.";
  await edit(writer, id, (change) => change.insert(endOf(change.doc, 1, 1), schema.text(claim)));
  return { id, writer };
}

async function openLink(invitedById: UserId): Promise<{ id: string; token: string }> {
  const { token, tokenHash } = newToken();
  const id = newId();
  const expiresAt = new Date(Date.now() + 60_000);
  const email = `${id}@example.org`;
  await db.invitation.create({
    data: { id, tokenHash, email, name: "New", roles: ["editor"], invitedById, expiresAt },
  });
  return { id, token };
}

/** The cookie of a person's session as it would be after signing in at this moment, or of an epoch before. */
export async function cookieOf(actor: Actor, epochsAgo = 0): Promise<string> {
  if (!actor.id) throw new Error("the system has no session");
  const { epoch } = await db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { epoch: true } });
  const header = await sessionHeader({ userId: UserId.parse(actor.id), epoch: epoch - epochsAgo });
  return header.split(";")[0] ?? "";
}

/** A digest of every row of every table, so that "nothing changed" can be said of all of them; counters of tries aside. */
export async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('rate_limit', '_prisma_migrations') order by tablename`;
  const parts = tables.map(({ name }) => `select '${name}' as name, t::text as row from "${name}" t`);
  const [found] = await db.$queryRawUnsafe<{ digest: string }[]>(
    `select md5(coalesce(string_agg(name || row, '|' order by name, row), '')) as digest from (${parts.join(" union all ")}) all_rows`,
  );
  return found?.digest ?? "";
}
