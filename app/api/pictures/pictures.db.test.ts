import { database } from "@/server/testing/own-database";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { webpName, wholeName, widthsOf } from "@/domain/document/pictures";
import { largestPicture } from "@/server/commands/picture/add";
import { publish } from "@/server/commands/publishing/publish";
import { withdrawByLaw } from "@/server/commands/publishing/withdraw-by-law";
import { readerPool } from "@/server/db/reader-pool";
import { db } from "@/server/db";
import { answerReader, type ReaderAnswer } from "@/server/queries/reader-answer";
import { stopHearing } from "@/server/queries/reader-page";
import { cookieOf } from "@/server/testing/door-world";
import { draftOf, granted } from "@/server/testing/drafts";
import { hire, type Somebody } from "@/server/testing/people";
import { bomb, drawing, keepPicture, moving, photograph, pictureAs, writeFigure } from "@/server/testing/pictures";
import { approveAll, handIn, publishing, writeWhole } from "@/server/testing/rounds";
import { GET } from "./[name]/route";
import { POST } from "./route";

let ada: Somebody;
let bo: Somebody;
let root: Somebody;
const clients: pg.Client[] = [];
const client = async (url: string) => {
  const opened = new pg.Client({ connectionString: url });
  await opened.connect();
  clients.push(opened);
  return opened;
};
let owner: pg.Client;
let app: pg.Client;
let reader: pg.Client;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the test");
  [ada, bo, root] = [await hire("Ada", "editor"), await hire("Bo", "reviewer"), await hire("Root", "admin")];
  [owner, app, reader] = [
    await client(database.ownerUrl),
    await client(database.appUrl),
    await client(database.readerUrl),
  ];
});
afterAll(async () => {
  vi.unstubAllEnvs();
  stopHearing();
  await readerPool().end();
  await Promise.all(clients.map((one) => one.end()));
});

async function bring(bytes: BodyInit, by: Somebody | null = ada, headers: Record<string, string> = {}) {
  const cookie: Record<string, string> = by ? { cookie: await cookieOf(by), origin: "http://localhost" } : {};
  const made = {
    method: "POST",
    body: bytes,
    headers: { host: "localhost", "content-type": "image/svg+xml", ...cookie, ...headers },
    duplex: "half",
  };
  const response = await POST(new Request("http://localhost/api/pictures?name=quay.jpg", made));
  return { status: response.status, ...(await response.json()) };
}

const fromDesk = async (name: string, by: Somebody | null) =>
  GET(new Request("http://localhost/", { headers: by ? { cookie: await cookieOf(by) } : {} }), {
    params: Promise.resolve({ name }),
  });

const media = (name: string, asked: object = {}): Promise<ReaderAnswer> =>
  answerReader(
    { method: "GET", pathname: `/media/${name}`, acceptEncoding: "br, gzip", ifNoneMatch: null, ...asked },
    "packed",
  );
const headersOf = ({ headers }: ReaderAnswer) =>
  Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]]] : [])));

/** Memory is believed for a moment; a look past it. */
const aMomentLater = () => vi.setSystemTime(Date.now() + 5_000);

async function release(id: Awaited<ReturnType<typeof writeWhole>>) {
  await handIn(ada, id);
  await approveAll(bo, id);
  return granted(publish.run(ada, await publishing(id)));
}

test("a photograph is kept upright, without its place and its owner, in the widths that pages offer", async () => {
  const given = await photograph();
  expect(Buffer.from(given).toString("latin1")).toContain("Somebody's Telephone");
  expect((await sharp(given).metadata()).orientation).toBe(6);
  const { status, value } = await bring(given);
  expect([status, value.width, value.height, value.type]).toEqual([200, 1200, 1800, "jpeg"]);
  for (const name of [wholeName(value), ...widthsOf(value).map((width) => webpName(value, width))]) {
    const bytes = Buffer.from(await (await fromDesk(name, ada)).arrayBuffer());
    const { exif, xmp, iptc, orientation, width } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.toString("latin1")).not.toMatch(/Telephone|GPS|Exif/);
    expect(name).toContain(`-${width}.`);
  }
  const row = await db.picture.findUniqueOrThrow({ where: { sha256: value.sha256 } });
  expect([row.name, row.uploadedById]).toEqual(["quay.jpg", ada.id]);
  expect(await db.event.count({ where: { type: "picture.added", actorId: ada.id } })).toBe(1);
});

