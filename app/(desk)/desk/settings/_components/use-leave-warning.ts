import { useEffect } from "react";

const question = "Something on this page is not saved. Leave it and lose that?";

/** While something is unsaved, asks before the page is left: by a link of the desk, or by closing it. */
export function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.getAttribute("target") === "_blank") return;
      if (link.getAttribute("href")?.startsWith("#") || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onClose);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onClose);
      document.removeEventListener("click", onClick, true);
    };
  }, [unsaved]);
}
