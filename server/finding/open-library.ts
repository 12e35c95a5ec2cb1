import { ok, type Result } from "@/domain/result";
import type { Fetch } from "@/server/http/fetch";
import { isbnsOf } from "@/domain/source/isbn";
import { askJson, withQuery } from "./ask";
import type { Asking, Finder, FinderFailure, Found } from "./finder";
import { keepFields, type Loose } from "./keep-fields";
import { isObject } from "@/domain/json";
import { at, firstText, listOf, textOf } from "./loose";
import { dateFromText } from "./written-date";
import { nameFromText } from "./written-name";

/** Open Library: a book by its ISBN (books API), books by the words of a line (search API). */
export const openLibrary: Finder = {
  id: "open-library",
  finds: ["isbn", "line"],
  find: ({ kind, value }, fetch, asking) =>
    kind === "isbn" ? byIsbn(value, fetch, asking) : bySearch(value, fetch, asking),
};

type Answer = Result<Found[], FinderFailure>;

async function byIsbn(isbn: string, fetch: Fetch, asking: Asking): Promise<Answer> {
  const { base } = asking.settings.services["open-library"];
  const key = `ISBN:${isbn}`;
  const url = withQuery(`${base}/api/books`, { bibkeys: key, format: "json", jscmd: "data" });
  const answer = await askJson(url, fetch, asking);
  if (!answer.ok) return answer;
  const book = at(answer.value, key);
  if (!isObject(book)) return ok([]);
  const named = listOf(book["authors"]).flatMap((author) => textOf(at(author, "name")) ?? []);
  const authors = named.length > 0 ? named : await authorsOfWork(isbn, fetch, asking);
  const identifiers = [...listOf(at(book, "identifiers", "isbn_13")), ...listOf(at(book, "identifiers", "isbn_10"))];
  return ok(
    foundIn(
      {
        type: "book",
        title: titled(book),
        author: authors.length > 0 ? authors.map((name) => nameFromText(name) ?? name) : writtenBy(book),
        issued: dateFromText(textOf(book["publish_date"]) ?? ""),
        publisher: textOf(at(listOf(book["publishers"])[0], "name")),
        "publisher-place": textOf(at(listOf(book["publish_places"])[0], "name")),
        edition: textOf(book["edition_name"]),
        ISBN: isbnsOf([isbn, ...identifiers.flatMap((number) => textOf(number) ?? [])].join(", "))
          .slice(0, 6)
          .join(" "),
      },
      textOf(book["url"]) ?? address(base, book["key"]),
    ),
  );
}

/** The edition names its authors by key, or only its work does; up to five of the keys are looked up. */
async function authorsOfWork(isbn: string, fetch: Fetch, asking: Asking): Promise<string[]> {
  const { base } = asking.settings.services["open-library"];
  const one = async (key: string): Promise<unknown> => {
    if (!/^\/(?:isbn|works|authors)\/\w+$/u.test(key)) return null;
    const answer = await askJson(`${base}${key}.json`, fetch, asking);
    return answer.ok ? answer.value : null;
  };
  const edition = await one(`/isbn/${isbn}`);
  const work = textOf(at(listOf(at(edition, "works"))[0], "key"));
  const ofEdition = listOf(at(edition, "authors"));
  const listed = ofEdition.length > 0 ? ofEdition : work ? listOf(at(await one(work), "authors")) : [];
  const keys = listed.flatMap((author) => textOf(at(author, "author", "key")) ?? textOf(at(author, "key")) ?? []);
  const people = await Promise.all(keys.slice(0, 5).map(one));
  return people.flatMap((person) => textOf(at(person, "name")) ?? []);
}

/** "by Junghoo Cho" on the title page, where no author has a record. */
function writtenBy(book: Record<string, unknown>): unknown[] | undefined {
  const name = nameFromText((textOf(book["by_statement"]) ?? "").replace(/[.;].*$/u, ""));
  return name ? [name] : undefined;
}

async function bySearch(line: string, fetch: Fetch, asking: Asking): Promise<Answer> {
  const { base } = asking.settings.services["open-library"];
  const fields = "key,title,subtitle,author_name,first_publish_year,publisher,isbn,language";
  // Its search wants every word to fit, so years, numbers and marks are left out.
  const words = line
    .replace(/https?:\S+|10\.\d{4,}\S+|[^\p{L}\s’'-]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (words === "") return ok([]);
  const answer = await askJson(
    withQuery(`${base}/search.json`, { q: words.slice(0, 300), limit: "5", fields }),
    fetch,
    asking,
  );
  if (!answer.ok) return answer;
  return ok(
    listOf(at(answer.value, "docs"))
      .slice(0, 5)
      .flatMap((work) => (isObject(work) ? workIn(base, work) : [])),
  );
}

/** A work of which no edition is known for sure: no publisher and no ISBN, where there are several. */
function workIn(base: string, work: Record<string, unknown>): Found[] {
  const publishers = listOf(work["publisher"]);
  const isbns = listOf(work["isbn"]);
  const place = address(base, work["key"]);
  const fields: Loose = {
    type: "book",
    title: titled(work),
    author: listOf(work["author_name"]).map((name) => nameFromText(textOf(name) ?? "") ?? name),
    issued: dateFromText(textOf(work["first_publish_year"]) ?? ""),
    publisher: publishers.length === 1 ? firstText(publishers) : undefined,
    ISBN: isbns.length <= 2 ? isbnsOf(isbns.map((isbn) => textOf(isbn) ?? "").join(", ")).join(" ") : undefined,
  };
  return foundIn(fields, place);
}

function foundIn(fields: Loose, place: string | undefined): Found[] {
  const { record, problems } = keepFields(fields);
  return record ? [{ record, problems, notices: [], at: place ?? null }] : [];
}

function titled(book: Record<string, unknown>): string | undefined {
  const [title, subtitle] = [textOf(book["title"]), textOf(book["subtitle"])];
  return title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title;
}

const address = (base: string, key: unknown): string | undefined =>
  typeof key === "string" && /^\/\w+\/\w+$/u.test(key) ? `${base}${key}` : undefined;
