import "@/server/testing/own-database";
import { beforeAll, expect, test } from "vitest";
import { systemActor } from "@/domain/access/policy";
import { plainLooks } from "@/domain/looks/looks";
import { bakeEverything } from "@/server/commands/publishing/bake-everything";
import { previewLooks } from "@/server/commands/site/preview-looks";
import { setLooks } from "@/server/commands/site/set-looks";
import { publish } from "@/server/commands/publishing/publish";
import { db } from "@/server/db";
import { granted, refused } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { publishing, writeApproved } from "@/server/testing/rounds";

let ada: Somebody;
let cleo: Somebody;
beforeAll(async () => {
  ada = await hire("Ada", "editor");
  const bo = await hire("Bo", "reviewer");
  cleo = await hire("Cleo", "admin");
  await granted(publish.run(ada, await publishing(await writeApproved(ada, bo, "The pond"))));
});

const { logo: _, ...plain } = plainLooks;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h9v9z" fill="#123456"/></svg>';
const looks = {
  ...plain,
  accent: { light: "#8a1c2b", dark: "#ff9aa6" },
  headlines: "source-serif" as const,
  navigation: [{ label: "About us", href: "/about" }],
  footer: [{ label: "Imprint", href: "https://reader.example/imprint" }],
  corrections: "top" as const,
  logo: { kind: "svg" as const, text: svg },
};
const pageAt = async (path: string) =>
  Buffer.from((await db.page.findUniqueOrThrow({ where: { path } })).body).toString("utf8");

test("looks that an admin saves are on every page once it is baked anew, and the files that it asks for are there", async () => {
  expect(await granted(setLooks.run(cleo, looks))).toEqual({ changed: true });
  const job = await db.$queryRaw`select 1 from graphile_worker._private_jobs where key = 'bake-everything'`;
  expect(job).toHaveLength(1);
  await granted(bakeEverything.run(systemActor, { job: "looks", onlyIfChanged: false }));
  for (const path of ["/the-pond", "/", "/404", "/the-pond/editions/1"]) {
    const html = await pageAt(path);
    expect(html).toContain("--accent:light-dark(#8a1c2b,#ff9aa6)");
    expect(html).toContain('<a href="/about">About us</a>');
    expect(html).toContain("https://reader.example/imprint");
    const files = [...html.matchAll(/\/assets\/house-(?!notes)[\w.-]+/g)].map(([file]) => file);
    expect(files).toHaveLength(2);
    for (const file of files) expect((await db.page.findUniqueOrThrow({ where: { path: file } })).kind).toBe("asset");
  }
  const logo = await db.page.findFirstOrThrow({ where: { contentType: "image/svg+xml" } });
  expect(Buffer.from(logo.body).toString("utf8")).toContain('<path d="M0 0h9v9z" fill="#123456">');
});

test("saving the same changes nothing, and what is not given stays as it is", async () => {
  const { logo: __, ...withoutLogo } = looks;
  expect(await granted(setLooks.run(cleo, withoutLogo))).toEqual({ changed: false });
  await granted(setLooks.run(cleo, { logo: { kind: "none" } }));
  const events = await db.event.findMany({ where: { type: "settings.changed" }, orderBy: { seq: "asc" } });
  expect(JSON.stringify(events.map(({ data }) => data))).not.toContain("<path");
  expect(events.at(-1)?.data).toMatchObject({
    name: "looks",
    pages: true,
    after: { logo: null, navigation: looks.navigation },
  });
});

test("all that is wrong is said at once, and nothing is saved", async () => {
  const wrong = {
    ...looks,
    accent: { light: "#ffee00", dark: "#111111" },
    logo: { kind: "svg" as const, text: svg.replace("<path", "<script/><path onload='x'") },
  };
  const before = await db.site.findFirstOrThrow();
  const refusal = await refused(setLooks.run(cleo, wrong));
  expect(refusal).toMatchObject({ kind: "invalid" });
  expect(JSON.stringify(refusal)).toMatch(/light paper.*dark paper.*script.*onload/);
  expect(await db.site.findFirstOrThrow()).toEqual(before);
  expect((await refused(setLooks.run(ada, looks))).kind).toBe("forbidden");
});

test("a preview shows what is not saved, by the article that was published last, and serves it to nobody", async () => {
  const pages = await db.page.count();
  const shown = { looks, name: "The <Gazette>", tagline: "", paper: "dark" as const };
  const { html } = await granted(previewLooks.run(cleo, shown));
  expect(html).toContain('alt="The &lt;Gazette&gt;"');
  expect(html).toContain("The pond");
  expect(html).toContain('src="data:image/svg+xml,');
  expect(html).toContain("color-scheme:only dark");
  expect(await db.page.count()).toBe(pages);
  expect((await refused(previewLooks.run(ada, shown))).kind).toBe("forbidden");
});
