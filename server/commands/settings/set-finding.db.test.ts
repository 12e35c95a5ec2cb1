import "@/server/testing/own-database";
import { expect, test } from "vitest";
import { defaultFinding } from "@/domain/source/finding-settings";
import { setFinding } from "@/server/commands/settings/set-finding";
import { db, inTransaction } from "@/server/db";
import { findingSettings } from "@/server/db/finding-settings";
import { granted, refused } from "@/server/testing/drafts";
import { hire } from "@/server/testing/people";

test("an admin decides who is asked for sources, once for all, and history says so", async () => {
  const admin = await hire("Ada", "admin");
  const input = setFinding.input.parse({
    settings: {
      order: ["pubmed"],
      mailto: "desk@halden.example",
      services: { crossref: { base: "https://mirror.example/" } },
    },
  });
  expect(await granted(setFinding.run(admin, input))).toEqual({ changed: true });
  const kept = await inTransaction(findingSettings);
  expect(kept).toMatchObject({ order: ["pubmed"], mailto: "desk@halden.example" });
  expect(kept.services.crossref).toEqual({ on: true, base: "https://mirror.example" });
  expect(await granted(setFinding.run(admin, input))).toEqual({ changed: false });
  expect(await db.event.count({ where: { type: "settings.changed" } })).toBe(1);
  const editor = await hire("Ed", "editor");
  expect((await refused(setFinding.run(editor, input))).kind).toBe("forbidden");
});

test("an address that is none is refused", () => {
  const settings = (base: string) =>
    setFinding.input.safeParse({ settings: { services: { crossref: { base } } } }).success;
  expect(["ftp://x.example", "https://", "https://x.example/?q=", "x"].filter(settings)).toEqual([]);
  expect(setFinding.input.parse({ settings: {} }).settings).toEqual(defaultFinding);
});
