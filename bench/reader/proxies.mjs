import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const nginx = ["/usr/sbin/nginx", "nginx"].find((name) => spawnSync(name, ["-v"]).error === undefined);
const varnish = ["/usr/sbin/varnishd", "varnishd"].find((name) => spawnSync(name, ["-V"]).error === undefined);

/** Whether Varnish can be run here. */
export const hasVarnish = () => varnish !== undefined;

/** nginx with a worker for each core before the product, by the shipped file with nothing changed but addresses. */
export async function startNginxBefore(folder, origin, port) {
  const home = join(folder, `nginx-${port}`);
  mkdirSync(home, { recursive: true });
  const shipped = changed("docs/deploy/nginx.conf", [
    ["/var/cache/nginx/imprimatur", join(home, "cache")],
    ["127.0.0.1:3000", new URL(origin).host],
    ["listen 80;", `listen 127.0.0.1:${port};`],
  ]);
  writeFileSync(join(home, "nginx.conf"), around(home, shipped));
  const child = spawn(nginx, ["-e", join(home, "error.log"), "-c", join(home, "nginx.conf")], { stdio: "inherit" });
  return answering(child, port);
}

/** Varnish before the product, by the shipped file with nothing changed but addresses. */
export async function startVarnishBefore(folder, origin, port) {
  const home = join(folder, "varnish");
  mkdirSync(home, { recursive: true });
  const file = join(home, "product.vcl");
  const { hostname, port: originPort } = new URL(origin);
  writeFileSync(
    file,
    changed("docs/deploy/varnish.vcl", [
      ['.host = "127.0.0.1"', `.host = "${hostname}"`],
      ["3000", originPort],
    ]),
  );
  const child = spawn(
    varnish,
    [
      "-j",
      "none",
      "-F",
      "-n",
      home,
      "-f",
      file,
      "-a",
      `127.0.0.1:${port}`,
      "-s",
      "malloc,64m",
      "-p",
      "http_gzip_support=off",
    ],
    { stdio: "ignore" },
  );
  return answering(child, port);
}

/** A shipped file with other addresses; each of them has to stand in it. */
function changed(file, changes) {
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync(file, "utf8"),
  );
}

const around = (home, shipped) => `
daemon off;
include /etc/nginx/modules-enabled/*.conf;
${process.getuid() === 0 ? "user root;" : ""}
worker_processes auto;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  keepalive_requests 100000000;
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
  ${shipped}
}
`;

async function answering(child, port) {
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/robots.txt`).catch(() => undefined);
    if (answer?.ok) return { url, stop: () => child.kill("SIGTERM") };
    await pause(100);
  }
  child.kill("SIGKILL");
  throw new Error("it does not answer");
}
