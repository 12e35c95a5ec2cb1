"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea, TextField } from "@/components/ui/fields";
import type { Finding } from "@/domain/rules/finding";
import type { FixTools } from "./tools";

type Props = { finding: Finding; at: number; tools: FixTools };

/** Says of a picture what its finding asks: what it shows, or whose it is. */
export function PictureFix({ finding, at, tools }: Props) {
  const [words, setWords] = useState("");
  const said = words.trim();
  const describes = finding.rule === "picture/undescribed";
  const say = () => tools.changeFigure(at, describes ? { alt: said, decorative: false } : { credit: said });
  return (
    <>
      {describes ? (
        <TextArea
          label="What does the picture show?"
          hint="Read to those who do not see it. Say it as you would on the telephone."
          rows={3}
          maxLength={2000}
          value={words}
          onChange={setWords}
        />
      ) : (
        <TextField label="Whose is it?" maxLength={500} value={words} onChange={setWords} />
      )}
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        <Button small emphasis="primary" isDisabled={!said} onPress={say}>
          {describes ? "Describe it so" : "Credit it so"}
        </Button>
        {describes ? (
          <Button small onPress={() => tools.changeFigure(at, { decorative: true })}>
            It only decorates the page
          </Button>
        ) : null}
        <Button small emphasis="quiet" onPress={() => tools.goTo(finding)}>
          Go there
        </Button>
      </div>
    </>
  );
}
