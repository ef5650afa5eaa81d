//! Every sample file comes out as the expectation written beside it says: header, records, reasons, counts.
//! The rules of the comparison stand in `tests/fixtures/imports/README.md`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod comparison;

use std::path::{Path, PathBuf};

use comparison::{Found, compare, found_in};
use portflow_domain::enums::ImportTarget;
use portflow_domain::import::{
    Existing, ImportPlan, ImportSettings, PlanChoices, ReportFile, ReportSheet, incomplete_set,
    original_cells, plan, read_rows, report,
};
use portflow_domain::mapping::{
    ImportField, SheetDetection, detect_workbook, detect_workbook_unaided, table_at,
};
use portflow_domain::number::Country;
use portflow_domain::workbook::Workbook;
use portflow_sheet::Limits;
use serde_json::{Value, json};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

fn expectation(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// One file with what detection says about it.
struct Read {
    name: String,
    workbook: Workbook,
    detections: Vec<SheetDetection>,
}

/// How the sheets are looked at: with the known exports, or without.
type Detect = fn(&Workbook, Country) -> Vec<SheetDetection>;

fn read(path: &Path, country: Country, detect: Detect) -> Result<Read, String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = std::fs::read(path).unwrap();
    let workbook =
        portflow_sheet::read(&bytes, &name, &Limits::default()).map_err(|error| error.code().to_owned())?;
    let detections = detect(&workbook, country);
    Ok(Read {
        name,
        workbook,
        detections,
    })
}

/// The settings of a sheet as detection suggests them, or with the columns that a person maps by hand.
fn settings_of(
    read: &Read,
    sheet: usize,
    country: Country,
    by_hand: Option<&Value>,
) -> Result<Option<ImportSettings>, String> {
    let (detection, sheet) = (&read.detections[sheet], &read.workbook.sheets[sheet]);
    let refusal = detection.table.as_ref().and_then(|table| table.refusal.as_ref());
    if let Some(refusal) = refusal {
        return Err(refusal.code.clone());
    }
    if let Some(columns) = by_hand {
        let mut table = table_at(sheet, 0, Some(ImportTarget::EndUsers), country);
        for column in &mut table.columns {
            let field = columns.get(column.index.to_string());
            column.field = field.map(|field| serde_json::from_value::<ImportField>(field.clone()).unwrap());
        }
        return Ok(Some(ImportSettings::suggested(sheet, &table, country)));
    }
    let table = detection
        .table
        .as_ref()
        .filter(|_| detection.ignored_why.is_none());
    Ok(table.map(|table| ImportSettings::suggested(sheet, table, country)))
}

/// Imports the files into nothing, with everything as suggested.
fn dry_run(files: &[PathBuf], expected: &Value, by_hand: Option<&Value>, detect: Detect) -> Found {
    match try_dry_run(files, expected, by_hand, detect) {
        Ok(found) => found,
        Err(code) => Found::Refused(code),
    }
}

fn try_dry_run(
    files: &[PathBuf],
    expected: &Value,
    by_hand: Option<&Value>,
    detect: Detect,
) -> Result<Found, String> {
    let country = expected["defaults"].get("country");
    let country = country.map_or(Country::US, |code| serde_json::from_value(code.clone()).unwrap());
    let mut reads = Vec::new();
    for path in files {
        reads.push(read(path, country, detect)?);
    }
    let mut chosen = Vec::new();
    for (file, read) in reads.iter().enumerate() {
        for sheet in 0..read.workbook.sheets.len() {
            if let Some(settings) = settings_of(read, sheet, country, by_hand)? {
                chosen.push((file, sheet, settings));
            }
        }
    }
    if chosen.is_empty() {
        return Err("no_table".to_owned());
    }
    let readings: Vec<_> = chosen
        .iter()
        .enumerate()
        .map(|(place, (file, sheet, settings))| {
            read_rows(place, &reads[*file].workbook.sheets[*sheet], settings)
        })
        .collect();
    if let Some(refusal) = incomplete_set(&readings) {
        return Err(refusal.code);
    }
    let plan = plan(readings, &Existing::none(), &PlanChoices::default());
    let sums = &plan.counts;
    assert_eq!(
        sums.inserted + sums.updated + sums.unchanged + sums.rejected,
        sums.records
    );
    let stored = stored(&plan, &reads, &chosen);
    let files: Vec<ReportFile<'_>> = reads
        .iter()
        .map(|read| ReportFile {
            name: &read.name,
            workbook: &read.workbook,
            detections: &read.detections,
        })
        .collect();
    let sheets: Vec<ReportSheet<'_>> = chosen
        .iter()
        .map(|(file, sheet, settings)| ReportSheet {
            file: *file,
            sheet: *sheet,
            settings,
        })
        .collect();
    let report = serde_json::to_value(report(&files, &sheets, &plan)).unwrap();
    Ok(Found::Report { report, stored })
}

