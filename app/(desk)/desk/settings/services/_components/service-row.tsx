import { ChevronDown, ChevronUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { type ServiceId, serviceNames } from "@/domain/source/finding-settings";

type Service = { on: boolean; base?: string };
type Props = {
  id: ServiceId;
  service: Service;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onChange: (service: Service) => void;
};

/** One service: whether it is asked, where it is, and its place among the others. */
export function ServiceRow({ id, service, isFirst, isLast, onMove, onChange }: Props) {
  const name = serviceNames[id];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 py-3 sm:grid-cols-[13rem_minmax(0,1fr)_auto]">
      <label className="flex cursor-pointer items-center gap-2.5 font-medium">
        <input type="checkbox" checked={service.on} onChange={(event) => onChange({ on: event.target.checked })} />
        {name}
      </label>
      <div className="max-sm:order-last max-sm:col-span-2">
        {service.base === undefined ? (
          <span className="text-[13px] text-ink-faint">the address that was pasted</span>
        ) : (
          <TextField
            label={`Where ${name} is`}
            value={service.base}
            onChange={(base) => onChange({ on: service.on, base })}
            isDisabled={!service.on}
          />
        )}
      </div>
      <span className="flex">
        <Button
          small
          emphasis="quiet"
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
          aria-label={`Ask ${name} earlier`}
        >
          <ChevronUp size={15} aria-hidden />
        </Button>
        <Button small emphasis="quiet" isDisabled={isLast} onPress={() => onMove(1)} aria-label={`Ask ${name} later`}>
          <ChevronDown size={15} aria-hidden />
        </Button>
      </span>
    </li>
  );
}