test("the same picture again is the one that is there, and history says it once", async () => {
  const bytes = await drawing();
  const [first, second] = [await bring(bytes), await bring(bytes)];
  expect(first.value).toEqual(second.value);
  expect(first.value.type).toBe("png");
  expect(await db.picture.count({ where: { sha256: first.value.sha256 } })).toBe(1);
});

test.each(["webp", "avif", "gif", "png"] as const)(
  "a still %s is taken in, whatever type it is declared as",
  async (format) => {
    const { status, value } = await bring(await pictureAs(format));
    expect([status, value?.width, value?.height]).toEqual([200, 700, 500]);
  },
);

test.each<[string, () => Promise<BodyInit>, RegExp]>([
  ["a bomb of pixels", bomb, /more than 50 million pixels/],
  ["a moving GIF", moving, /still pictures only/],
  ["an SVG", async () => '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', /SVG/],
  ["an SVG behind an XML declaration", async () => '<?xml version="1.0"?>\n<svg/>', /SVG/],
  ["a TIFF", () => pictureAs("tiff"), /no picture that the desk can read/],
  ["a page", async () => "<!doctype html><script>alert(1)</script>", /no picture/],
  ["a page that begins as a JPEG does", async () => Uint8Array.of(0xff, 0xd8, 0xff, 0x3c, 0x73), /damaged/],
  ["half a picture", async () => (await photograph()).subarray(0, 900), /damaged/],
  ["nothing", async () => "", /no picture/],
])("%s is refused in words", async (_, make, why) => {
  const { status, error } = await bring(await make());
  expect(status).toBe(422);
  expect(error.message).toMatch(why);
});

test("a body past 12 MB is refused by what arrives, not by what it says of itself", async () => {
  const piece = new Uint8Array(1024 * 1024);
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += piece.length;
      controller.enqueue(piece);
    },
  });
  expect((await bring(endless)).status).toBe(413);
  expect(sent).toBeLessThan(largestPicture + 4 * piece.length);
  expect((await bring("x", ada, { "content-length": String(largestPicture + 1) })).status).toBe(413);
});

test("only an editor of this site brings pictures, and only who is signed in sees a draft's", async () => {
  const bytes = await photograph();
  expect((await bring(bytes, null)).status).toBe(401);
  expect((await bring(bytes, bo)).status).toBe(403);
  expect((await bring(bytes, ada, { origin: "https://elsewhere.example" })).status).toBe(403);
  const picture = await keepPicture(ada);
  expect((await fromDesk(wholeName(picture), null)).status).toBe(401);
  expect((await fromDesk(wholeName(picture), bo)).status).toBe(200);
  expect((await fromDesk(`${picture.sha256}-481.webp`, bo)).status).toBe(404);
  expect((await fromDesk("../../etc/passwd", bo)).status).toBe(404);
});

test("a picture of a draft reaches no reader: not over HTTP, not by their role, not by forging what editions show", async () => {
  const id = await writeWhole(ada, "A draft with a picture");
  const other = await writeWhole(ada, "An edition without one");
  const picture = await keepPicture(ada);
  await writeFigure(ada, id, picture);
  await release(other);
  const sees = () => reader.query("select from published_picture where sha256 = $1", [picture.sha256]);

  expect((await media(wholeName(picture))).status).toBe(404);
  expect((await sees()).rowCount).toBe(0);
  for (const table of ["picture", "picture_form", "edition_picture"])
    await expect(reader.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);

  const forged = `insert into edition_picture (edition_id, section_id, sha256, width, height, type)
    select edition_id, section_id, $1, $2, $3, $4 from edition_section limit 1`;
  const { sha256, width, height, type } = picture;
  await expect(app.query(forged, [sha256, width, height, type])).rejects.toThrow(/edition_picture_is_in_its_text/);
  await expect(owner.query(forged, [sha256, width, height, type])).rejects.toThrow(/edition_picture_is_in_its_text/);
  expect((await sees()).rowCount).toBe(0);
});

