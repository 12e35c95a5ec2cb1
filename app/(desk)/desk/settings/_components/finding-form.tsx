"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { Notice } from "@/components/ui/notice";
import { useCommand } from "@/components/ui/use-command";
import { type FindingSettings, type ServiceId, serviceIds } from "@/domain/source/finding-settings";
import { ServiceRow } from "./service-row";

/** Which services are asked for sources, in which order, where they are, and how long one may take. */
export function FindingForm({ settings }: { settings: FindingSettings }) {
  const router = useRouter();
  const command = useCommand("settings.set-finding");
  const [services, setServices] = useState(settings.services);
  const [order, setOrder] = useState<ServiceId[]>(() => [...new Set([...settings.order, ...serviceIds])]);
  const [mailto, setMailto] = useState(settings.mailto ?? "");
  const [seconds, setSeconds] = useState(String(settings.timeoutMs / 1000));
  const [moved, setMoved] = useState(settings.order.length > 0);
  const [saved, setSaved] = useState(false);

  const move = (id: ServiceId, by: -1 | 1) => {
    const at = order.indexOf(id);
    const other = order[at + by];
    if (other) setOrder(order.map((one, index) => (index === at ? other : index === at + by ? id : one)));
    setMoved(true);
    setSaved(false);
  };
  const save = async () => {
    const timeoutMs = Math.round(Number(seconds.replace(",", ".")) * 1000);
    const next = {
      ...settings,
      services,
      order: moved ? order : [],
      timeoutMs,
      mailto: mailto.trim() === "" ? null : mailto.trim(),
    };
    const result = await command.run({ settings: next });
    setSaved(result.ok);
    if (result.ok) router.refresh();
  };

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ol aria-label="Services, in the order of asking" className="divide-y divide-rule border-y border-rule">
        {order.map((id, index) => (
          <ServiceRow
            key={id}
            id={id}
            service={services[id]}
            isFirst={index === 0}
            isLast={index === order.length - 1}
            onMove={(by) => move(id, by)}
            onChange={(service) => {
              setServices({ ...services, [id]: { ...services[id], ...service } });
              setSaved(false);
            }}
          />
        ))}
      </ol>
      <p className="text-[13px] text-ink-faint">
        {moved ? (
          <Button
            small
            emphasis="quiet"
            onPress={() => {
              setMoved(false);
              setOrder([...serviceIds]);
            }}
          >
            Let each kind of thing decide the order
          </Button>
        ) : (
          "The order is not set: for each kind of thing the most telling service stands first."
        )}
      </p>
      <div className="grid max-w-lg items-start gap-5 sm:grid-cols-2">
        <TextField
          label="Address for the services"
          hint="Crossref and PubMed answer those better who can be written to. May stay empty."
          value={mailto}
          onChange={setMailto}
          type="email"
        />
        <TextField label="Seconds for one service" hint="0.5 to 10" value={seconds} onChange={setSeconds} />
      </div>
      {command.error ? <Notice tone="blocker">{command.error.message}</Notice> : null}
      {saved ? <Notice tone="ok">Saved. The next look-up asks so.</Notice> : null}
      <div>
        <Button type="submit" isDisabled={command.pending}>
          {command.pending ? "Saving…" : "Save the services"}
        </Button>
      </div>
    </form>
  );
}
