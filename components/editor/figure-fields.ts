import { usualLicences } from "@/domain/document/licences";
import { newId } from "./new-id";

/** A label with the control that it names. */
function labelled(words: string, control: HTMLElement, hint?: string): HTMLLabelElement {
  const label = document.createElement("label");
  const name = label.appendChild(document.createElement("span"));
  name.textContent = words;
  if (hint) {
    const small = document.createElement("small");
    small.textContent = hint;
    small.id = newId();
    control.setAttribute("aria-describedby", small.id);
    label.append(control, small);
  } else label.append(control);
  return label;
}

/** What is asked of a picture: its description, whether it is decoration, whose it is, its licence, how wide it is shown. */
export function figureFields() {
  const dom = document.createElement("div");
  dom.className = "fields";
  dom.contentEditable = "false";
  dom.setAttribute("role", "group");
  dom.setAttribute("aria-label", "About the picture");
  const alt = document.createElement("textarea");
  alt.rows = 2;
  alt.maxLength = 2000;
  const [credit, licence] = [document.createElement("input"), document.createElement("input")];
  credit.maxLength = 500;
  licence.maxLength = 200;
  const list = document.createElement("datalist");
  list.id = newId();
  list.append(...usualLicences.map((name) => Object.assign(document.createElement("option"), { value: name })));
  licence.setAttribute("list", list.id);
  const [decorative, wide] = [box(), box()];
  const described = labelled("Description", alt, "Read to those who do not see the picture.");
  const marks = document.createElement("div");
  marks.className = "marks";
  marks.append(boxed("It only decorates", decorative), boxed("Wider than the text", wide));
  dom.append(described, labelled("Credit", credit), labelled("Licence", licence), list, marks);
  return { dom, alt, credit, licence, decorative, wide };
}

/** A button with its words. */
export function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function box(): HTMLInputElement {
  return Object.assign(document.createElement("input"), { type: "checkbox" });
}

function boxed(words: string, control: HTMLInputElement): HTMLLabelElement {
  const label = document.createElement("label");
  label.append(control, words);
  return label;
}