test("what is kept of pictures changes by nobody's hand, and is what its name says", async () => {
  const picture = await keepPicture(ada);
  for (const who of [app, owner])
    for (const statement of [
      "update picture set bytes = ''",
      "delete from picture",
      "update picture_form set bytes = ''",
      "delete from picture_form",
      "update edition_picture set type = 'png'",
      "delete from edition_picture",
    ])
      await expect(who.query(statement)).rejects.toThrow(/pictures?_(?:forms_)?(?:are_kept|never_change)/);
  await expect(
    app.query(
      "insert into picture (sha256, type, width, height, bytes, name, uploaded_by) values ($1, 'png', 1, 1, 'x', 'x', $2)",
      ["0".repeat(64), ada.id],
    ),
  ).rejects.toThrow(/picture_is_named_by_its_hash/);
  expect(picture.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("a text names no picture that is not kept, nor one as what it is not", async () => {
  const id = await writeWhole(ada, "A picture from elsewhere");
  const picture = await keepPicture(ada);
  await expect(writeFigure(ada, id, { ...picture, sha256: "ab".repeat(32) })).rejects.toThrow(/not kept at this desk/);
  await expect(writeFigure(ada, id, { ...picture, width: picture.width + 1 })).rejects.toThrow(/not kept at this desk/);
  await expect(writeFigure(ada, id, { ...picture, sha256: "../../x" })).rejects.toThrow(/must match pattern/);
  expect((await draftOf(id)).manuscript.document.toString()).not.toContain("figure");
});

test("what an edition shows is read by everybody for ever under a name of its bytes, until a law takes the last such edition", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const picture = await keepPicture(ada);
  const [one, two] = [await writeWhole(ada, "One that shows it"), await writeWhole(ada, "Two that shows it")];
  for (const id of [one, two]) await writeFigure(ada, id, picture);
  const edition = await release(one);
  await release(two);
  const page = await answerReader(
    { method: "GET", pathname: `/${edition.slug}`, acceptEncoding: null, ifNoneMatch: null },
    "packed",
  );
  const html = Buffer.from(page.body ?? []).toString();
  const names = [...new Set([...html.matchAll(/\/media\/([0-9a-f]{64}-\d+\.\w+)/g)].map(([, name = ""]) => name))];
  expect(names.sort()).toEqual([wholeName(picture), webpName(picture, 400)].sort());

  for (const name of names) {
    const shown = await media(name);
    const headers = headersOf(shown);
    expect(shown.status).toBe(200);
    expect(headers["content-type"]).toBe(name.endsWith("webp") ? "image/webp" : "image/jpeg");
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-length": String(shown.body?.byteLength),
    });
    expect(headers["content-encoding"]).toBeUndefined();
    expect((await sharp(shown.body ?? undefined).metadata()).width).toBe(picture.width);
    expect((await media(name, { ifNoneMatch: headers["etag"] })).status).toBe(304);
    expect((await media(name, { method: "HEAD" })).body).toBeNull();
  }
  expect((await media(`${picture.sha256}-480.webp`)).status).toBe(404);

  await granted(withdrawByLaw.run(root, { articleId: one, reason: "A court said so." }));
  aMomentLater();
  expect((await media(wholeName(picture))).status).toBe(200);
  await granted(withdrawByLaw.run(root, { articleId: two, reason: "Another court did." }));
  aMomentLater();
  const gone = await media(wholeName(picture));
  expect([gone.status, headersOf(gone)["cache-control"]]).toEqual([
    410,
    "public, max-age=0, s-maxage=30, stale-if-error=86400",
  ]);
  const left = await reader.query("select bytes from published_picture where sha256 = $1", [picture.sha256]);
  expect(left.rows.every(({ bytes }) => bytes === null)).toBe(true);
  vi.useRealTimers();
});
