import { readPictureName } from "@/domain/document/pictures";
import { readerPool } from "@/server/db/reader-pool";
import type { ReaderPage } from "./reader-page";

const folder = "/media/";

/** What a path names among the pictures; null where it is the path of a page. */
export const askedPicture = (path: string): ReturnType<typeof readPictureName> =>
  path.startsWith(folder) ? readPictureName(path.slice(folder.length)) : null;

type Asked = NonNullable<ReturnType<typeof askedPicture>>;

/**
 * A form of a picture that an edition shows, as readers get it; 410 where only articles showed it that a law took away, null
 * where no edition ever did. `kept` is what memory has of it: bytes under this name never change, so only their standing is asked.
 */
export async function readerPicture(asked: Asked, kept: ReaderPage | null): Promise<ReaderPage | null> {
  const { sha256, width, type } = asked;
  const { rows } = await readerPool().query<{ stands: boolean; bytes: Buffer | null }>({
    name: "reader-picture",
    text: lookUp,
    values: [sha256, width, type, kept?.status === 200],
  });
  const [row] = rows;
  if (!row) return null;
  if (!row.stands) return gone;
  return row.bytes ? pageOf(asked, Uint8Array.from(row.bytes)) : kept;
}

const lookUp = `
  select bytes is not null as stands, case when $4 then null else bytes end as bytes
  from published_picture where sha256 = $1 and width = $2 and type = $3`;

const pageOf = ({ sha256, width, type }: Asked, body: Uint8Array<ArrayBuffer>): ReaderPage => ({
  ...plain,
  status: 200,
  contentType: `image/${type}`,
  etag: `"${sha256.slice(0, 32)}-${width}-${type}"`,
  body,
  lasting: true,
});

const plain = { location: null, gzip: null, brotli: null, policy: "", forms: "'none'" as const, headers: [] };

const gone: ReaderPage = {
  ...plain,
  status: 410,
  contentType: "text/plain; charset=utf-8",
  etag: '"gone"',
  body: Uint8Array.from(Buffer.from("The article that showed this picture was withdrawn.\n")),
};
