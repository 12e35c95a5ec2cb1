import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/scripts/ports.mjs";

const program = ["/usr/sbin/nginx", "nginx"].find((name) => spawnSync(name, ["-v"]).error === undefined);

/** Whether nginx can be run here. */
export const hasNginx = () => program !== undefined;

/** nginx with a worker for each core, serving the page's two forms as static files: `/page.html` and, packed already, `/page.br`. */
export async function startNginx(folder, { identity, brotli }) {
  const home = join(folder, "nginx");
  mkdirSync(join(home, "www"), { recursive: true });
  writeFileSync(join(home, "www", "page.html"), identity);
  writeFileSync(join(home, "www", "page.br"), brotli);
  const port = await freePort();
  writeFileSync(join(home, "nginx.conf"), configuration(home, port));
  const child = spawn(program, ["-p", home, "-c", join(home, "nginx.conf")], { stdio: "ignore" });
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/page.html`).catch(() => undefined);
    if (answer?.ok) return { url: `http://127.0.0.1:${port}`, stop: () => child.kill("SIGTERM") };
    await pause(100);
  }
  throw new Error("nginx does not answer");
}

const configuration = (home, port) => `
daemon off;
${process.getuid() === 0 ? "user root;" : ""}
worker_processes auto;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  types { text/html html br; }
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${home}/www;
    location = /page.br { add_header Content-Encoding br; add_header Vary Accept-Encoding; }
  }
}
`;
