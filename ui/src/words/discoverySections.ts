/** Words of the single sections of site discovery. */

const siteFacts = {
  address: "Address and main number",
  streetHelp: "As the carrier spells it.",
  notes: "What was found at the site",
} as const;

const emergency = {
  add: "Add a location",
  name: "Name",
  building: "Building",
  floor: "Floor",
  room: "Room",
  houseNumber: "House no.",
  streetName: "Street",
  houseNumberSuffix: "House no. suffix",
  streetSuffix: "Street suffix",
  companyName: "Company",
  elin: "ELIN",
  segments: "Network:",
  noSegments: "No part of the network stands for it.",
} as const;

const network = {
  add: "Add a part",
  kind: "Kind",
  identifier: "Identifier",
  port: "Port",
  location: "Emergency location",
  description: "Description",
} as const;

const legacySystem = {
  add: "Add a system",
  vendor: "Vendor",
  model: "Model",
  version: "Version",
  outsideLineDigit: "Outside digit",
  extensionLength: "Ext. length",
  internalRanges: "Internal ranges",
  maintainedBy: "Maintained by",
} as const;

const circuits = {
  add: "Add a circuit",
  carrierName: "Carrier",
  kind: "Kind",
  circuitId: "Circuit ID",
  channels: "Channels",
  btn: "BTN",
  contractEnd: "Contract end",
  monthlyCost: "$ a month",
  disconnectOn: "Disconnect on",
  account: "Losing account",
} as const;

const specialLines = {
  add: "Add a line",
  decisions: "Decisions",
  kind: "Kind",
  number: "Number",
  location: "Location",
  owner: "Owner",
  decision: "Decision",
  decidedBy: "Decided by",
  account: "Losing account",
} as const;

const devices = {
  add: "Add a device",
  kind: "Kind",
  vendor: "Vendor",
  model: "Model",
  quantity: "Quantity",
  isKept: "Stays",
  location: "Location",
} as const;

const licenses = {
  add: "Add a license",
  sku: "License",
  quantity: "On hand",
  assigned: "Given out",
  monthlyCost: "$ each a month",
  isNew: "Bought new",
} as const;

export const discoverySections = {
  siteFacts,
  emergency,
  network,
  legacySystem,
  circuits,
  specialLines,
  devices,
  licenses,
} as const;
