import type { Site } from "@/server/testing/internet/site";
import { missing, typed } from "./answers";

const html = (head: string, body = "<p>Words.</p>") =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;

const highwire = html(`<title>Scour | Tides</title>
<meta name="citation_title" content="Scour under bridge piers"><meta name="citation_author" content="Østergård, Mara">
<meta name="citation_author_institution" content="Halden Works"><meta name="citation_author" content="J. R. King, Jr.">
<meta name="citation_publication_date" content="2019/08"><meta name="citation_online_date" content="2019/08/26">
<meta name="citation_journal_title" content="Journal of Tidal Engineering"><meta name="citation_volume" content="14">
<meta name="citation_firstpage" content="101"><meta name="citation_lastpage" content="118">
<meta name="citation_doi" content="doi:10.5555/tides.2019.7"><meta name="citation_issn" content="1234-5679">
<meta property="og:title" content="Scour – as shared"><meta property="og:site_name" content="Tides">
<link rel="canonical" href="/articles/7?utm_source=x">`);

const news = html(
  `<title>Bridge closed | The Halden Post</title><meta property="og:site_name" content="The Halden Post">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebSite","@id":"#site","name":"The Halden Post"},
{"@type":["NewsArticle"],"@id":"#a","headline":"Bridge at Halden closed &amp; checked","author":[{"@id":"#mara"},"By Kari Lie"],
"publisher":{"@id":"#org"},"isPartOf":{"@id":"#site"},"datePublished":"2026-05-03T23:30:00+02:00","inLanguage":"en"},
{"@type":"Person","@id":"#mara","name":"Mara Østergård"},{"@type":"NewsMediaOrganization","@id":"#org","name":"Halden Media"}]}</script>
<script type="application/ld+json">{ not json at all</script>`,
);

const dublin = html(`<meta name="DC.title" content="Tides of the north"><meta name="DC.Creator" content="Lie, Kari">
<meta name="DCTERMS.issued" content="26.08.2004"><meta name="DC.identifier" content="https://doi.org/10.5555/north.1">
<meta name="DC.publisher" content="Museum of Tides"><meta name="DC.type" content="Dataset">
<link rel="canonical" href="https://pages.example/">`);

const coins = html(
  "<title>A catalogue</title>",
  `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&amp;rft.genre=book&amp;rft.btitle=Bridges&amp;rft.aulast=Brug&amp;rft.aufirst=Ludwig&amp;rft.au=Ludwig+Brug&amp;rft.au=Kari+Lie&amp;rft.date=1999&amp;rft.pub=Example+Press&amp;rft.place=Oslo&amp;rft.isbn=9780306406157"></span>`,
);

/** Windows-1252 bytes under a header that says nothing and a `meta` that says ISO-8859-1, as old pages have it. */
const latin = new Uint8Array(
  [
    ...html(
      '<meta charset="iso-8859-1"><title>Br\u00fccken \u0093alt\u0094</title><meta name="author" content="J\u00f6rg M\u00fcller">',
    ),
  ].map((letter) => letter.charCodeAt(0)),
);

const bodies: Readonly<Record<string, string | Uint8Array>> = {
  "/articles/7": highwire,
  "/news": news,
  "/dublin": dublin,
  "/coins": coins,
  "/latin": latin,
  "/plain": html(
    "<title>Only a title — Pages</title><meta name='application-name' content='Pages'><meta name='author' content='https://x.example/me'>",
  ),
  "/elsewhere": html('<title>A copy</title><link rel="canonical" href="https://original.example/text">'),
  "/wall": html("<title>Just a moment...</title>"),
  "/empty": "",
};

/** Pages of many kinds on one host. */
export const pagesSite: Site = {
  host: "pages.example",
  answer: ({ url }) => {
    if (url.pathname === "/paper.pdf") return typed("application/pdf", "%PDF-1.7");
    if (url.pathname === "/moved") return { status: 301, headers: { location: "/plain" } };
    const body = bodies[url.pathname];
    return body === undefined
      ? missing
      : typed(url.pathname === "/latin" ? "text/html" : "text/html; charset=utf-8", body);
  },
};
