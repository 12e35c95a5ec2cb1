import type { Site } from "@/server/testing/internet/site";
import { page } from "./page";

/** A local paper with one plain article at /harbour, its meta tags included; anything else is not there. */
export const article: Site = {
  host: "halden-courier.example",
  answer: ({ url }) =>
    url.pathname === "/harbour"
      ? page({ title: harbourTitle, head: harbourHead, body: harbourBody })
      : page({ status: 404, title: "Not found", body: "<h1>Page not found</h1>" }),
};

const harbourTitle = "The Harbour Wall Will Stand Until 2040 – Halden Courier";

const harbourHead = `<meta property="og:title" content="The Harbour Wall Will Stand Until 2040">
<meta property="og:site_name" content="Halden Courier">
<meta property="article:published_time" content="2025-03-14T08:00:00Z">
<meta name="author" content="Nora Lindqvist">
<link rel="canonical" href="https://halden-courier.example/harbour">`;

const harbourBody = `<article><h1>The Harbour Wall Will Stand Until 2040</h1>
<p>By Nora Lindqvist. 14 March 2025.</p>
<p>The harbour wall of Halden was surveyed in February by three divers and an engineer. Their report, which the council
made public on Thursday, says that the wall is sound for another fifteen years.</p>
<p>“We found no crack wider than four millimetres,” said Jonas Berg, who led the survey. In 2019 the council had put
the cost of a new wall at 42 million.</p>
<p>Not one of the nine members of the council voted against the repair, which begins in May.</p></article>`;
