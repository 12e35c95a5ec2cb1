import type { Metadata } from "next";
import { SettingsPage } from "@/app/(desk)/desk/settings/_components/settings-page";
import { requireActor } from "@/server/auth/session";
import { ruleSettings } from "@/server/queries/rule-settings";
import { RulesForm } from "./_components/rules-form";

export const metadata: Metadata = { title: "Rules · Settings" };

export default async function RuleSettings() {
  const policy = await ruleSettings(await requireActor());
  return <SettingsPage place="rules">{policy ? <RulesForm policy={policy} /> : null}</SettingsPage>;
}
