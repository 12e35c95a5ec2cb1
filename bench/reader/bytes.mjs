import { get } from "node:http";

/** A page's bytes as they come over the wire, which fetch would unpack, and its ETag. */
export function bytesAt(url, encoding) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": encoding } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ body: Buffer.concat(chunks), etag: response.headers.etag }));
    }).on("error", reject);
  });
}
