import type { Site } from "@/server/testing/internet/site";
import { page } from "./page";

/** A paper that sells its articles: /story shows the first lines (schema.org: not for free), /strict answers 402. */
export const paywall: Site = {
  host: "ledger.example",
  answer: ({ url }) =>
    url.pathname === "/strict"
      ? page({ status: 402, title: "Subscribe – The Ledger", body: "<h1>Subscribe to go on</h1>" })
      : page({
          title: "What the Wall Costs – The Ledger",
          head: `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"What the Wall Costs","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}</script>`,
          body: `<article><h1>What the Wall Costs</h1><p>Nobody in Halden knows the price of the wall.</p><div class="paywall"><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></div></article>`,
        }),
};
