import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./folders.mjs";
import { Refusal } from "./refusal.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];

/**
 * A Chromium that starts on this machine: the one of CHROMIUM_PATH, Playwright's own, the system's, or the one that
 * came from npm. Answers `{ path, env }`; the last one needs a library path of its own.
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Refusal(`CHROMIUM_PATH is ${given}, where there is no program.`);
  if (given) return { path: given, env: {} };
  const found = [await playwrightsOwn(), ...onPath(), ...places].find((path) => path !== undefined && starts(path, {}));
  return found === undefined ? fromNpm() : { path: found, env: {} };
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath() || undefined;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function starts(path, env) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return (
    spawnSync(path, ["--version"], { env: { ...process.env, ...env }, timeout: 20_000, stdio: "ignore" }).status === 0
  );
}

/** Unpacked once, into this clone and not into a shared temporary folder, with the libraries it may miss on this system. */
function fromNpm() {
  const folder = join(root, "node_modules", ".cache", "chromium");
  mkdirSync(folder, { recursive: true });
  // The package unpacks below the temporary folder, and its libraries only where it believes to be in a Node 20 lambda.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  const script = `console.log(await (await import("@sparticuz/chromium")).default.executablePath())`;
  const unpacked = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  const path = unpacked.stdout.trim();
  const libraries = {
    LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
  };
  const ways = [{}, libraries, { ...libraries, FONTCONFIG_PATH: join(folder, "fonts") }];
  const env2 = ways.find((way) => path !== "" && starts(path, way));
  if (env2 === undefined)
    throw new Refusal("There is no Chromium that starts here: install one, or set CHROMIUM_PATH.");
  return { path, env: env2 };
}
