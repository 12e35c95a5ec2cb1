import type { Site } from "@/server/testing/internet/site";
import { article } from "./article";
import { bomb } from "./bomb";
import { botWall } from "./bot-wall";
import { cached } from "./cached";
import { changing } from "./changing";
import { charsets } from "./charsets";
import { gone } from "./gone";
import { huge } from "./huge";
import { malformed } from "./malformed";
import { paywall } from "./paywall";
import { privateNames } from "./private-names";
import { redirecting } from "./redirecting";
import { report } from "./report";
import { robotsFiles } from "./robots-files";
import { slow } from "./slow";
import { soft404 } from "./soft-404";
import { types } from "./types";

/** Every stock site: well-behaved ones, and one for each way to misbehave. */
export const stockSites: readonly Site[] = [
  article,
  bomb,
  botWall,
  cached,
  changing(),
  charsets,
  gone,
  huge,
  malformed,
  paywall,
  ...privateNames,
  redirecting,
  report,
  ...robotsFiles,
  slow,
  soft404,
  types,
];
