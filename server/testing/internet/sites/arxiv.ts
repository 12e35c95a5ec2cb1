import type { Site } from "@/server/testing/internet/site";
import { typed } from "./answers";

/** arXiv's API: a paper with versions, and its errors, which come as entries. */
export const arxivSite: Site = {
  host: "export.arxiv.org",
  answer: ({ url }) => {
    const id = url.searchParams.get("id_list") ?? "";
    const entry = id.startsWith("2101.00001") ? paper : id === "math/0309136" ? old : id === "0000.00000" ? "" : error;
    return typed("application/atom+xml; charset=utf-8", feed(entry));
  },
};

const feed = (entry: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query</title><id>http://arxiv.org/api/x</id>
<opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>${entry}</feed>`;

const paper = `<entry><id>http://arxiv.org/abs/2101.00001v3</id><updated>2022-05-06T07:08:09Z</updated><published>2021-01-01T00:00:01Z</published>
<title>Tides in
  a bathtub: $O(n \\log n)$ &amp; more</title><summary>  We fill a bathtub.
</summary><author><name>Kari Lie</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Halden</arxiv:affiliation></author>
<author><name>Ludwig van der Brug</name></author><author><name>ATLAS Collaboration</name></author>
<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages</arxiv:comment>
<arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Tid. Eng. 17 (2023) 5</arxiv:journal_ref>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/tides.2023.1</arxiv:doi>
<link href="http://arxiv.org/abs/2101.00001v3" rel="alternate" type="text/html"/>
<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="physics.flu-dyn"/></entry>`;

const old = `<entry><id>http://arxiv.org/abs/math/0309136v1</id><updated>2003-09-08T00:00:00Z</updated><published>2003-09-08T00:00:00Z</published><title>Knots and ferries</title><summary>Knots.</summary><author><name>J. Cho</name></author></entry>`;

const error = `<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title><summary>incorrect id format</summary></entry>`;
