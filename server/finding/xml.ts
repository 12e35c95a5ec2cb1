import { DOMParser } from "linkedom";

/** An element of a service's XML: read only, entities never expanded, so that no answer can grow while it is read. */
export type XmlElement = {
  textContent: string | null;
  innerHTML: string;
  getAttribute: (name: string) => string | null;
  getElementsByTagName: (name: string) => ArrayLike<XmlElement>;
  parentNode: unknown;
};

/** The root of an XML text, or null where there is none. */
export function parsedXml(text: string): XmlElement | null {
  try {
    return new DOMParser().parseFromString(text, "text/xml").documentElement;
  } catch {
    return null;
  }
}

/** All elements of a name beneath one, in the order of the text. */
export const all = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  element ? Array.from(element.getElementsByTagName(name)) : [];

/** Those of a name that stand right beneath. */
export const children = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  all(element, name).filter((one) => one.parentNode === element);

/** The words of the first element of a name, or undefined. */
export function wordsOf(element: XmlElement | null | undefined, name: string): string | undefined {
  const words = all(element, name)[0]?.textContent?.replace(/\s+/gu, " ").trim();
  return words === "" ? undefined : words;
}
