//! Headers of columns about people.

use super::Entry;
use crate::mapping::ImportField::*;

pub(super) const ENTRIES: &[Entry] = &[
    (
        &[Upn, AssignedToUpn],
        "upn|user principal name|e mail upn|upn e mail|user id email|user principal|upn email|upn address|upn email address\
         |teams upn|azure ad upn|entra upn|office 365 upn|m365 upn|o365 upn|userprincipal|agent upn|resource account upn\
         |resource account|ra upn|user upn|prinzipalname|benutzerprinzipalname|nom principal de l utilisateur|nom d utilisateur principal\
         |nombre principal de usuario|primary upn|microsoft upn|email upn|user principal name upn|aad upn|ad upn|principal name|benutzeranmeldename",
    ),
    (
        &[Upn, AssignedToUpn, UserKey],
        "login name|sign in name|signin name|sign in|signin|sign in address|login email|user email|user mail|teams login|m365 login\
         |office 365 login|teams account|m365 account|user email address|logon email",
    ),
    (
        &[Upn, AssignedToUpn, Email],
        "mail|mail address|email|email address|work email|work email address|business email|corporate email|company email|primary email\
         |voicemail email|vm email|mail id|smtp|smtp address|primary smtp address|e mail adresse|email adresse|mailadresse\
         |mail adresse|courriel|adresse mail|adresse e mail|adresse email|correo|correo electronico|e mailadres|mailadres\
         |email id|email addr|office email|direccion de correo|emailadres|emailadresse|voice mail email|notification email|contact email|username email|endereco de email|primary smtp",
    ),
    (
        &[UserKey, Description],
        "user id|user key|alias|login|user|owner user id|sam account name|samaccountname|username|user name|cce login|network id|logon name\
         |logon|employee id|employee number|badge|badge number|staff number|staff id|personnel number|ad account|ad user|ad login\
         |windows login|account name|nt login|ntid|uid|userid|personalnummer|personalnumber|mitarbeiternummer|benutzername|benutzer|anmeldename\
         |kennung|identifiant|matricule|login utilisateur|usuario|nombre de usuario|legajo|gebruikersnaam|gebruiker|personeelsnummer|personeelsnumber\
         |person id|unique id|worker id|associate id|network login|domain user|mailnickname|mail nickname|domain login|owner id|line owner\
         |badge id|person number|pers number|personnel id|hr id|login id|user code|windows user|nt username|codigo de empleado|codigo empleado|cod empleado|numero matricule|code agent",
    ),
    (
        &[FirstName],
        "first name|given name|given|first|forename|fname|f name|first nm|name first|user first name|preferred first name\
         |preferred name|legal first name|christian name|vorname|rufname|prenom|nombre|nombre de pila|primer nombre|voornaam|roepnaam|primeiro nome|nome proprio|fornamn|given names",
    ),
    (
        &[LastName],
        "last name|surname|last|sn|family name|lname|l name|last nm|name last|user last name|legal last name|nachname|familienname\
         |zuname|nom|nom de famille|apellido|apellidos|apellido paterno|primer apellido|achternaam|familienaam|sobrenome|apelido|cognome|efternamn|family|second name\
         |segundo apellido",
    ),
    (
        &[DisplayName, Description, Name],
        "display name|full name|long name|cn|common name|employee|employee name|user display name|person|end user|end user name\
         |caller id name|phone display name|staff|staff name|staff member|first and last name|first last name|name first last|last first name\
         |last first|name last first|first last|contact|contact name|anzeigename|mitarbeiter|mitarbeitername|vollstandiger name|vor und nachname\
         |name vorname|nom complet|nom affiche|nom d affichage|nom et prenom|nom prenom|nombre completo|nombre para mostrar|nombre y apellido\
         |apellido y nombre|volledige naam|weergavenaam|naam|nome|nome completo|name of employee|name of user|who|line owner name|subscriber\
         |subscriber name|assigned to name|ascii display|alerting name|ascii alerting name|line description|user full name|name of person|member name|associate|associate name|teammate\
         |worker|worker name|who uses it|nutzer|nome e cognome|naam medewerker|display",
    ),
    (&[DisplayName, Name, Description], "name|label"),
    (
        &[Description, DisplayName, Name],
        "description|assigned to|assigned|phone name|location description|line label|text|comment description|beschreibung|bezeichnung|descripcion|libelle|omschrijving|beschrijving|tn description|did description|number description|line name|used by|user or purpose|current user|end user device|assigned to use|zugewiesen an|attribue a|asignado a|toegewezen aan|station name|did name|purpose description\
         |allocated to|belongs to|affectation|affecte a|answered by|who answers|rings at",
    ),
    (
        &[Department],
        "department|department name|division|team|cost center name|business unit|bu|unit|section|group name|team name|org unit\
         |organization unit|supervisory organization|organizational unit|department desc|abteilung|bereich|fachbereich|service|departement|direction|equipe|departamento|area|seccion\
         |afdeling|dienst|setor|reparto|avdelning|work group|workgroup|function area\
         |home department|cost center description|organisationseinheit|pole|unite|gerencia|ufficio|practice group|faculty|unidad|unidad organizativa|unidad de negocio",
    ),
    (
        &[JobTitle],
        "job title|title|position|role|job|job role|position title|job position|job function|job description|occupation|designation|stelle|funktion|berufsbezeichnung|position name\
         |stellenbezeichnung|fonction|poste occupe|intitule du poste|titre|cargo|puesto|titulo|functie|functietitel|cargo funcao|job name|business title|working title\
         |job profile|job classification|position description|functional title|emploi|puesto de trabajo|mansione|functieomschrijving|tatigkeit|categoria profesional",
    ),
    (
        &[Site, Name],
        "site|site name|office|office location|physical delivery office name|building|location|zoom phone site|branch|branch name|campus\
         |facility|facility name|work location|user location|office name|site location|location name|phone location|device pool|store|store name|plant|property\
         |location site|city office|branch office|office site|work site|worksite|building name|desk location|home office|office building|place name|group id\
         |standort|niederlassung|filiale|betriebsstatte|gebaude|buro|dienststelle|lieu|localisation|agence|bureau|etablissement|emplacement|site de travail\
         |sede|oficina|sitio|ubicacion|sucursal|edificio|locatie|vestiging|kantoor|filiaal|local|unidade|lugar|emergency address site|clinic|region office|sites\
         |home location|home site|home building|base location|lieu de travail|centro de trabajo|delegacion|sede di lavoro|vestigingsplaats|work place|duty station\
         |school|hospital|warehouse|depot|located at|located in|sits at",
    ),
    (
        &[CutoverDate],
        "cutover|cutover date|cut over date|migration date|go live|go live date|golive|wave date|move date|flash cut date|switch date|migration day\
         |cut date|target cutover|planned cutover|planned cutover date|planned migration date|scheduled migration|scheduled cutover|activation day|umstellungsdatum|umstellung|migrationsdatum|umzugsdatum\
         |date de migration|date de bascule|bascule|fecha de migracion|fecha de corte|migratiedatum|overgangsdatum|datum migration|golive datum\
         |cutover slot|cutover window|cutover day|migration slot|migration window|wave cutover date|cutover wave date|migration wave date|move to teams date|date de passage",
    ),
    (
        &[UsageLocation],
        "usage location|usage country|license location|license country|m365 usage location|usage loc",
    ),
    (
        &[LicenseSku],
        "license|license sku|license type|sku|calling plan license|teams license|m365 license|assigned license|product license|license name|lizenz|lizenzen|licencia|licentie|licences\
         |license needed|license required|m365 sku",
    ),
    (
        &[VoiceRoutingPolicy],
        "voice routing policy|online voice routing policy|routing policy|ovrp|teams voice routing policy\
         |voice routing|vrp",
    ),
    (
        &[DialPlan],
        "dial plan|tenant dial plan|tenant dp|teams dial plan|dialplan",
    ),
    (
        &[Notes],
        "note|remark|comment|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|notiz|notizen|hinweis|remarque|commentaire|observation|nota|observacion|observaciones\
         |comentario|opmerking|opmerkingen|notitie|special instruction|instruction|additional info|additional information|misc|miscellaneous|internal note|migration note|general note|more info|extra info|observacoes|notas\
         |fyi|question|open question|issue|open issue|open point|follow up|detail|toelichting|erlauterung|precision|aclaraciones|bem|anm|hinweise|zusatzinfo|comentarios|comentarios adicionales|osservazioni|scribble",
    ),
];

/// Addresses for calls, which often are the UPN and never are sure to be.
pub(super) const WEAK_ENTRIES: &[Entry] = &[(
    &[Upn],
    "sip address|sip uri|sip proxy address|directory uri|sip|sip username|im address|sip address primary|lync address",
)];
