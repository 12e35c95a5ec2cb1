import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "@/components/ui/button";

/** Another logo, as the command takes it. */
export type GivenLogo = { kind: "none" } | { kind: "svg"; text: string } | { kind: "png"; base64: string };

type Props = {
  hasLogo: boolean;
  /** Null for the logo as it is stored. */
  logo: GivenLogo | null;
  onChange: (logo: GivenLogo | null) => void;
};

const mostBytes = 60_000;

/** The logo in place of the name: a drawing or a picture, read in the browser and judged by the server. */
export function LogoField({ hasLogo, logo, onChange }: Props) {
  const [fault, setFault] = useState<string | null>(null);
  const isThere = logo ? logo.kind !== "none" : hasLogo;
  const choose = async (file: File) => {
    const read = await readLogo(file);
    setFault(typeof read === "string" ? read : null);
    if (typeof read !== "string") onChange(read);
  };
  return (
    <fieldset className="grid gap-2" aria-describedby="logo-hint">
      <legend className="mb-1.5 text-[13px] font-medium text-ink-soft">Logo</legend>
      <div className="flex flex-wrap items-center gap-2.5">
        <FileTrigger
          acceptedFileTypes={[".svg", ".png", "image/svg+xml", "image/png"]}
          onSelect={(files) => files?.[0] && void choose(files[0])}
        >
          <Button>{isThere ? "Another logo…" : "Choose a logo…"}</Button>
        </FileTrigger>
        {isThere ? (
          <Button emphasis="quiet" onPress={() => onChange(hasLogo ? { kind: "none" } : null)}>
            The name instead of a logo
          </Button>
        ) : (
          <span className="text-ink-faint">The masthead shows the name.</span>
        )}
      </div>
      {fault ? (
        <p role="alert" className="text-[13px] text-blocker">
          {fault}
        </p>
      ) : null}
      <p id="logo-hint" className="max-w-prose text-[12.5px] text-ink-faint">
        An SVG of shapes and paths, or a PNG, of at most 60 kB. What is drawn in currentColor has the colour of the ink,
        on light paper and on dark. Its words for those who do not see it are the name of the site.
      </p>
    </fieldset>
  );
}

async function readLogo(file: File): Promise<GivenLogo | string> {
  if (file.size > mostBytes) return "A logo has at most 60 kB.";
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x89)
    return { kind: "png", base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
  return { kind: "svg", text: new TextDecoder().decode(bytes) };
}
