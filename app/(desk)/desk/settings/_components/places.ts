import type { Permission } from "@/domain/access/policy";

export type SettingsPlace = (typeof groups)[number]["places"][number]["place"];

/** The settings, by what an admin looks for: each place with its address under /desk/settings and the one thing that it is for. */
export const groups = [
  {
    title: "What readers see",
    places: [
      { place: "house", label: "The house", purpose: "What the house is called, and where its pages lead." },
      { place: "looks", label: "Looks", purpose: "The colours, the logo and the letters of every page." },
      {
        place: "readers",
        label: "Readers",
        purpose: "Where corrections stand, what becomes of what readers report, and what they can search.",
      },
      {
        place: "citing",
        label: "Citing",
        purpose: "How citations and lists of sources are set, and in which language.",
      },
    ],
  },
  {
    title: "Before publishing",
    places: [
      {
        place: "rules",
        label: "Rules",
        purpose: "What keeps a draft from being published, and what only asks for a look.",
      },
      {
        place: "checking",
        label: "Checking",
        purpose: "How often sources are looked at, what is kept of them, and which works were retracted.",
      },
      {
        place: "services",
        label: "Looking up",
        purpose: "Which services are asked when somebody looks for a source, and in which order.",
      },
    ],
  },
  {
    title: "The installation",
    places: [
      {
        place: "signing",
        label: "Signing",
        purpose: "The key that signs the receipts of editions, and those that signed before it.",
      },
      {
        place: "running",
        label: "Running",
        purpose: "How far the pages are baked, and where to see whether all is well.",
      },
    ],
  },
] as const satisfies readonly { title: string; places: readonly { place: string; label: string; purpose: string }[] }[];

/** What somebody needs who comes to any of them; each query and each command asks for its own besides. */
export const permission = "settings.edit" satisfies Permission;

export const placeNamed = (name: SettingsPlace) =>
  groups.flatMap(({ places }) => [...places]).find(({ place }) => place === name);

/** Where the parts of the one long page of before are now, by the names that their addresses had after the #. */
export const formerPlaces: Readonly<Record<string, `/desk/settings/${string}`>> = {
  "#looks": "/desk/settings/looks",
  "#finding": "/desk/settings/services",
  "#checking": "/desk/settings/checking",
  "#rules": "/desk/settings/rules",
  "#retractions": "/desk/settings/checking#retractions",
  "#citations": "/desk/settings/citing",
  "#baking": "/desk/settings/running",
};
