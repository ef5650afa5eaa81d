//! Headers of columns about telephone numbers and their ports.

use super::Entry;
use crate::mapping::ImportField::*;

pub(super) const ENTRIES: &[Entry] = &[
    (
        &[E164, FurtherNumber],
        "tn|tn range|did|did range|did number|did 10 digit|10 digit did|ddi|ddi number|e164|e164 number|phone number|phone\
         |line uri|on prem line uri|direct line|direct number|direct dial|direct dial number|direct phone|direct in dial\
         |direct inward dial|business phone|business phone number|office phone|office number|work phone|work number\
         |desk phone|desk phone number|desk number|desk line|zoom phone number|trunk number|number range|range|port number\
         |number to port|tn to port|phone number to port|ported number|porting number|ported tn|full number\
         |public number|external number|external phone number|external line|pstn number|did tn|assigned number\
         |assigned phone number|assigned did|assigned tn|teams number|teams phone number|new did|current did|phone line\
         |primary phone|primary number|primary phone number|primary did|main phone|outside line|contact phone|contact number|wtn|working tn\
         |working number|working phone number|subscriber number|msisdn|cli number|service number|telephone range\
         |number block|did block|tn block|phone range|phone number range|phone tn|business number|landline|inbound number\
         |ctn|mainline|line number|toll free number|tfn|dnis|elin|dialed number\
         |rufnummer|telefon|telefonnummer|telefon geschaftlich|telefon buro|durchwahlnummer|amtsrufnummer|rufnr|festnetz\
         |festnetznummer|geschaftlich|numero de phone|numero phone|phone fixe|ligne directe|sda|numero sda|ligne fixe\
         |numero d appel|telefono|numero de telefono|telefono fijo|linea directa|numero directo|telefono trabajo|telefonos\
         |telefoonnummer|telefoon|telefoon nummer|vast nummer|doorkiesnummer|telefone|numero de telefone|numero telefono\
         |puhelinnumero|telefonnumber|telefon number|telefoonnumber|puhelinnumber|durchwahlnumber|doorkiesnumber\
         |incoming number|caller dial|number dialed|dial in number|geographic number|number to transfer|direktwahl|direktnummer|numero de ligne|numero externe|numero de linea\
         |numero telefonico|telefone direto|directe lijn|telefoonnummer extern|linea fija|linea telefonica|tel uri|direktnumber",
    ),
    (&[E164, Extension, FurtherNumber], "number|line|nummer"),
    (
        &[E164, Extension],
        "hunt pilot|hunt pilot number|hunt group number|queue number|ring group number",
    ),
    (&[E164, FurtherNumber], "alternate extension"),
    (
        &[FurtherNumber],
        "further number|second number|second line|secondary number|secondary phone|secondary did|additional number\
         |additional phone|additional did|additional phone number|additional line|other number|other phone|alternate number\
         |alternate phone|alternate phone number|alt number|alt phone|alt did|alternate did|2nd number|2nd line|private line\
         |facsimile|facsimile number|facsimile phone number|facsimile did|business phone 2|other telephone|weitere rufnummer\
         |second did|2nd did|secondary line|shared line|facsimile line|efacsimile|facsimile phone|numero de facsimile|facsimilenumber",
    ),
    (
        &[Extension],
        "extension|extension number|directory number|dn|short dial|short number|internal number|internal extension\
         |primary extension|zoom phone extension number|owned extension|inoffice extension|station|station number\
         |dial extension|phone extension|desk extension|internal phone|internal line|user extension|sip extension|4 digit\
         |4 digit extension|agent extension|voip extension|teams extension|line extension|short code|local extension\
         |nebenstelle|durchwahl|nebenstellennummer|nebenstellennumber|interne rufnummer|kurzwahl|nst|dw|klappe\
         |numero de poste|poste interne|numero interne|number interne|extension interna|interno|anexo|toestel\
         |toestelnummer|toestelnumber|intern nummer|interne nummer|interne number|intern number|ramal|interno telefonico|anknytning\
         |sta|dial number|internal dial|nebenst|poste tel|numero court|ramal interno|doorkiesnr|last 4|last four|last 4 digit|extension corta\
         |corto|numero corto|stn|pilot|pilot extension|pilot dn|verkort nummer|verkort number|internal|interne durchwahl",
    ),
    // French has one word for a telephone and for a position.
    (&[Extension, JobTitle], "poste"),
    (
        &[NumberMask],
        "external phone number mask|external number mask|phone number mask|number mask|did mask|mask",
    ),
    (
        &[NumberType, AccountType],
        "number type|phone number type|use|usage|usage type|line type|type of line|target type|purpose|used for|type|kind|tn type\
         |did type|service type|type of service|type of number|function|device use|line use|tn usage|number usage|number use\
         |did use|did usage|category|allocation|line purpose|number purpose|number category|verwendung|typ|art|zweck|nutzung\
         |type de ligne|usage de la ligne|tipo|tipo de linea|tipo de numero|soort|gebruik|what is it for|routed to|destination type\
         |line usage|tn use|number class|rufnummerntyp|usage category|line description type|did purpose",
    ),
    (
        &[Usage],
        "teams usage|capability usage|acquired capability|required usage",
    ),
    (
        &[Carrier],
        "carrier|losing carrier|current carrier|losing service provider|provider|service provider|partner name\
         |pstn partner name|losing provider|current provider|current service provider|carrier name|telco|lec|osp|old carrier\
         |old provider|existing carrier|existing provider|vendor|losing telco|phone company|phone provider|network operator\
         |operator name|pstn carrier|incumbent carrier|clec|anbieter|netzbetreiber|provider name|operateur|fournisseur\
         |operador|proveedor|aanbieder|losing sp|carrier of record|supplier\
         |lsp|old telco|current lsp",
    ),
    (
        &[Btn],
        "btn|billing phone number|billing tn|account phone number|billing number|main btn|billing did|btn number\
         |main billing number|main billing phone number|billing telephone|atn|pilot number btn|losing btn\
         |bill to number|bill to tn|acct phone number",
    ),
    (
        &[RateCenter],
        "rate center|ratecenter|rate centre name|rc|rate center name|rate ctr|exchange|local exchange",
    ),
    (
        &[FocDate],
        "foc|foc date|requested foc date|requested foc|due date|desired due date|target port in date|port date|ported date\
         |porting date|requested port date|desired port date|firm order commitment|firm order commitment date|scheduled port date\
         |confirmed date|confirmed foc|committed date|commit date|scheduled date|activation date|port due date|ddd\
         |confirmed port date|actual foc date|foc due date|foc received date|desired foc date|port in date|target date|rfc date\
         |portierungsdatum|portierungstermin|date de portage|fecha de portabilidad|porteringsdatum|transfer date|foc commit date\
         |firm order date|port on|ports on|porting on|port scheduled|cut on|due on|portierung|portierung am|confirmed port date",
    ),
    (
        &[OrderDate],
        "order date|ordered|date ordered|order placed|ordered on|submission date|submitted date|date submitted|submitted on\
         |order placed date|bestelldatum|date de commande|fecha de pedido|lsr date|order submitted|order submitted date\
         |lsr submitted|lsr sent|submitted",
    ),
    (
        &[PortingStatus, OrderStatus],
        "porting status|port status|status|port in order status|portin status|tn status|number status|did status|port state\
         |porting state|state of port|current status|stage|progress|migration status|port progress|status of port|line status\
         |portierungsstatus|statut|etat|portierstatus|stand|lnp status|transfer status\
         |portability status|port request status|status der portierung|where it stands",
    ),
    (
        &[Disposition],
        "disposition|action|port yn|port y n|port|port yes no|to port|to be ported|porting yn|port in|keep or port|do we port\
         |decision|port or keep|action required|plan|planned action|migrate|migrate y n|port this number|final disposition|what to do\
         |portieren|a porter|portar|porteren|porting required|port needed|number action|include in port\
         |porting|keep|keep disconnect|keep or disconnect|disposition code|to teams|moving|move|move y n|retain",
    ),
    (
        &[QuantityCheck],
        "quantity|count|number of number|number count|did count|tn count|how many|total number|range size|block size|of number\
         |line count|number of tn|number of did|anzahl|menge|nombre de ligne|cantidad|aantal|size|quantity of number|did quantity|tn quantity",
    ),
    (
        &[AssignedToUpn],
        "assigned to upn|assigned upn|assigned user upn|assignedto upn|target upn|owner upn|assigned user|assigned to email\
         |user assigned|assigned user email|assigned to user|assigned email|owner email|assignee|target user",
    ),
    (
        &[Pon],
        "pon|pon number|order pon|purchase order number|customer pon|our pon|client pon",
    ),
    (
        // What may also be the place of an agent among others.
        &[Pon, AgentPosition],
        "order number|order|order id|port order|port order number|port order id|lsr number|lsr\
         |porting order|porting order number|order reference|order ref|carrier order|carrier order number\
         |port request|port request id|port request number|lsr id|request id|request number\
         |reference number|port id|ticket|port in order id|service order number|son|auftragsnummer\
         |auftragsnumber|numero de commande|numero de pedido|bestelnummer|bestelnumber|asr number|po\
         |po number|carrier po|carrier order id|supplier order number|carrier reference",
    ),
    (
        &[OrderStatus, PortingStatus],
        "order status|order state|status of order|port order status|pon status|lsr status|request status|ticket status\
         |carrier status|response type|lsr response|response|order progress|auftragsstatus|statut de la commande|estado del pedido\
         |port request state",
    ),
    (
        &[RejectReason],
        "reject reason|rejection reason|rejected reason|reason for reject|reason for rejection|reject|rejection|reject code\
         |rejection code|reject description|error|error message|error description|exception|reject detail|reject comment|reason\
         |error code|ablehnungsgrund|motif de rejet|motivo de rechazo|status reason|supplier comment|jeopardy reason\
         |jep reason|error reason|reject reason text",
    ),
];
