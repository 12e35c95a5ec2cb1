"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { StylePicker } from "@/components/citation/style-picker";
import { Button } from "@/components/ui/button";
import { useCommand } from "@/components/ui/use-command";
import { isLocale, locales } from "@/domain/citation/locales";
import type { ArticleId } from "@/domain/ids";
import type { CitingView } from "./view";

type Props = { articleId: ArticleId; citing: CitingView; mayEdit: boolean; refusal: string | null };

/** In which style and language the article is cited, and the choice of another. */
export function CitedIn({ articleId, citing, mayEdit, refusal }: Props) {
  const router = useRouter();
  const command = useCommand("article.restyle");
  const [choosing, setChoosing] = useState(false);
  const { styles, site } = citing;
  const titleOf = (id: string) => styles.find((one) => one.id === id)?.title ?? id;
  const style = titleOf(citing.style ?? site.style);
  const language = languageOf(citing.locale ?? site.locale);
  return (
    <section aria-label="How it is cited" className="mb-4 border-b border-rule pb-3">
      <p className="text-[13px] text-ink-soft">
        Cited in {style}, {language}.
        {mayEdit ? (
          <Button emphasis="quiet" small onPress={() => setChoosing(!choosing)}>
            {choosing ? "Done" : "Change style"}
          </Button>
        ) : null}
      </p>
      {choosing ? (
        <div className="mt-2">
          <StylePicker
            styles={styles}
            style={citing.style}
            locale={citing.locale}
            none={{ style: `The site’s: ${titleOf(site.style)}`, locale: `The site’s: ${languageOf(site.locale)}` }}
            disabled={command.pending}
            onChange={async (next, locale) => {
              const result = await command.run({ articleId, style: next, locale });
              if (result.ok) router.refresh();
            }}
          />
        </div>
      ) : null}
      {(command.error?.message ?? refusal) ? (
        <p role="alert" className="mt-2 text-[13px] text-blocker">
          {command.error?.message ?? refusal}
        </p>
      ) : null}
    </section>
  );
}

const languageOf = (tag: string): string => (isLocale(tag) ? locales[tag] : tag);
