import type { Role } from "@/domain/access/policy";
import { UserId } from "@/domain/ids";
import { createTestDatabase } from "./database";

/** A desk on a database of its own; what is imported from `server/db` after this works there. */
export async function openDesk() {
  const database = await createTestDatabase();
  process.env["DATABASE_APP_URL"] = database.appUrl;
  process.env["DATABASE_READER_URL"] = database.readerUrl;
  process.env["NEXTAUTH_SECRET"] = "only for tests: nobody signs in with this anywhere else";
  const { db } = await import("@/server/db");
  return {
    database,
    db,
    /** Somebody with these roles who can sign in with their password where one is given. */
    person: async (name: string, roles: Role[], password?: string) => {
      const { newId } = await import("@/server/db/ids");
      const { hashPassword } = await import("@/server/auth/password");
      const id = UserId.parse(newId());
      const passwordHash = password === undefined ? "-" : await hashPassword(password);
      await db.user.create({ data: { id, email: `${id}@example.org`, name, roles, passwordHash } });
      return { id, roles } as const;
    },
    close: async () => {
      await db.$disconnect();
      await database.drop();
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
