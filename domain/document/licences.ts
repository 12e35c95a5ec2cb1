/** Where the deeds of the licences stand that pictures usually have, by the names that people write. */
const deeds: ReadonlyMap<string, string> = new Map(
  ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]
    .flatMap((kind) => ["4.0", "3.0", "2.0"].map((version) => [kind, version] as const))
    .map(([kind, version]): [string, string] => [
      `CC ${kind.toUpperCase()} ${version}`,
      `https://creativecommons.org/licenses/${kind}/${version}/`,
    ])
    .concat([
      ["CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
      ["Public domain", "https://creativecommons.org/publicdomain/mark/1.0/"],
    ]),
);

/** The licences that are offered where one is asked for; any other words may be written. */
export const usualLicences = ["CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC0 1.0", "Public domain"] as const;

/** The address of a licence's text by its name; null where it is not one of those that everybody knows. */
export const deedOf = (licence: string): string | null => deeds.get(licence.trim()) ?? null;