/// Everything that committing the plan would store, as text.
fn stored(plan: &ImportPlan, reads: &[Read], chosen: &[(usize, usize, ImportSettings)]) -> String {
    let rows = plan.records.iter().map(|planned| {
        let (file, sheet, settings) = &chosen[planned.record.sheet];
        let sheet = &reads[*file].workbook.sheets[*sheet];
        json!({
            "cells": original_cells(sheet, &settings.columns, planned.record.source_row),
            "values": planned.record.values,
            "issues": planned.record.issues,
        })
    });
    Value::from_iter(rows).to_string()
}

/// The files that an expectation is about; the ones named in it stand beside it.
fn files_of(path: &Path, expected: &Value) -> Vec<PathBuf> {
    let beside = path.parent().unwrap();
    match expected["files"].as_array() {
        Some(names) => names
            .iter()
            .map(|name| beside.join(name.as_str().unwrap()))
            .collect(),
        None => vec![PathBuf::from(
            path.to_string_lossy().strip_suffix(".expected.json").unwrap(),
        )],
    }
}

fn check(name: &str) {
    let path = folder().join(format!("{name}.expected.json"));
    let expected = expectation(&path);
    let files = files_of(&path, &expected);
    let found = dry_run(
        &files,
        &expected,
        expected["settings"].get("columns"),
        detect_workbook,
    );
    let mut wrong = compare(&expected, &found);
    if let Some(without) = expected.get("without_settings") {
        let found = dry_run(&files, &expected, None, detect_workbook);
        let remarks = compare(without, &found);
        wrong.extend(remarks.iter().map(|remark| format!("without settings: {remark}")));
    }
    assert!(wrong.is_empty(), "{name}:\n  {}\n", wrong.join("\n  "));
}

