import type { Site } from "@/server/testing/internet/site";
import { arxivSite } from "./arxiv";
import { citoidSite } from "./citoid";
import { crossrefSite } from "./crossref";
import { dataciteSite } from "./datacite";
import { agencySite, doiSite } from "./doi";
import { openLibrarySite } from "./open-library";
import { pagesSite } from "./pages";
import { pmcSite, pubmedSite } from "./pubmed";

/** All services that look-ups ask, in good health, and a host of pages. */
export const services: readonly Site[] = [
  crossrefSite,
  dataciteSite,
  doiSite,
  agencySite,
  openLibrarySite,
  pubmedSite,
  pmcSite,
  arxivSite,
  pagesSite,
  citoidSite,
];
