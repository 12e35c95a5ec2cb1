/** What stands in the margins of every printed page. */
export type Running = { title: string; address: string };

/** Running heads for print (CSS Paged Media 3): house and title above, the permanent address and the page's number below. */
export function runningHeads(house: string, running: Running | undefined): string {
  if (!running) return "";
  const boxes = [
    ["top-left", quoted(house)],
    ["top-right", quoted(running.title)],
    ["bottom-left", quoted(running.address)],
    ["bottom-right", 'counter(page)" / "counter(pages)'],
  ];
  return `@media print{@page{${boxes.map(([box, content]) => `@${box}{content:${content}}`).join("")}}}`;
}

/** Text as a string of CSS that can end neither itself nor the element that it stands in (CSS Syntax 3, 4.3.7). */
const quoted = (text: string): string => `"${text.replace(/["\\<>&\p{C}]/gu, escape)}"`;

const escape = (character: string): string => `\\${(character.codePointAt(0) ?? 0).toString(16)} `;
