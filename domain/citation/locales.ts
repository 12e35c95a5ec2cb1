/** The languages that citations can be formatted in (CSL 1.0.2 locales), by their name in themselves. */
export const locales = {
  "en-GB": "English (British)",
  "en-US": "English (American)",
  "de-DE": "Deutsch",
  "es-ES": "Español",
  "fr-FR": "Français",
  "nl-NL": "Nederlands",
} as const;
export type Locale = keyof typeof locales;

/** Whether there is such a locale here. */
export const isLocale = (tag: string): tag is Locale => tag in locales;
