"use client";

import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { type Role, roles } from "@/domain/access/policy";

type Props = { label: string; value: readonly Role[]; onChange: (roles: Role[]) => void; isDisabled?: boolean };

/** The roles as switches that lie side by side; one at least stays on. */
export function RoleToggles({ label, value, onChange, isDisabled = false }: Props) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      disallowEmptySelection
      selectedKeys={value}
      onSelectionChange={(keys) => onChange(roles.filter((role) => keys.has(role)))}
      isDisabled={isDisabled}
      className="inline-flex flex-wrap gap-1"
    >
      {roles.map((role) => (
        <ToggleButton
          key={role}
          id={role}
          className="rounded-full px-3 py-1 pointer-coarse:min-h-10 text-[13px] font-medium text-ink-soft ring-1 ring-rule-strong ring-inset hover:bg-wash data-disabled:cursor-not-allowed data-selected:bg-accent-wash data-selected:font-semibold data-selected:text-accent data-selected:ring-accent"
        >
          {role}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
