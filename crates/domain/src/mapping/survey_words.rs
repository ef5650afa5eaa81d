//! Texts of surveys that stand for codes, as people write them; all in lower case.

use super::value_words::Words;

pub(super) const CIRCUITS: Words = &[
    (
        "pri",
        "isdn|isdn pri|t1 pri|pri t1|isdn-pri|pri (t1)|t1/pri|voice t1|t1|e1|e1 pri|primary rate|s2m|isdn30|bri|isdn bri\
         |digital trunk|t1 voice|cas t1|isdn pri (t1)|integrated t1",
    ),
    (
        "sip",
        "sip trunk|sip trunks|sip trunking|siptrunk|voip|voip trunk|ip trunk|sip (voip)|hosted voice|sip/voip|ip flex\
         |hosted sip|sip connect",
    ),
    (
        "analog",
        "pots|pots line|pots lines|analogue|analog line|analog lines|1fb|1mb|b1|business line|copper|co line|co lines|fxo\
         |loop start|centrex|analog pots|pots (analog)|plain old telephone",
    ),
];

pub(super) const MACHINES: Words = &[
    (
        "fax",
        "fax line|fax machine|facsimile|analog fax|fax/mfp|mfp fax|multifunction fax|copier fax|fax modem|telefax|fax line 1",
    ),
    (
        "alarm",
        "alarm line|alarm panel|fire alarm|fire panel|fire alarm panel|burglar alarm|security alarm|security panel|facp\
         |fire|intrusion alarm|security|alarm system|sprinkler alarm|fire alarm primary|fire alarm secondary|fire/alarm",
    ),
    (
        "elevator",
        "elevators|elevator phone|elevator line|lift|lift phone|elevator emergency phone|aufzug|ascenseur|elevator emergency",
    ),
    (
        "door",
        "door phone|doorphone|door entry|entry phone|entry system|door buzzer|door access|intercom|entrance phone\
         |building entry|door intercom",
    ),
    (
        "gate",
        "gate phone|gate entry|parking gate|callbox|call box|gate access|gate intercom",
    ),
    (
        "paging",
        "paging system|overhead paging|overhead page|paging amp|paging amplifier|pa system|pa|loudspeaker|paging port",
    ),
    (
        "modem",
        "modem line|dial-up|dial up|dialup|out of band|oob|oob modem|remote access|data modem|telemetry|bms modem|hvac modem\
         |scada|meter|dial-up modem",
    ),
    (
        "payment_terminal",
        "payment terminal|credit card|credit card terminal|credit card machine|card terminal|card reader|pos|pos terminal\
         |point of sale|eft|eftpos|postage meter|postage machine|credit card reader|atm|atm machine",
    ),
    (
        "other",
        "other line|misc|miscellaneous|analog device|spare|courtesy phone|ringdown|emergency phone",
    ),
];

pub(super) const DECISIONS: Words = &[
    (
        "unknown",
        "?|tbd|tba|undecided|open|to be decided|not decided|pending|unsure|to be determined",
    ),
    (
        "teams",
        "move to teams|to teams|migrate|migrate to teams|port to teams|teams phone|teams line",
    ),
    (
        "analog_adapter",
        "ata|analog adapter|analogue adapter|analog gateway|gateway|move to ata|port to ata|ata on teams|fxs|fxs gateway\
         |sip gateway|audiocodes|teams ata|via ata|sip ata",
    ),
    (
        "keep",
        "retain|stay|stays|keep pots|keep analog|keep as is|as is|leave|leave as is|keep copper|stay on pots|keep line\
         |remain|remains|no change|keep on pots|stay pots|do not port|leave on pots",
    ),
    (
        "e_fax",
        "efax|e-fax|fax to email|fax to e-mail|cloud fax|fax server|online fax|internet fax|email fax|fax2mail",
    ),
    (
        "retire",
        "disconnect|remove|cancel|decommission|not needed|no longer needed|drop|retired|eliminate|cease|terminate|delete",
    ),
];

pub(super) const DEVICES: Words = &[
    (
        "desk_phone",
        "desk phone|deskphone|phone|ip phone|handset|desk set|telephone|voip phone|sip phone|desk phones|ip phones\
         |desktop phone|digital phone|desk|common area phone|wall phone|cordless phone|dect handset|analog phone",
    ),
    (
        "conference_phone",
        "conference phone|conference|conference unit|speakerphone|conf phone|conference station|room phone|teams room\
         |conference phones|conferencing phone",
    ),
    (
        "analog_adapter",
        "ata|analog adapter|analog telephone adapter|analogue adapter|fxs adapter|fxs|analog gateway|vg224|vg310",
    ),
    (
        "gateway",
        "voice gateway|sbc|session border controller|router|media gateway|pri gateway|sip gateway|gateways",
    ),
    (
        "paging",
        "paging amplifier|paging system|paging adapter|overhead paging|paging controller|amplifier|speaker|horn",
    ),
    (
        "recorder",
        "call recorder|recording|recording server|voice recorder|call recording|logger",
    ),
    (
        "music_source",
        "music on hold|moh|moh player|music|moh source|on hold player|music source",
    ),
    ("headset", "headsets|wireless headset|usb headset|headset usb"),
];

pub(super) const CONTACTS: Words = &[
    (
        "authorized_signer",
        "authorized signer|authorised signer|signer|loa signer|authorized|signatory|authorized contact|signs loa|loa\
         |authorized representative",
    ),
    (
        "technical",
        "tech|technical contact|it|it contact|it manager|network|telecom|telecom contact|it lead|network admin|it support\
         |network engineer|technical lead|it director",
    ),
    (
        "billing",
        "billing contact|accounts payable|ap|finance|accounting|invoices|billing/ap",
    ),
    (
        "site",
        "site contact|local contact|on-site contact|onsite contact|onsite|local|office manager|facilities|reception\
         |site lead|site manager|facility manager|day of contact",
    ),
    (
        "escalation",
        "escalation contact|escalations|emergency|after hours|after-hours|24x7|manager on duty",
    ),
];