/// One test per file, so that a failure names it.
macro_rules! files {
    ($($test:ident: $name:literal,)*) => {
        $(#[test] fn $test() { check($name); })*

        const FILES: &[&str] = &[$($name),*];

        /// Every expectation is looked at.
        #[test]
        fn no_expectation_is_forgotten() {
            let known = [$($name),*];
            let imports = std::fs::read_dir(folder().join("imports")).unwrap();
            for entry in imports {
                let name = entry.unwrap().file_name().to_string_lossy().into_owned();
                if let Some(file) = name.strip_suffix(".expected.json") {
                    assert!(known.contains(&format!("imports/{file}").as_str()), "{file} has no test");
                }
            }
        }
    };
}

files! {
    messy_user_list: "messy-user-list.xlsx",
    messy_did_inventory: "messy-did-inventory.xlsx",
    three_cx_extensions: "imports/3cx-extensions.csv",
    three_cx_inbound_rules: "imports/3cx-inbound-rules.csv",
    asterisk_master_cdr: "imports/asterisk-master-cdr.csv",
    asterisk_pjsip_voicemail: "imports/asterisk-pjsip-voicemail.conf.txt",
    avaya_cm_list_station: "imports/avaya-cm-list-station.txt",
    avaya_cm_station_asa: "imports/avaya-cm-station-asa.csv",
    avaya_ipdect_users: "imports/avaya-ipdect-users.csv",
    avaya_ipoffice_users_noheader: "imports/avaya-ipoffice-users-noheader.csv",
    broadworks_hunt_group: "imports/broadworks-hunt-group.csv",
    broadworks_user: "imports/broadworks-user.csv",
    call2teams_users: "imports/call2teams-users.csv",
    cer_erl_export: "imports/cer-erl-export.csv",
    cisco_cucm_cdr: "imports/cisco-cucm-cdr.csv",
    cisco_cucm_enduser: "imports/cisco-cucm-enduser.csv",
    cisco_cucm_huntlist: "imports/cisco-cucm-huntlist.csv",
    cisco_cucm_huntpilot: "imports/cisco-cucm-huntpilot.csv",
    cisco_cucm_linegroup: "imports/cisco-cucm-linegroup.csv",
    cisco_cucm_phone_export: "imports/cisco-cucm-phone-export.csv",
    cisco_cucm_phonelist_report: "imports/cisco-cucm-phonelist-report.csv",
    cisco_unity_callhandlers: "imports/cisco-unity-callhandlers.csv",
    cisco_unity_connection_users: "imports/cisco-unity-connection-users.csv",
    cucm_hunt: "imports/cucm-hunt",
    entra_users: "imports/entra-users.csv",
    excel_sep_line_tab: "imports/excel-sep-line-tab.csv",
    freepbx_dids: "imports/freepbx-dids.csv",
    freepbx_extensions: "imports/freepbx-extensions.csv",
    german_excel_semicolon_cp1252: "imports/german-excel-semicolon-cp1252.csv",
    legacy_telecom_inventory: "imports/legacy-telecom-inventory.xls",
    m365_admin_active_users: "imports/m365-admin-active-users.csv",
    messy_site_survey: "imports/messy-site-survey.xlsx",
    mitel_micollab_userservices: "imports/mitel-micollab-userservices.csv",
    mitel_shoretel_dbimport: "imports/mitel-shoretel-dbimport.csv",
    porting_carrier_generic: "imports/porting-carrier-generic.csv",
    ringcentral_users: "imports/ringcentral-users.xlsx",
    sfb_get_csuser: "imports/sfb-get-csuser.csv",
    site_survey: "imports/site-survey.ods",
    teams_assign_numbers: "imports/teams-assign-numbers.csv",
    teams_export_csacquiredphonenumber: "imports/teams-export-csacquiredphonenumber.csv",
    teams_get_csonlineuser: "imports/teams-get-csonlineuser.csv",
    teams_get_csphonenumberassignment: "imports/teams-get-csphonenumberassignment.csv",
    teams_lis_locations: "imports/teams-lis-locations.csv",
    teams_port_order_template: "imports/teams-port-order-template.csv",
    utf16le_semicolon: "imports/utf16le-semicolon.csv",
    webex_control_hub_users: "imports/webex-control-hub-users.csv",
    zoom_phone_users: "imports/zoom-phone-users.csv",
}

/// Files whose records only the fingerprint of their export settles, and why header and cells cannot.
const NEED_THEIR_FORMAT: &[(&str, &str)] = &[
    (
        "imports/3cx-inbound-rules.csv",
        "NAME is the rule's name and not a person's; MASK a number and no mask",
    ),
    (
        "imports/avaya-ipdect-users.csv",
        "Name is the login, beside two columns of names",
    ),
    (
        "imports/cisco-cucm-huntlist.csv",
        "NAME is the queue that LINE GROUP rings for",
    ),
    (
        "imports/cisco-cucm-phone-export.csv",
        "a phone's Description comes before the line's Alerting Name",
    ),
    (
        "imports/cisco-unity-callhandlers.csv",
        "Key0 to Key9 are a menu, DisplayName the attendant",
    ),
    (
        "imports/cucm-hunt",
        "the three files are joined by what NAME means in each",
    ),
    (
        "imports/freepbx-dids.csv",
        "destination holds codes such as ext-group",
    ),
    (
        "imports/freepbx-extensions.csv",
        "user repeats the extension and is no login",
    ),
    (
        "imports/sfb-get-csuser.csv",
        "SamAccountName does not stand in for an empty UserPrincipalName",
    ),
];

/// An export that nobody has described yet must read as well: the table of formats only settles what header and
/// cells leave open. What it settles is named, and nothing is named that reads alike without it.
#[test]
fn records_are_alike_when_no_export_is_known() {
    let mut different = Vec::new();
    for name in FILES {
        let path = folder().join(format!("{name}.expected.json"));
        let expected = expectation(&path);
        let by_hand = expected["settings"].get("columns");
        let files = files_of(&path, &expected);
        let found = dry_run(&files, &expected, by_hand, detect_workbook_unaided);
        let of_records = |line: &String| {
            !["detected", "column", "warnings"]
                .iter()
                .any(|part| line.starts_with(part))
        };
        if compare(&expected, &found).iter().any(of_records) {
            different.push(*name);
        }
    }
    let named: Vec<&str> = NEED_THEIR_FORMAT.iter().map(|(name, _)| *name).collect();
    assert_eq!(different, named, "of {} files", FILES.len());
}

/// A line on three devices with its pilot, list and group: one number, one queue, three agents in order.
#[test]
fn cucm_shared_line() {
    let path = folder().join("imports/cucm-shared-line/expected.json");
    let expected = expectation(&path);
    let mut files = files_of(&path, &expected);
    for _ in 0..files.len() {
        files.rotate_left(1);
        let Found::Report { report, .. } = dry_run(&files, &expected, None, detect_workbook) else {
            panic!("refused");
        };
        let mut wrong = Vec::new();
        for entity in ["end_users", "call_queues", "call_queue_agents"] {
            let mut records = expected[entity].clone();
            for record in records.as_array_mut().unwrap() {
                record["entity"] = json!(entity);
            }
            let accepted = report["accepted"].as_array().unwrap();
            let of_entity: Vec<Value> = accepted
                .iter()
                .filter(|record| record["entity"] == entity)
                .cloned()
                .collect();
            found_in("accepted", &records, &Value::from(of_entity), true, &mut wrong);
        }
        found_in(
            "rejected",
            &expected["rejected"],
            &report["rejected"],
            true,
            &mut wrong,
        );
        comparison::warnings(&expected["warnings"], &report["warnings"], &mut wrong);
        let mut numbers: Vec<&Value> = report["accepted"]
            .as_array()
            .unwrap()
            .iter()
            .map(|record| &record["e164"])
            .filter(|number| !number.is_null())
            .collect();
        numbers.sort_by_key(|number| number.to_string());
        numbers.dedup();
        if json!(numbers) != expected["numbers"] {
            wrong.push(format!(
                "numbers: expected {}, found {numbers:?}",
                expected["numbers"]
            ));
        }
        assert!(wrong.is_empty(), "{files:?}:\n  {}\n", wrong.join("\n  "));
    }
}
