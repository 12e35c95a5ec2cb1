import { LinkTabs } from "@/components/ui/link-tabs";

export type SourcePlace = "library" | "health" | "duplicates" | "import";

/** The way among the screens that are about sources: the same words everywhere. */
export function SourceTabs({ here, mayImport }: { here: SourcePlace; mayImport: boolean }) {
  const tabs = [
    { place: "library", href: "/desk/sources", label: "Library" },
    { place: "health", href: "/desk/sources/health", label: "Health" },
    { place: "duplicates", href: "/desk/sources/duplicates", label: "Duplicates" },
    ...(mayImport ? [{ place: "import", href: "/desk/sources/import", label: "Import" }] : []),
  ];
  return (
    <div className="-mt-3 mb-6 border-b border-rule">
      <LinkTabs label="Sources" tabs={tabs.map(({ place, href, label }) => ({ href, label, here: place === here }))} />
    </div>
  );
}
