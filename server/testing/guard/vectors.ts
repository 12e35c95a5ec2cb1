import { blocksV4, blocksV6 } from "./iana-blocks";
import { samplesOf } from "./samples";
import { disguises, spellingsV4, spellingsV6 } from "./spellings";

/** The one address that vectors may reach; nothing is ever opened to it in truth. */
export const harmless = "93.184.215.14";

/** An address that leads inside. `zone` says what a name stands for at the first look-up, the second and so on. */
export type Vector = { label: string; url: string; zone: (host: string, lookup: number) => readonly string[] };

/** All vectors: every special block, its addresses in every spelling, in every disguise, and by every way there. */
export function* vectors(): Generator<Vector> {
  for (const block of [...blocksV4, ...blocksV6]) {
    const [first = "", ...others] = samplesOf(block);
    yield* allWaysTo(first);
    for (const address of others) yield* waysTo(address, spellingsOf(address));
  }
  for (const name of localNames) yield* waysToName(name);
}

/** Every way to one address. */
export function* allWaysTo(address: string): Generator<Vector> {
  const spellings = spellingsOf(address);
  yield* waysTo(address, spellings);
  yield* hopsTo(address, Object.values(spellings)[0] ?? "");
}

const spellingsOf = (address: string) => (address.includes(":") ? spellingsV6(address) : spellingsV4(address));

function* waysTo(address: string, spellings: Record<string, string>): Generator<Vector> {
  const [plain = ""] = Object.values(spellings);
  for (const [way, host] of Object.entries(spellings)) yield vector(`${address}, ${way}`, `http://${host}/`);
  for (const [way, url] of Object.entries(disguises(plain))) yield vector(`${address}, ${way}`, url);
  yield* namesOf(address);
}

/** Names of the public internet that stand for an address inside: always, among others, or only the second time. */
function* namesOf(address: string): Generator<Vector> {
  const at =
    (...addresses: string[]) =>
    () =>
      addresses;
  yield { label: `${address}, by name`, url: "https://inside.example/", zone: at(address) };
  yield { label: `${address}, by name after another`, url: "https://inside.example/", zone: at(harmless, address) };
  yield { label: `${address}, by name before another`, url: "https://inside.example/", zone: at(address, harmless) };
  yield {
    label: `${address}, by name among both families`,
    url: "https://inside.example/",
    zone: at(harmless, "2606:2800:21f:cb07::1", address),
  };
  yield {
    label: `${address}, rebound at the second look-up`,
    url: "http://rebound.example/hops/1?http%3A%2F%2Frebound.example%2F",
    zone: (_, lookup) => (lookup === 0 ? [harmless] : [address]),
  };
}

function* waysToName(name: string): Generator<Vector> {
  for (const [way, url] of Object.entries(disguises(name))) yield vector(`${name}, ${way}`, url);
  yield* hopsTo(name, name);
}

function* hopsTo(label: string, host: string): Generator<Vector> {
  for (let hops = 1; hops <= 10; hops++)
    yield vector(
      `${label}, after ${hops} hops`,
      `http://news.example/hops/${hops}?${encodeURIComponent(`http://${host}/`)}`,
    );
}

/** Looks up public names only: whoever asks for a local one would be shown in. */
const vector = (label: string, url: string): Vector => ({
  label,
  url,
  zone: (host) => [host === "news.example" ? harmless : "127.0.0.1"],
});

const localNames = [
  "localhost",
  "localhost.",
  "LOCALHOST",
  "ｌｏｃａｌｈｏｓｔ",
  "loc\u00adalhost",
  "%6cocalhost",
  "any.localhost",
  "localhost.localdomain",
  "printer.local",
  "metadata.google.internal",
  "router.lan",
  "nas.home.arpa",
  "desk.intranet",
  "mail.corp",
  "expyuzz4wqqyqhjn.onion",
  "intranet",
  "kubernetes.default.svc.cluster.local",
  "wiki.internal.",
  "xn--localhost",
  "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
];
