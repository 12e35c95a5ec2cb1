"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { send } from "@/components/ui/send-command";
import { locales } from "@/domain/citation/locales";
import type { ArticleId } from "@/domain/ids";
import { LanguageList } from "./language-list";
import { LinkOriginal } from "./link-original";
import { OriginalNotice } from "./original-notice";
import type { WorkLanguages } from "@/domain/publishing/languages";

type Props = {
  articleId: ArticleId;
  style: string | null;
  languages: WorkLanguages;
  mayEdit: boolean;
  onClose: () => void;
};

/** In which language the article is, what it is a translation of, its other languages, and the beginning of one more. */
export function LanguagesDialog({ articleId, style, languages, mayEdit, onClose }: Props) {
  const router = useRouter();
  const [wanted, setWanted] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const { locale, of, others } = languages;
  const run = async (name: string, input: object) => {
    const result = await send<{ articleId?: string }>(name, input);
    setRefusal(result.ok ? null : result.error.message);
    if (result.ok) router.refresh();
    return result;
  };
  const begin = async () => {
    const result = await run("article.begin-translation", { ofId: of?.id ?? articleId, locale: wanted });
    if (result.ok && result.value.articleId) router.push(`/desk/articles/${result.value.articleId}`);
  };
  const taken = new Set([locale, ...others.map((one) => one.locale)]);
  const free = Object.entries(locales).filter(([tag]) => !taken.has(tag));
  return (
    <Dialog title="Languages" isOpen onClose={onClose}>
      <div className="grid gap-6">
        <SelectField
          label="This article is in"
          hint="Its citations are set in this language too."
          value={locale ?? ""}
          onChange={(tag) => void run("article.restyle", { articleId, style, locale: tag || null })}
          isDisabled={!mayEdit}
          options={[
            { value: "", label: "The site’s language" },
            ...Object.entries(locales).map(([value, label]) => ({ value, label })),
          ]}
        />
        {of ? (
          <OriginalNotice
            of={of}
            mayEdit={mayEdit}
            onCatchUp={(edition) => void run("article.catch-up", { articleId, edition })}
          />
        ) : null}
        <LanguageList others={others} />
        {refusal ? <Notice tone="blocker">{refusal}</Notice> : null}
        {mayEdit ? (
          <div className="grid gap-5 border-t border-rule pt-5">
            <form
              className="flex items-end gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                void begin();
              }}
            >
              <div className="min-w-0 grow">
                <SelectField
                  label={of ? `Begin another translation of ${of.title}` : "Begin a translation"}
                  value={wanted}
                  onChange={setWanted}
                  options={[
                    { value: "", label: "Choose a language" },
                    ...free.map(([value, label]) => ({ value, label })),
                  ]}
                />
              </div>
              <Button type="submit" isDisabled={!wanted}>
                Begin
              </Button>
            </form>
            {of === null ? (
              <LinkOriginal
                articleId={articleId}
                onChoose={(otherId) => void run("article.translate", { articleId, otherId })}
              />
            ) : null}
            {of || others.length > 0 ? (
              <div>
                <Button
                  emphasis="quiet"
                  small
                  onPress={() => void run("article.translate", { articleId, otherId: null })}
                >
                  {of ? "It is no translation of that" : "Take it apart from its other languages"}
                </Button>
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
