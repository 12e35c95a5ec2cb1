import type { FormatFault } from "./format";

/** Why citations were not formatted, in a sentence for people; `style` is what the style is called. */
export function whyNot(fault: FormatFault, style: string): string {
  switch (fault.kind) {
    case "style":
      return `The citation style ${style} cannot be used. ${fault.faults.slice(0, 20).join(" ")}`;
    case "locale":
      return `There is no language ${fault.locale} for citations here.`;
    case "too-slow":
      return `The citation style ${style} was stopped: it had no answer after ${Math.round(fault.seconds)} seconds.`;
    case "too-large":
      return `The citation style ${style} was stopped: it wanted more room than any list of sources needs.`;
    case "failed":
      return `The citation style ${style} cannot be used: ${fault.message}`;
    case "busy":
      return "Too many citations are being formatted at this moment. Try again in a little while.";
  }
}
