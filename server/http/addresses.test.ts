import { expect, test } from "vitest";
import { addressesOf } from "./addresses";
import { gate } from "./gate";

const never = new AbortController().signal;

async function found(addresses: readonly string[], url = "https://news.example/") {
  const admitted = gate(url, new Set([443]));
  if (!admitted.ok) throw new Error(admitted.error.reason);
  return addressesOf(admitted.value, async () => ({ ok: true, value: addresses }), never);
}

test("two addresses of each family are tried, the older family first", async () => {
  const v4 = ["1.1.1.1", "8.8.8.8", "9.9.9.9"];
  const v6 = ["2606:4700::1", "2606:4700::2", "2606:4700::3"];
  expect(await found([...v6, ...v4])).toEqual({ ok: true, value: [...v4.slice(0, 2), ...v6.slice(0, 2)] });
  expect(await found(v6)).toEqual({ ok: true, value: v6.slice(0, 2) });
});

test("one address inside, in whatever place, refuses the host, also behind those that would be tried", async () => {
  const many = Array.from({ length: 12 }, (_, at) => `1.1.1.${at}`);
  for (let place = 0; place <= many.length; place++)
    expect(await found(many.toSpliced(place, 0, "10.0.0.1"))).toMatchObject({ ok: false, error: { kind: "unsafe" } });
});

test("a name without addresses is one that does not exist, and what is no address is not connected to", async () => {
  expect(await found([])).toMatchObject({ ok: false, error: { kind: "dns" } });
  for (const text of ["", "router", "1.1.1", "1.1.1.1 ", "0x7f000001"])
    expect(await found([text])).toMatchObject({ ok: false, error: { kind: "unsafe" } });
});

test("a literal address is not looked up", async () => {
  expect(await found(["10.0.0.1"], "https://1.1.1.1/")).toEqual({ ok: true, value: ["1.1.1.1"] });
});
