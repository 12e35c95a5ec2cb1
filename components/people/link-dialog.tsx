"use client";

import { useState } from "react";
import { Check, Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";

/** A link that was just made: for whom it is and what it does there. */
export type FreshLink = { link: string; expiresAt: string; name: string; kind: "join" | "reset" };

/** Shows a link the only time that it can be seen, to be copied and handed over. */
export function LinkDialog({ fresh, onClose }: { fresh: FreshLink | null; onClose: () => void }) {
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");
  if (!fresh) return null;
  const link = new URL(fresh.link, window.location.href).href;

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  }

  function close() {
    setCopied("no");
    onClose();
  }

  return (
    <Dialog
      title={fresh.kind === "join" ? `A link for ${fresh.name}` : "A link for a new password"}
      isOpen
      onClose={close}
    >
      <div className="grid grid-cols-1 gap-4">
        <p>
          {fresh.kind === "join"
            ? `Whoever opens it joins as ${fresh.name}.`
            : `Whoever opens it sets the password of ${fresh.name}.`}{" "}
          Hand it over in a way that you trust. It works once, until {until(fresh.expiresAt)}, and{" "}
          <strong className="font-semibold">it is shown only now</strong>.
        </p>
        <TextField label="Link" value={link} isReadOnly />
        <div className="flex flex-wrap items-center gap-3">
          <Button emphasis="primary" onPress={() => void copy()}>
            {copied === "yes" ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
            {copied === "yes" ? "Copied" : "Copy the link"}
          </Button>
          <Button onPress={close}>Done</Button>
          <p role="status" className="text-ink-soft">
            {copied === "failed" ? "The browser did not allow it: select the link and copy it by hand." : ""}
          </p>
        </div>
      </div>
    </Dialog>
  );
}

const until = (at: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(at));
