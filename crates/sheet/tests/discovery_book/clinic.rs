//! A clinic with a lunch break, two trunks, an elevator line and an unknown fax, and what is said of its workbook.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Cursor;

use portflow_domain::discovery::completeness::{SiteDiscovery, completeness};
use portflow_domain::discovery::questionnaire::built_in;
use portflow_domain::discovery_book::{
    BookProblem, Change, Contents, Returned, compare, contents, layout, read_back,
};
use portflow_domain::entities::{
    Circuit, Contact, EmergencyLocation, LegacySystem, NetworkSegment, QuestionnaireAnswer,
    QuestionnaireDocument, SectionState, Site, SpecialLine,
};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::Workbook;
use portflow_sheet::{Limits, read, write_discovery_book};
use serde_json::{Value, json};

const AT: &str = "2026-11-21T09:00:00.000Z";

/// What is known of it; a test changes what it is about.
pub struct Clinic {
    pub site: Site,
    pub contacts: Vec<Contact>,
    pub sections: Vec<SectionState>,
    places: Vec<EmergencyLocation>,
    segments: Vec<NetworkSegment>,
    systems: Vec<LegacySystem>,
    pub circuits: Vec<Circuit>,
    pub lines: Vec<SpecialLine>,
    answers: Vec<QuestionnaireAnswer>,
    questions: QuestionnaireDocument,
}

pub fn id(number: u32) -> String {
    format!("00000000-0000-7000-8000-{number:012}")
}

/// A stored row: what every row has, and its own fields.
fn row<T: serde::de::DeserializeOwned>(number: u32, own: Value) -> T {
    let mut row = json!({ "id": id(number), "customerId": id(1), "siteId": id(2), "revision": 1,
        "createdAt": AT, "updatedAt": AT, "notes": null });
    for (field, value) in own.as_object().unwrap() {
        row[field] = value.clone();
    }
    serde_json::from_value(row).unwrap()
}

fn circuits() -> Vec<Circuit> {
    vec![
        row(
            8,
            json!({ "losingAccountId": null, "carrierName": "Old Telco", "kind": "pri",
                    "circuitId": "12/HCGS/1", "channels": 23, "btn": "214-555-0100",
                    "contractEnd": "2027-05-31", "monthlyCostCents": 41250, "disconnectOn": null }),
        ),
        row(
            9,
            json!({ "losingAccountId": null, "carrierName": "Cable Co", "kind": "sip",
                    "circuitId": null, "channels": null, "btn": null, "contractEnd": null,
                    "monthlyCostCents": null, "disconnectOn": null }),
        ),
    ]
}

fn lines() -> Vec<SpecialLine> {
    vec![
        row(
            10,
            json!({ "losingAccountId": null, "kind": "elevator", "number": "+12145550190",
                    "location": "Shaft 2", "owner": null, "decision": "keep", "decidedBy": null }),
        ),
        row(
            11,
            json!({ "losingAccountId": null, "kind": "fax", "number": null,
                    "location": "Nurse station", "owner": null, "decision": "unknown", "decidedBy": null }),
        ),
    ]
}

impl Clinic {
    pub fn new() -> Self {
        let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": "13:00", "close": "17:00" }]);
        let night = json!([{ "open": "22:00", "close": "06:00" }]);
        Self {
            site: row(
                2,
                json!({ "name": "North clinic", "code": null, "street": "100 EXAMPLE BLVD",
                "city": "Dallas", "state": "TX", "postalCode": "07520", "country": "US",
                "timeZone": "America/Chicago", "mainNumber": "+12145550100", "legacyPbx": null,
                "businessHours": { "monday": day, "friday": night },
                "holidays": [{ "name": "Christmas", "date": "2026-12-25" }],
                "discoveryNotes": "=1+1 is no formula\nsecond line", "archivedAt": null }),
            ),
            contacts: vec![row(
                3,
                json!({ "kind": "technical", "name": "Robin Example", "title": null,
                "email": "robin@example.com", "phone": "214-555-0111", "siteId": null }),
            )],
            sections: vec![row(
                4,
                json!({ "section": "circuits", "state": "answered", "saidBy": "Front desk",
                "saidOn": "2026-11-20" }),
            )],
            places: vec![row(
                5,
                json!({ "name": "Floor 1", "companyName": null, "building": null,
                "floor": "1", "room": null, "houseNumber": "100", "houseNumberSuffix": null,
                "streetName": "Example", "streetSuffix": "Blvd", "city": "Dallas", "state": "TX",
                "postalCode": "07520", "country": "US", "elin": null }),
            )],
            segments: vec![row(
                6,
                json!({ "emergencyLocationId": id(5), "kind": "subnet",
                "identifier": "10.20.7.0/24", "port": "", "description": null }),
            )],
            systems: vec![row(
                7,
                json!({ "vendor": "Avaya", "model": "IP Office", "version": "11",
                "outsideLineDigit": "8", "extensionLength": 4, "maintainedBy": null,
                "internalRanges": [{ "first": "2000", "last": "2999" }] }),
            )],
            circuits: circuits(),
            lines: lines(),
            answers: vec![row(
                12,
                json!({ "questionnaireId": id(13), "question": "site.freeze",
                "state": "answered", "answer": "December 20 to January 5", "saidBy": "Robin Example",
                "saidOn": "2026-11-20" }),
            )],
            questions: built_in().unwrap().document,
        }
    }

    pub fn learnt(&self) -> SiteDiscovery<'_> {
        SiteDiscovery {
            site: &self.site,
            contacts: &self.contacts,
            sections: &self.sections,
            emergency_locations: &self.places,
            network_segments: &self.segments,
            legacy_systems: &self.systems,
            circuits: &self.circuits,
            special_lines: &self.lines,
            devices: &[],
            licenses: &[],
            questionnaire: Some(&self.questions),
            answers: &self.answers,
        }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let of = self.learnt();
        let day = "2026-11-21".parse().unwrap();
        let book = layout(&of, &contents(&of), &completeness(&of), day);
        let mut bytes = Cursor::new(Vec::new());
        let at: Timestamp = serde_json::from_value(json!(AT)).unwrap();
        write_discovery_book(&mut bytes, &book, at).unwrap();
        bytes.into_inner()
    }

    pub fn workbook(&self) -> Workbook {
        read(&self.bytes(), "clinic.xlsx", &Limits::default()).unwrap()
    }

    pub fn back(&self, workbook: &Workbook) -> Returned {
        read_back(workbook, &self.learnt()).unwrap()
    }

    pub fn ours(&self) -> Contents {
        contents(&self.learnt())
    }

    /// The changes of a workbook without a problem.
    pub fn changes(&self, workbook: &Workbook) -> Vec<Change> {
        let returned = self.back(workbook);
        assert_eq!(returned.problems, []);
        let (changes, problems) = compare(&returned, &self.ours(), &self.learnt());
        assert_eq!(problems, []);
        changes
    }

    /// Everything that is said against a workbook.
    pub fn problems(&self, workbook: &Workbook) -> Vec<BookProblem> {
        let returned = self.back(workbook);
        let (_, more) = compare(&returned, &self.ours(), &self.learnt());
        returned.problems.into_iter().chain(more).collect()
    }
}
