//! Headers of columns about queues, their agents, attendants, resource accounts and sites.

use super::Entry;
use crate::mapping::ImportField::*;

pub(super) const ENTRIES: &[Entry] = &[
    (
        &[Name, CallQueue],
        "queue name|call queue name|hunt group name|ring group name|acd queue name|acd queue|service instance profile name|huntgroup name|warteschlange|warteschlangenname|file d attente|nom de la file|nombre de la cola|cola|wachtrij|wachtrijnaam|cq name|hunt pilot name|hg name",
    ),
    (
        &[CallQueue, Name],
        "queue|call queue|cq|hunt group|huntgroup|ring group|assigned queue|skill group|associated queue",
    ),
    (
        &[Name, AutoAttendant],
        "aa name|auto attendant name|attendant name|ivr name|menu name|call handler|call handler name|menu title|menu label|ivr title",
    ),
    (
        &[AutoAttendant, Name],
        "auto attendant|autoattendant|aa|ivr|attendant",
    ),
    (
        &[AgentGroup],
        "hunt list|line group|agent group|group of agent|agent team|member group|overflow group|distribution list|distribution group|tier|skill level",
    ),
    (
        &[Agent],
        "agent|agent user id|dn or pattern|member|queue member|queue agent|agent name|hunt group member|hunt member|participant|csr|rep|representative|queue user|agent email|member upn|member extension|group member|user in queue|ring group member|agenten|mitglieder|mitglied|membre|miembro|agente|leden|lid|line member|call queue agent|call queue member|static agent",
    ),
    (
        &[AgentPosition],
        "line selection order|selection order|agent order|agent position|order in queue|ring order|priority|sequence|hunt order|member order|reihenfolge|ordre|orden|volgorde|ring sequence|member position|rank|sort order|position in group|skill priority",
    ),
    (
        &[RoutingMethod],
        "routing method|routing|policy|distribution method|distribution algorithm|type distribution algorithm|ring strategy|strategy|hunt policy|hunting policy|hunt algorithm|distribution|call distribution|ring mode|ring type|hunt method|hunt mode|distribution mode|routing mode|distribution policy|polling strategy|verteilung|routing type|strategie|estrategia|distribution type|call routing|queue strategy|hunt type|anrufverteilung|ring style|ring pattern|verteilart|call distribution type|ring order type",
    ),
    (
        &[AgentAlertSeconds],
        "rna reversion timeout|agent alert time|agent alert seconds|alert time|ring time|agent ring time|ring duration|agent timeout|ring seconds|agent alert|no answer timeout|ring time seconds|ring timeout|member ring time",
    ),
    (
        &[TimeoutSeconds],
        "timeout seconds|timeout|queue timeout|max wait|max wait time|maximum wait time|maximum wait time in queue|timeout threshold|max wait seconds|wait time|call timeout|max queue time|time out|queue timeout seconds|maximum wait|maximum hold time|queue wait time|hold time",
    ),
    (
        &[TimeoutAction],
        "timeout action|on timeout|when timeout|action on timeout|time out action|max wait action|no answer action",
    ),
    (
        &[TimeoutTarget],
        "timeout target|timeout destination|timeout to|timeout forward to|destination when maximum wait time is met|time out destination|on timeout go to|no answer destination|after timeout|no answer target|no answer to|if no answer|unanswered to|if unanswered|no answer forward|on timeout forward to|on timeout send to",
    ),
    (
        &[OverflowThreshold],
        "overflow threshold|max call|maximum number of caller in queue|maximum call|maximum caller|max caller|queue size|queue length|max queue|max queue size|max queue length|call limit|queue capacity|maximum queue size|maximum call in queue|maximum call waiting|call waiting limit|maximum waiting|queue limit|queue depth|overflow at",
    ),
    (
        &[OverflowAction],
        "overflow action|on overflow|when overflow|action on overflow|queue full action|busy action|when full|if full|queue full|when queue full",
    ),
    (
        &[OverflowTarget],
        "overflow to|overflow target|overflow destination|destination when queue is full|queue full destination|overflow forward to|on overflow send to|on overflow forward to|busy destination|overflow",
    ),
    (
        &[Language],
        "language|prompt language|language id|sprache|langue|idioma|taal|locale|menu language|voice language|lang|prompt lang",
    ),
    (
        &[Greeting],
        "greeting|greeting open|greeting text|standard greeting|opening greeting|welcome message|welcome greeting|prompt|main greeting|open greeting|announcement|welcome|greeting message|begrussung|ansage|annonce|accueil|saludo|begroeting|open hours greeting|greeting wording|greeting script|greeting recording|prompt text|prompt wording|business hours greeting|greeting business hours",
    ),
    (
        &[MenuOption],
        "press|key|option|menu option|dtmf|menu key|digit|menu|taste|touche|tecla|opcion|toets|press key|dial key|menu press|menu choice|key press",
    ),
    (
        &[Operator],
        "operator|operator destination|operator target|receptionist|zero out|zero option|operator extension",
    ),
    (
        &[AfterHours],
        "after hour|closed hour|after hour routing|after hour action|after hour destination|closed|out of hour|night mode|after hour target|after hour greeting|closed greeting|night|ausserhalb der offnungszeiten|night destination|closed destination|afterhour|after hour to|closed routing|night mode destination",
    ),
    (
        &[BusinessHours],
        "hour|business hour|office hour|opening hour|open hour|hour of operation|schedule|schedule set|operating hour|geschaftszeiten|offnungszeiten|heure d ouverture|horaire|horario|openingstijden|working hour|work hour|site hour|horario de atencion|open|open time|time open|day open|day and hour",
    ),
    (
        &[Holidays],
        "holiday|holiday schedule|holiday list|feiertage|feiertag|jour ferie|jours feries|festivo|feestdagen|bank holiday|public holiday|holiday closure|closure|closing day|closed day|day closed|closed on|feiertagskalender|dias festivos",
    ),
    (
        &[AccountType],
        "account type|resource account type|application type|ra type|voice app type|application id|kind of account|resource type|aa cq|cq aa|aa or cq",
    ),
    (
        &[Name, Site],
        "erl name|location id name|site title|standortname|nom du site|nombre del sitio|locatienaam",
    ),
    (
        // A list of other things names its sites by their codes.
        &[SiteCode, Site],
        "site code|location code|site id|site number|branch code|store number|branch number|building code|office code|store code|facility code|site abbreviation|location id|standortcode|code site|standortkurzel|location number|site short name|store id|branch id|site abbrev|site abbr|site short code",
    ),
    (
        &[HouseNumber],
        "house number|house number suffix|street number|building number|civic number|hausnummer|hausnumber|huisnummer|huisnumber|address number|house no|numero civico",
    ),
    (
        &[Street],
        "street|street suffix|street address|street name|address|address line 1|service address|address 1|street 1|site address|office address|physical address|address address line 1|emergency address|e911 address|strasse|adresse|anschrift|rue|voie|direccion|calle|domicilio|straat|straatnaam|adres|endereco|rua|via|indirizzo|mailing address|location address|street addr|address line|building address|postanschrift|adresse postale|calle y numero",
    ),
    (
        &[City],
        "city|town|city name|address city|community name|municipality|locality|service city|site city|ort|stadt|ville|commune|localite|ciudad|poblacion|localidad|municipio|plaats|stad|woonplaats|cidade|citta|city town|e911 city|postal city|wohnort",
    ),
    (&[State, PortingStatus, OrderStatus], "state|status state|estado"),
    (
        &[State],
        "st|state province|state or province|province|address state or province|region|service state|site state|us state|state code|iso subdivision|bundesland|kanton|etat province|estado provincia|provincia|provincie|state region|province state|state prov|e911 state|prov",
    ),
    (
        &[PostalCode],
        "zip|zip code|postal code|postcode|address zip or postal code|zip postal|zip postal code|zip or postal code|service zip|site zip|zipcode|plz|postleitzahl|code postal|codigo postal|cp|cep|cap|postal|postal zip code|e911 zip|post code",
    ),
    (
        &[Country],
        "country|country region|country or region|country code|address country|iso country code|iso country|nation|service country|land|pays|pais|paese|country name|site country|countryregion",
    ),
    (
        &[TimeZone],
        "time zone|timezone|tz|service instance profile time zone|zeitzone|fuseau horaire|fuseau|zona horaria|huso horario|tijdzone|site time zone|time zone id",
    ),
    (
        &[MainNumber],
        "main number|main|main phone number|site main number|main telephone|main line|site phone|main did|site number main|published number|hauptnummer|hauptnumber|zentrale|zentralnummer|numero principal|number principal|standard telephonique|numero general|hoofdnummer|hoofdnumber|office main number|listed number|main listed number|site phone number|main office number|central number|lead number|main tn|main btn number|pilot number|sammelnummer|sammelnumber|headnumber|hauptrufnummer|switchboard number|reception number|main site number|site main tn|main tel number",
    ),
    (
        &[MainNumber, E164],
        "lobby phone|front desk phone|reception phone|branch phone|store phone|general phone|general number",
    ),
    (
        &[LegacyPbx],
        "legacy pbx|pbx|current pbx|phone system|current phone system|pbx type|existing pbx|telephone system|pbx model|telefonanlage|tk anlage|autocom|centralita|telefooncentrale|pbx vendor|current system|legacy system|existing phone system|system type|pbx make model|pbx make|pbx make or model|current phone sys|phone system vendor|current platform|legacy platform|phone platform",
    ),
];
