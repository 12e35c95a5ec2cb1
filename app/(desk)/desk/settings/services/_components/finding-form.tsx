"use client";

import { SettingsForm } from "@/app/(desk)/desk/settings/_components/settings-form";
import { SettingsSection } from "@/app/(desk)/desk/settings/_components/settings-section";
import { useSettingsForm } from "@/app/(desk)/desk/settings/_components/use-settings-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { type FindingSettings, type ServiceId, serviceIds } from "@/domain/source/finding-settings";
import { ServiceRow } from "./service-row";

type Chosen = Pick<FindingSettings, "services"> & {
  order: readonly ServiceId[];
  /** Whether the house chose the order; else each kind of thing decides it. */
  isOrdered: boolean;
  mailto: string;
  seconds: string;
};

/** Which services are asked for sources, in which order, where they are, and how long one may take. */
export function FindingForm({ settings }: { settings: FindingSettings }) {
  const form = useSettingsForm("settings.set-finding", chosenIn(settings), (chosen) => ({
    settings: { ...settings, ...storedOf(chosen) },
  }));
  const { services, order, isOrdered, mailto, seconds } = form.value;
  const isTime = millisecondsIn(seconds) >= 500 && millisecondsIn(seconds) <= 10_000;
  const move = (at: number, by: -1 | 1) => {
    const [one, other] = [order[at], order[at + by]];
    if (one && other) form.change({ isOrdered: true, order: order.with(at, other).with(at + by, one) });
  };
  return (
    <SettingsSection
      id="all"
      title="Services"
      lead="What a person looks up is sent to those that are on, all at once; their answers stand in this order. Each can be a mirror of your own."
    >
      <SettingsForm
        labelledBy="all"
        form={form}
        action="Save the services"
        afterwards="The next look-up asks so."
        wrong={isTime ? null : "The time for one service is from 0.5 to 10 seconds."}
      >
        <div className="grid gap-3">
          <ol aria-label="Services, in the order of asking" className="divide-y divide-rule border-y border-rule">
            {order.map((id, index) => (
              <ServiceRow
                key={id}
                id={id}
                service={services[id]}
                isFirst={index === 0}
                isLast={index === order.length - 1}
                onMove={(by) => move(index, by)}
                onChange={(service) =>
                  form.change({ services: { ...services, [id]: { ...services[id], ...service } } })
                }
              />
            ))}
          </ol>
          {isOrdered ? (
            <div>
              <Button small emphasis="quiet" onPress={() => form.change({ isOrdered: false, order: serviceIds })}>
                Let each kind of thing decide the order
              </Button>
            </div>
          ) : (
            <p className="text-[13px] text-ink-faint">
              The order is not set: for each kind of thing the most telling service stands first.
            </p>
          )}
        </div>
        <div className="grid max-w-lg items-start gap-5 sm:grid-cols-2">
          <TextField
            label="Address for the services"
            hint="Crossref and PubMed answer those better who can be written to. May stay empty."
            value={mailto}
            onChange={(value) => form.change({ mailto: value })}
            type="email"
          />
          <TextField
            label="Seconds for one service"
            hint="0.5 to 10"
            inputMode="decimal"
            value={seconds}
            onChange={(value) => form.change({ seconds: value })}
            error={isTime ? null : "From 0.5 to 10."}
          />
        </div>
      </SettingsForm>
    </SettingsSection>
  );
}

const chosenIn = ({ services, order, mailto, timeoutMs }: FindingSettings): Chosen => ({
  services,
  order: [...new Set([...order, ...serviceIds])],
  isOrdered: order.length > 0,
  mailto: mailto ?? "",
  seconds: String(timeoutMs / 1000),
});

const storedOf = ({ services, order, isOrdered, mailto, seconds }: Chosen) => ({
  services,
  order: isOrdered ? order : [],
  timeoutMs: millisecondsIn(seconds),
  mailto: mailto.trim() === "" ? null : mailto.trim(),
});

const millisecondsIn = (seconds: string): number => Math.round(Number(seconds.replace(",", ".")) * 1000);
