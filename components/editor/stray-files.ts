/** A file that is let go beside the text would be opened in place of the desk: it is kept out, wherever nothing takes it. Answers how to end that. */
export function keepStrayFilesOut(): () => void {
  const keep = (event: DragEvent) => {
    const { dataTransfer, target, defaultPrevented } = event;
    if (defaultPrevented || target instanceof HTMLInputElement || !dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dataTransfer.dropEffect = "none";
  };
  window.addEventListener("dragover", keep);
  window.addEventListener("drop", keep);
  return () => {
    window.removeEventListener("dragover", keep);
    window.removeEventListener("drop", keep);
  };
}
