import { type Element, elementsOf } from "./xml";

/** More than any style comes to when each macro is written out where it is called (APA comes to 370,000). */
const mostWrittenOut = 2_000_000;

/**
 * What is wrong with the macros of a style: calls of macros that do not exist, macros that call themselves over any
 * number of others, and calls that multiply until no machine could write them out.
 */
export function macroFaults(tree: Element): string[] {
  const faults = new Set<string>();
  const macros = new Map<string, Element>();
  for (const macro of elementsOf(tree, "macro")) {
    const name = macro.attrs["name"] ?? "";
    if (!name) faults.add("It has a macro without a name.");
    if (macros.has(name)) faults.add(`It has two macros named ${name}.`);
    macros.set(name, macro);
  }
  const sizes = new Map<string, number>();
  const calling: string[] = [];
  const sizeOf = (element: Element): number => {
    const called = element.attrs["macro"];
    const inside = called === undefined ? 0 : sizeOfMacro(called);
    return elementsOf(element).reduce((sum, child) => sum + sizeOf(child), 1 + inside);
  };
  const sizeOfMacro = (name: string): number => {
    const kept = sizes.get(name);
    if (kept !== undefined) return kept;
    const macro = macros.get(name);
    if (!macro) faults.add(`It calls a macro ${name}, which it does not have.`);
    else if (calling.includes(name)) faults.add(`Its macro ${name} calls itself.`);
    else if (calling.length > mostCalls) faults.add(`Its macros call each other more than ${mostCalls} deep.`);
    else {
      calling.push(name);
      const size = sizeOf(macro);
      calling.pop();
      sizes.set(name, size);
      return size;
    }
    return 1;
  };
  if (sizeOf(tree) > mostWrittenOut)
    faults.add("Its macros call each other so often that the style would be too large written out.");
  return [...faults];
}

const mostCalls = 40;
