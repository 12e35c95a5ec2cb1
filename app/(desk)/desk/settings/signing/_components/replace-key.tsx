"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";

type Props = { current: { id: string; receipts: number }; given: boolean };

/** The button that has another key sign from now on, with a dialog that says first what that means. */
export function ReplaceKey({ current, given }: Props) {
  const router = useRouter();
  const command = useCommand<{ key: string }>("receipts.replace-key");
  // The key as it was when the dialog was opened: what somebody else replaced meanwhile is not replaced again.
  const [asked, setAsked] = useState<Props["current"] | null>(null);
  const [made, setMade] = useState<string | null>(null);
  if (given)
    return (
      <p className="mt-4 max-w-prose text-ink-soft">
        This key is given by <code className="font-mono text-[13px]">RECEIPT_KEY</code>. To replace it, give another one
        there and start every server again: the one before retires at the next publication.
      </p>
    );
  const replace = async (key: string) => {
    const result = await command.run({ key });
    if (result.ok) setMade(result.value.key);
    setAsked(null);
    router.refresh();
  };
  return (
    <div className="mt-4 grid justify-items-start gap-4">
      {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
      {made === current.id ? (
        <Notice tone="ok">Replaced. From now on this key signs; the one before is below, with what it signed.</Notice>
      ) : null}
      <Button
        onPress={() => {
          command.dismiss();
          setAsked(current);
        }}
      >
        Replace this key…
      </Button>
      <Dialog title="Replace the key that signs?" isOpen={asked !== null} onClose={() => setAsked(null)}>
        <p>Do this when somebody may have seen the private key, or as a habit once in a while.</p>
        <ul className="mt-3 grid list-disc gap-2 pl-5">
          <li>A new key is made. It signs every edition that is published from now on.</li>
          <li>
            {oldReceipts(asked?.receipts ?? 0)} The old public key stays published, with the dates from and to which it
            signed.
          </li>
          <li>
            The old private key is destroyed. <b>That cannot be undone:</b> nobody can sign with it again, you neither.
          </li>
          <li>Whoever noted the old fingerprint needs the new one as well. Tell them.</li>
        </ul>
        <div className="mt-6 flex justify-end gap-2">
          <Button emphasis="quiet" onPress={() => setAsked(null)}>
            Keep the key
          </Button>
          <Button emphasis="danger" isDisabled={command.pending} onPress={() => asked && void replace(asked.id)}>
            {command.pending ? "Replacing…" : "Replace the key"}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

const oldReceipts = (count: number): string =>
  count === 1
    ? "The one receipt that the old key signed stays valid under it."
    : `The ${count.toLocaleString("en-GB")} receipts that the old key signed stay valid under it.`;
