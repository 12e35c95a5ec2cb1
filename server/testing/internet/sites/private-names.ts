import type { Site } from "@/server/testing/internet/site";

/** Names of the public internet that stand for addresses inside a house; none of them may ever be asked. */
export const privateNames: readonly Site[] = Object.entries({
  "loopback.private.example": ["127.0.0.1"],
  "router.private.example": ["192.168.1.1"],
  "metadata.private.example": ["169.254.169.254"],
  "mixed.private.example": ["93.184.215.14", "10.0.0.7"],
  "mixed-v6.private.example": ["93.184.215.14", "fd00::7"],
}).map(([host, addresses]) => ({
  host,
  addresses,
  answer: () => ({ status: 200, headers: { "content-type": "text/html" }, body: "This must never be read." }),
}));
