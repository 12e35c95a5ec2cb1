import type { ServiceId } from "@/domain/source/finding-settings";
import { arxiv } from "./arxiv";
import { crossref } from "./crossref";
import { datacite } from "./datacite";
import { doi } from "./doi";
import type { Finder } from "./finder";
import { openLibrary } from "./open-library";
import { page } from "./page";
import { pubmed } from "./pubmed";
import { translationServer } from "./translation-server";

/** Every service that can be asked, by its id. */
export const finders: Readonly<Record<ServiceId, Finder>> = {
  crossref,
  datacite,
  doi,
  pubmed,
  arxiv,
  "open-library": openLibrary,
  page,
  "translation-server": translationServer,
};
