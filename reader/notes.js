/*
 * What a citation shows when it is pressed, pointed at or focused: the words of its place, and the lines of the list that
 * it leads to. Where this does not run, a citation is the link that it is. Readers are sent `notes.min.js`, which
 * `npx tsx scripts/reader-notes.ts` makes of this and which has to stay under a kilobyte.
 */
{
  const page = document;
  const note = page.querySelector("[popover]");
  const list = note.children[1];
  let mark, kept, timer, shut, again;

  const citation = (node) => node.closest(".c");
  const close = () => note.hidePopover();

  /** `keep` is for whoever asked for it: a note that was only pointed at goes when the pointer does. */
  const open = (next, keep) => {
    clearTimeout(timer);
    if (next !== mark) {
      close();
      mark = next;
      const lines = next.dataset.r || next.querySelector("a").hash.slice(1);
      list.replaceChildren(...lines.split(" ").map(lineOf));
      note.firstChild.replaceWith(next.querySelector(".w")?.cloneNode(true) ?? "");
      note.showPopover();
    }
    kept = keep;
  };

  const lineOf = (id) => {
    const line = page.getElementById(id).cloneNode(true);
    line.id = "";
    return line;
  };

  note.onbeforetoggle = ({ newState }) => {
    mark.classList.toggle("on");
    if (newState === "open") return;
    shut = kept && mark;
    mark = kept = 0;
  };

  page.onclick = (event) => {
    const link = event.target.closest("a");
    if (note.contains(link)) close();
    const next = link && citation(link);
    if (!next || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!again) {
      open(next, 1);
      note.focus();
    }
    again = 0;
  };

  // A press on the citation of an open note closes it by light dismissal, and is not to open it again.
  page.onpointerdown = ({ target }) => {
    again = kept && citation(target) === mark;
  };

  // The way through the gap between a citation and its note takes a moment, and other citations lie on it.
  page.onpointerover = ({ target, pointerType }) => {
    if (kept || pointerType !== "mouse") return;
    clearTimeout(timer);
    const next = citation(target);
    if (next) timer = setTimeout(open, 150, next);
    else if (!note.contains(target)) timer = setTimeout(close, 500);
  };

  // Closing gives the focus back to the citation, which is not to open the note once more.
  addEventListener("focusin", ({ target }) => {
    const next = citation(target);
    if (next) {
      if (next !== shut && target.matches(":focus-visible")) open(next, 1);
    } else {
      shut = 0;
      if (!note.contains(target)) close();
    }
  });
}
