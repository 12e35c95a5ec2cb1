import { Plus, X } from "lucide-react";
import { HouseLink } from "@/domain/looks/looks";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";

const most = 8;

/** A short list of links: words, and a path of this site or an https address. */
export function LinksField(props: { label: string; links: HouseLink[]; onChange: (links: HouseLink[]) => void }) {
  const { label, links, onChange } = props;
  const change = (at: number, part: Partial<HouseLink>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...part } : link)));
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 text-[13px] font-medium text-ink-soft">{label}</legend>
      {links.map((link, at) => (
        <div key={at} className="flex flex-wrap items-start gap-2.5">
          <div className="min-w-36 flex-1">
            <TextField
              label="Words"
              value={link.label}
              maxLength={40}
              onChange={(words) => change(at, { label: words })}
            />
          </div>
          <div className="min-w-52 flex-2">
            <TextField
              label="Leads to"
              value={link.href}
              maxLength={500}
              placeholder="/about"
              error={link.href ? faultIn(link.href) : null}
              onChange={(href) => change(at, { href })}
            />
          </div>
          <div className="pt-6">
            <Button
              aria-label={`Take away ${link.label || "this link"}`}
              onPress={() => onChange(links.filter((_, index) => index !== at))}
            >
              <X size={15} aria-hidden />
            </Button>
          </div>
        </div>
      ))}
      {links.length < most ? (
        <div>
          <Button onPress={() => onChange([...links, { label: "", href: "" }])}>
            <Plus size={15} aria-hidden /> A link
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

const faultIn = (href: string): string | null => HouseLink.shape.href.safeParse(href).error?.issues[0]?.message ?? null;
