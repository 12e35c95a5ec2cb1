import { expect, test } from "vitest";
import { archiveAddressOf } from "./archive";

test("a copy in a public archive is taken with the moment that its address tells", () => {
  expect(archiveAddressOf("http://web.archive.org/web/20270503090000/https://town.example/bridge")).toEqual({
    ok: true,
    value: {
      url: "https://web.archive.org/web/20270503090000/https://town.example/bridge",
      at: new Date("2027-05-03T09:00:00Z"),
    },
  });
  expect(archiveAddressOf("https://perma.cc/AB12-CD34")).toMatchObject({ ok: true, value: { at: null } });
  expect(archiveAddressOf("https://web.archive.org/web/20279903000000/x")).toMatchObject({ value: { at: null } });
});

test("what is no copy in a public archive is refused in words", () => {
  const wrong = [
    "javascript:alert(1)",
    "https://town.example/bridge",
    "https://web.archive.org.evil.example/web/2027/x",
    "https://archive.org@evil.example/x",
    "https://web.archive.org/",
    'https://web.archive.org/web/"><script>',
    "",
  ];
  for (const text of wrong)
    expect(archiveAddressOf(text)).toMatchObject({ ok: false, error: expect.stringMatching(/\.$/) });
});
