import { expect, test } from "vitest";
import { wantedForm } from "./accept";

test.each([
  [null, null],
  ["*/*", null],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", null],
  ["application/json", ".json"],
  ["APPLICATION/JSON", ".json"],
  ["application/*", ".json"],
  ["text/markdown, text/html;q=0.9", ".md"],
  ["text/html, text/markdown", null],
  ["application/x-bibtex;q=0.4, application/x-research-info-systems;q=0.6", ".ris"],
  ["application/vnd.citationstyles.csl+json", ".csl.json"],
  ["application/x-bibtex;q=0", null],
  ["application/x-bibtex;q=zzz", null],
  ["application/json-patch", null],
  [`${"a/b,".repeat(1000)}application/json`, null],
])("who accepts %s gets %s", (header, form) => {
  expect(wantedForm(header)).toBe(form);
});
