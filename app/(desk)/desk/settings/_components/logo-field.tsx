import { useState } from "react";
import { Button } from "@/components/ui/button";

/** The logo as the command takes it. */
export type GivenLogo =
  | { kind: "kept" }
  | { kind: "none" }
  | { kind: "svg"; text: string }
  | { kind: "png"; base64: string };

const mostBytes = 60_000;

/** The logo in place of the name: a drawing or a picture, read in the browser and judged by the server. */
export function LogoField(props: { hasLogo: boolean; logo: GivenLogo; onChange: (logo: GivenLogo) => void }) {
  const { hasLogo, logo, onChange } = props;
  const [fault, setFault] = useState<string | null>(null);
  const there = logo.kind === "kept" ? hasLogo : logo.kind !== "none";
  return (
    <div className="grid gap-1.5">
      <label className="grid gap-1.5">
        <span className="text-[13px] font-medium text-ink-soft">Logo</span>
        <input
          type="file"
          accept=".svg,.png,image/svg+xml,image/png"
          aria-describedby="logo-hint"
          className="text-[13px] file:me-3 file:cursor-pointer file:rounded-md file:border file:border-rule-strong file:bg-sheet file:px-3 file:py-1.5 file:font-medium"
          onChange={async (event) => {
            const file = event.target.files?.[0];
            if (!file) return;
            const read = await readLogo(file);
            setFault(typeof read === "string" ? read : null);
            if (typeof read !== "string") onChange(read);
          }}
        />
      </label>
      <p id="logo-hint" className="text-[12.5px] text-ink-faint">
        An SVG of shapes and paths, or a PNG, of at most 60 kB. What is drawn in currentColor has the colour of the ink,
        on light paper and on dark. Its words for those who do not see it are the name of the site.
      </p>
      {fault ? <p className="text-[13px] text-blocker">{fault}</p> : null}
      {there ? (
        <div>
          <Button onPress={() => onChange({ kind: "none" })}>The name instead of a logo</Button>
        </div>
      ) : null}
    </div>
  );
}

async function readLogo(file: File): Promise<GivenLogo | string> {
  if (file.size > mostBytes) return "A logo has at most 60 kB.";
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x89)
    return { kind: "png", base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
  return { kind: "svg", text: new TextDecoder().decode(bytes) };
}
