import { useEffect, useState } from "react";
import { send } from "@/components/ui/send-command";

const pause = 350;

/** A page of the house as it would be, drawn by the server's own templates, in a frame that runs nothing. */
export function LooksPreview({ site, looks }: { site: { name: string; tagline: string }; looks: object }) {
  const [paper, setPaper] = useState<"light" | "dark">("light");
  const [html, setHtml] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const asked = JSON.stringify({ looks, ...site, paper });
  useEffect(() => {
    let current = true;
    const later = setTimeout(async () => {
      const drawn = await send<{ html: string }>("site.preview-looks", JSON.parse(asked));
      if (!current) return;
      if (drawn.ok) setHtml(drawn.value.html);
      setFault(drawn.ok ? null : (drawn.error.message ?? "It cannot be drawn."));
    }, pause);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [asked]);
  return (
    <figure className="grid gap-2">
      <iframe
        title="Preview of a page"
        sandbox="allow-same-origin"
        srcDoc={html}
        tabIndex={-1}
        className={`h-[26rem] w-full rounded-xl border border-rule-strong bg-paper transition-opacity ${fault ? "opacity-40" : ""}`}
      />
      <figcaption className="flex flex-wrap items-center gap-4 text-[13px] text-ink-faint">
        <span className="flex-1">
          {fault ?? (html ? "The article that was published last, as it would be." : "Drawing a page…")}
        </span>
        {(["light", "dark"] as const).map((mode) => (
          <label key={mode} className="flex items-center gap-1.5 text-ink">
            <input type="radio" name="paper" checked={paper === mode} onChange={() => setPaper(mode)} />
            On {mode} paper
          </label>
        ))}
      </figcaption>
    </figure>
  );
}
