/** What the log calls the acts of site discovery. */

const ofRow = (name: string) => ({
  created: `${name} added`,
  updated: `${name} changed`,
  deleted: `${name} removed`,
});

export const discoveryActs = {
  discovery_section: { created: "Section of a site judged", updated: "Section of a site judged anew" },
  questionnaire_answer: { created: "Question answered", updated: "Answer changed" },
  emergency_location: ofRow("Emergency location"),
  network_segment: ofRow("Part of the network"),
  legacy_system: ofRow("Legacy system"),
  circuit: ofRow("Circuit"),
  special_line: ofRow("Special line"),
  device: ofRow("Device"),
  license: ofRow("License"),
} as const;
