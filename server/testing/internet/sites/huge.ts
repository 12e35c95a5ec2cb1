import type { Site } from "@/server/testing/internet/site";

/** Has too much: /declared says 50 MB beforehand, /undeclared sends 50 MB, /endless never ends, /edge sends just 2 MB. */
export const huge: Site = {
  host: "huge.example",
  answer: ({ url }) => {
    const headers = { "content-type": "text/plain" };
    if (url.pathname === "/edge") return { headers, chunks: bytes(2) };
    if (url.pathname === "/endless") return { headers, chunks: bytes(Number.POSITIVE_INFINITY) };
    return {
      headers: url.pathname === "/declared" ? { ...headers, "content-length": String(50 * megabyte) } : headers,
      chunks: bytes(50),
    };
  },
};

const megabyte = 1024 * 1024;

async function* bytes(megabytes: number): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(megabyte / 16).fill(97);
  for (let sent = 0; sent < megabytes * 16; sent++) yield chunk;
}
