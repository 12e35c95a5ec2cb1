"use client";

import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { StylePicker } from "@/components/citation/style-picker";
import { StyleSample } from "./style-sample";

type Props = { site: { style: string; locale: string }; styles: { id: string; title: string }[] };

/** The site's citation style and language, with what they make of made-up sources. */
export function CitingForm({ site, styles }: Props) {
  const form = useSettingsForm("settings.set-citing", site);
  const { style, locale } = form.value;
  return (
    <SettingsSection
      id="style"
      title="Style"
      lead="For articles that have no style of their own. What is published already keeps its style."
    >
      <SettingsForm
        labelledBy="style"
        form={form}
        action="Save the style"
        afterwards="Drafts are set in it from now on."
      >
        <StylePicker
          styles={styles}
          style={style}
          locale={locale}
          onChange={(nextStyle, nextLocale) => form.change({ style: nextStyle ?? style, locale: nextLocale ?? locale })}
        />
        <StyleSample key={`${style} ${locale}`} style={style} locale={locale} />
      </SettingsForm>
    </SettingsSection>
  );
}
