import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run, tail } from "@/scripts/command.mjs";
import { dataFolder, root } from "@/scripts/folders.mjs";
import { freePort } from "@/scripts/ports.mjs";

/** The reference: a site of Next alone with one static page that shows the same article, built and started by Next. */
export async function startNextPage(html) {
  // Next's build follows no link out of its root, so the site lies below the folder that has the packages.
  const home = join(dataFolder, "bench-next-page");
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(home, "app"), { recursive: true });
  const article = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  writeFileSync(join(home, "package.json"), '{ "private": true, "type": "module" }');
  writeFileSync(join(home, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`);
  writeFileSync(join(home, "app", "text.json"), JSON.stringify({ article, style }));
  writeFileSync(
    join(home, "app", "layout.jsx"),
    `import text from "./text.json";
export default ({ children }) => <html lang="en"><head><style dangerouslySetInnerHTML={{ __html: text.style }} /></head><body>{children}</body></html>;`,
  );
  writeFileSync(
    join(home, "app", "page.jsx"),
    `import text from "./text.json";
export default () => <div dangerouslySetInnerHTML={{ __html: text.article }} />;`,
  );
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await run(process.execPath, [next, "build", home], { env });
  if (code !== 0) throw new Error(`The page of Next alone could not be built:\n${tail(output)}`);
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", home, "-p", String(port), "-H", "127.0.0.1"], {
    env,
    stdio: "ignore",
  });
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return { url: `http://127.0.0.1:${port}`, stop: () => child.kill("SIGTERM") };
    await pause(100);
  }
  throw new Error("Next alone does not answer");
}
