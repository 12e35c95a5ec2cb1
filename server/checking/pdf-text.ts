import { extractText, getDocumentProxy, getMeta } from "unpdf";
import type { ReadText } from "./reading";

/** Pages that are read of a PDF; the rest of a longer one is kept but not searched. */
const mostPages = 400;

/** The text of a PDF, page by page, with its title where it names one. */
export async function pdfText(body: Uint8Array): Promise<ReadText> {
  const document = await getDocumentProxy(new Uint8Array(body));
  const pages = await pagesOf(document);
  const text = pages.join("\n\n");
  return { title: await titleOf(document), heading: "", free: null, main: text, text };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function pagesOf(document: Pdf): Promise<string[]> {
  if (document.numPages <= mostPages) return (await extractText(document)).text.map(oneLine).filter(Boolean);
  const pages: string[] = [];
  for (let number = 1; number <= mostPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(oneLine(items.map((item) => ("str" in item ? item.str : "")).join(" ")));
  }
  return pages.filter(Boolean);
}

async function titleOf(document: Pdf): Promise<string> {
  const { info } = await getMeta(document);
  const title: unknown = info["Title"];
  return typeof title === "string" ? oneLine(title) : "";
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
