"use client";

import { Button } from "@/components/ui/button";
import type { Notice } from "./saving/keeping";

/** Says what was put back after a crash or reload, and hands over the words that found no place any more. */
export function KeptNotice({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { putBack, lost } = notice;
  const words = lost.join("\n");
  return (
    <div role="status" className="kept-notice">
      {putBack > 0 ? (
        <p>
          {putBack === 1 ? "1 change of yours was" : `${putBack} changes of yours were`} kept in this browser and{" "}
          {putBack === 1 ? "is" : "are"} back in the text.
        </p>
      ) : null}
      {words ? (
        <>
          <label>
            These words of yours found no place any more. Copy what you need.
            <textarea readOnly rows={3} value={words} />
          </label>
          <Button small onPress={() => void navigator.clipboard?.writeText(words)}>
            Copy the words
          </Button>
        </>
      ) : null}
      <Button small emphasis="quiet" onPress={onClose}>
        Close
      </Button>
    </div>
  );
}
