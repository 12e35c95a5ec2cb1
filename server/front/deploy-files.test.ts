import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { machineForms } from "@/domain/publishing/machine-forms";
import { ownSegments } from "./own-paths";

test.each(["nginx.conf", "varnish.vcl"])("%s knows the desk's paths and the forms that Accept may choose", (name) => {
  const file = readFileSync(new URL(`../../docs/deploy/${name}`, import.meta.url), "utf8");
  const [, desk = ""] = /\^\/\((?:\?:)?((?:[\w-]|\\\.|\|)+)\)/.exec(file) ?? [];
  expect(desk.replaceAll("\\", "").split("|").toSorted()).toEqual([...ownSegments].toSorted());
  const [, application = ""] = /application\/\((?:\?:)?([^()]+)\)/.exec(file) ?? [];
  const chosen = application
    .replaceAll("\\", "")
    .split("|")
    .map((subtype) => `application/${subtype}`);
  expect([...chosen, "text/markdown"].toSorted()).toEqual(
    ["application/*", ...machineForms.map(({ type }) => type)].toSorted(),
  );
  expect(file).toContain("|text/markdown)");
});
