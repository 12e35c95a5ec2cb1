/** XML that is ready to be written: made by `xml`, so that no text gets past the escaping. */
export type Xml = { readonly xml: string };

type Attributes = Record<string, string>;

/** An XML 1.0 element; text is escaped, and characters that XML cannot hold are left out. */
export function xml(name: string, attributes: Attributes, ...children: (string | Xml)[]): Xml {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map((child) => (typeof child === "string" ? escaped(child) : child.xml)).join("");
  return { xml: inner ? `<${name}${given.join("")}>${inner}</${name}>` : `<${name}${given.join("")}/>` };
}

/** A whole document in UTF-8 around its root. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (c) => entities[c] ?? c);
