/** What known exports are called. Nothing depends on an export being known. Pure. */

const NAMES: Readonly<Record<string, string>> = {
  entra_users: "Microsoft Entra users",
  m365_active_users: "Microsoft 365 active users",
  sfb_get_csuser: "Skype for Business Get-CsUser",
  teams_get_csonlineuser: "Teams Get-CsOnlineUser",
  teams_get_csphonenumberassignment: "Teams Get-CsPhoneNumberAssignment",
  teams_export_csacquiredphonenumber: "Teams Export-CsAcquiredPhoneNumber",
  teams_get_csonlineapplicationinstance: "Teams Get-CsOnlineApplicationInstance",
  teams_lis_locations: "Teams emergency locations",
  cisco_cucm_phone: "Cisco CUCM phones",
  cisco_cucm_phone_list: "Cisco CUCM phone list",
  cisco_cucm_enduser: "Cisco CUCM end users",
  cisco_cucm_huntpilot: "Cisco CUCM hunt pilots",
  cisco_cucm_huntlist: "Cisco CUCM hunt lists",
  cisco_cucm_linegroup: "Cisco CUCM line groups",
  cisco_unity_users: "Cisco Unity Connection users",
  cisco_unity_callhandlers: "Cisco Unity Connection call handlers",
  cisco_cer_erl: "Cisco Emergency Responder locations",
  webex_users: "Webex Control Hub users",
  freepbx_dids: "FreePBX DIDs",
  freepbx_extensions: "FreePBX extensions",
  "3cx_extensions": "3CX extensions",
  "3cx_inbound_rules": "3CX inbound rules",
  avaya_stations: "Avaya stations",
  avaya_ipdect_users: "Avaya IP-DECT users",
  mitel_micollab_users: "Mitel MiCollab users",
  mitel_shoretel_users: "Mitel ShoreTel users",
  broadworks_users: "BroadWorks users",
  broadworks_hunt_groups: "BroadWorks hunt groups",
  zoom_phone_users: "Zoom Phone users",
  ringcentral_users: "RingCentral users",
};

/** A code without a name of its own still reads as words. */
export function formatName(id: string): string {
  const words = id.replaceAll("_", " ");
  return NAMES[id] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
