import { expect, test } from "vitest";
import { stylesheet } from "./stylesheet";

const gate = "@supports (position-visibility: anchors-visible)";

test("only browsers that have all of anchor positioning are asked for it: others misplace a note, or hang on it", async () => {
  const css = await stylesheet("article");
  const [start, end] = blockOf(css, css.indexOf(gate));
  const [within, around] = [css.slice(start, end), css.slice(0, start) + css.slice(end)];
  for (const name of ["anchor-name", "position-anchor", "position-area", "position-try-fallbacks"]) {
    expect(within).toContain(`${name}:`);
    expect(around).not.toContain(name);
  }
  expect(css).not.toContain("anchor(");
});

test("lines under and through words are drawn in WebKit too, which knows no shorthand for their colour and width", async () => {
  for (const sheet of ["article", "lists", "record"] as const)
    expect(await stylesheet(sheet)).not.toMatch(/text-decoration:[^;}]* /);
});

/** From where a rule begins to behind its last brace. */
function blockOf(css: string, start: number): [number, number] {
  let depth = 0;
  for (let at = css.indexOf("{", start); start >= 0 && at < css.length; at++) {
    depth += css[at] === "{" ? 1 : css[at] === "}" ? -1 : 0;
    if (depth === 0) return [start, at + 1];
  }
  return [css.length, css.length];
}
