import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readPng } from "./png";
import { readSvg } from "./svg";

const drawing = (inside: string, attributes = 'viewBox="0 0 20 10"') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

test("a drawing of shapes is written anew, with its size", () => {
  const read = readSvg(
    drawing(`<g style="fill:#123456;stroke-width:2px" class="a"><path d="M0 0L5,5z"/></g>
      <defs><linearGradient id="a"><stop offset="50%" stop-color="red"/></linearGradient></defs><rect fill="url(#a)" width="3" height="4"/>`),
  );
  expect(read).toMatchObject({ ok: true, value: { kind: "svg", width: 20, height: 10 } });
  expect(read.ok && read.value.data).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><g fill="#123456" stroke-width="2px"><path d="M0 0L5,5z"></path></g><defs><linearGradient id="a"><stop offset="50%" stop-color="red"></stop></linearGradient></defs><rect fill="url(#a)" width="3" height="4"></rect></svg>`,
  );
  expect(read.ok && readSvg(read.value.data)).toEqual(read);
});

test("what is drawn in the current colour has the ink of light and of dark paper", () => {
  const read = readSvg(drawing('<path fill="currentColor" d="M0 0h9v9z"/>'));
  expect(read.ok && read.value.data).toContain("prefers-color-scheme:dark");
});

test("what a drawing program keeps for itself is left out", () => {
  const read = readSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="9px" height="9px" inkscape:version="1">
      <metadata>secret</metadata><title>secret</title><inkscape:view x="1"><g/></inkscape:view><circle r="4" inkscape:label="secret"/></svg>`,
  );
  expect(read.ok && read.value.data).toMatch(/<circle r="4"><\/circle><\/svg>$/);
});

test.each([
  ["a script", "<script>alert(1)</script>", /script/],
  ["a handler", '<path d="M0 0" onclick="alert(1)"/>', /onclick/],
  ["a page inside", "<foreignObject><p/></foreignObject>", /foreignObject/],
  ["a picture from elsewhere", '<image href="https://evil.example/x.png"/>', /image/],
  ["a link", '<a href="https://evil.example"><path d="M0 0"/></a>', /element a/],
  ["a use of something else", '<use href="https://evil.example/#a"/>', /use/],
  ["a stylesheet", "<style>*{fill:url(https://evil.example)}</style>", /style/],
  ["a paint from elsewhere", '<rect fill="url(https://evil.example/#a)"/>', /fill/],
  ["a style that loads", '<rect style="background:url(//evil.example)"/>', /background/],
  ["an animation", '<set attributeName="href" to="javascript:alert(1)"/>', /set/],
  ["words", "<text>Gazette</text>", /text/],
  ["another namespace", '<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>', /x:script/],
])("%s is refused by name", (_, inside, name) => {
  const read = readSvg(drawing(inside));
  expect(read.ok ? "" : read.error.join(" ")).toMatch(name);
});

test.each([
  '<!DOCTYPE svg [<!ENTITY a "&#60;script>">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&a;</svg>',
  "<svg viewBox='0 0 1 1'></svg>",
  "<html xmlns='http://www.w3.org/2000/svg'/>",
  "nothing",
  "",
  drawing("<path d='M0 0'>"),
  drawing("", 'viewBox="0 0 0 0"'),
  drawing("<g>".repeat(40) + "</g>".repeat(40)),
  drawing("<g/>".repeat(3000)),
  drawing(`<path d="${"M0 0".repeat(20_000)}"/>`),
  drawing("<?php echo 1?>"),
])("no drawing %#: it is refused with words", (text) => {
  const read = readSvg(text);
  expect(read.ok ? [] : read.error.filter(Boolean)).not.toEqual([]);
});

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  let sum = 0xffffffff;
  for (const byte of body) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE((sum ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, check]);
};
const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
const start = Buffer.from("89504e470d0a1a0a", "hex");
const picture = (...more: Buffer[]) =>
  Buffer.concat([
    start,
    chunk("IHDR", head),
    ...more,
    chunk("IDAT", deflateSync(Buffer.from([0, 1, 2]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);

test("a picture keeps what makes it, and loses what was written into it", () => {
  const read = readPng(picture(chunk("tEXt", Buffer.from("Author\0secret"))).toString("base64"));
  expect(read).toMatchObject({ ok: true, value: { width: 2, height: 1 } });
  expect(read.ok && Buffer.from(read.value.data, "base64").equals(picture())).toBe(true);
});

test("a picture that is damaged, cut off, moving, or none is refused", () => {
  const sound = picture();
  for (let at = 0; at < sound.length; at++) {
    const bent = Buffer.from(sound);
    bent[at] = (bent[at] ?? 0) ^ 0x55;
    expect(readPng(bent.toString("base64")).ok, `byte ${at}`).toBe(false);
  }
  for (let end = 0; end < sound.length; end++)
    expect(readPng(sound.subarray(0, end).toString("base64")).ok).toBe(false);
  expect(readPng(picture(chunk("acTL", Buffer.alloc(8))).toString("base64")).ok).toBe(false);
  expect(readPng("<svg/>").ok).toBe(false);
});
