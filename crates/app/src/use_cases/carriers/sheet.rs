//! A template looked at before it is kept: sample rows, and the carrier's own workbook with where the facts may go.

use portflow_domain::porting::carrier::{CarrierProfile, PortRules, SheetTemplate, check_profile};
use portflow_domain::porting::own_workbook::{suggest, suggest_for};
use portflow_domain::porting::request_sheet::{
    SheetValue, fill_in, port_request, sample_request, sheet_problems,
};
use portflow_domain::workbook::{Visibility, Workbook};
use portflow_sheet::Limits;
use portflow_store::queries::carriers;

use super::find;
use crate::context::Context;
use crate::dto::carriers::{CarrierSheetPreview, CarrierWorkbook, PreviewCarrierSheet, ReadCarrierWorkbook};
use crate::dto::orders::GuardLine;
use crate::error::{ApiError, ErrorCode, Result};

/// A carrier's own workbook on its way into the workspace.
pub(super) struct OwnWorkbook {
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

/// The largest workbook that is kept as a template, in bytes; the database refuses more.
const LARGEST: usize = 10 * 1024 * 1024;
/// How much of a sheet a person sees while placing the facts.
const SHOWN_ROWS: usize = 80;
const SHOWN_COLUMNS: usize = 26;

/// The template with sample rows.
pub async fn preview(_: &Context, request: PreviewCarrierSheet) -> Result<CarrierSheetPreview> {
    let template = request.sheet_template;
    let sample = sample_request(&request.name, request.ocn.as_deref());
    let table = port_request(&sample, &template);
    let found = sheet_problems(&sample, &PortRules::default(), &template);
    let texts = |row: &Vec<SheetValue>| row.iter().map(shown).collect();
    let kept = CarrierProfile {
        code: "preview".to_owned(),
        name: "Preview".to_owned(),
        ocn: None,
        to_confirm: false,
        contacts: Vec::new(),
        port_rules: PortRules::default(),
        sheet_template: template.clone(),
    };
    let wrong = check_profile(&kept).into_iter().map(|problem| GuardLine {
        code: problem.place,
        met: false,
        warning: false,
        text: problem.text,
        remedy: problem.remedy,
    });
    // What the sample says is no fault of the template: a longer name would be one of an order.
    let of_sample = found.into_iter().map(|finding| GuardLine {
        met: true,
        warning: true,
        ..GuardLine::from(finding)
    });
    Ok(CarrierSheetPreview {
        file_format: template.file_format,
        title_rows: table
            .title_rows
            .iter()
            .map(|(label, value)| (label.clone(), shown(value)))
            .collect(),
        headers: if table.has_header {
            table.headers.clone()
        } else {
            Vec::new()
        },
        rows: table.rows.iter().map(texts).collect(),
        findings: wrong.chain(of_sample).collect(),
    })
}

fn shown(value: &SheetValue) -> String {
    match value {
        SheetValue::Text(text) => text.clone(),
        SheetValue::Number(number) => number.to_string(),
        SheetValue::Date(date) => date.to_string(),
        SheetValue::Empty => String::new(),
    }
}

/// Looks into the carrier's own workbook, kept or about to be.
pub async fn read_workbook(cx: &Context, request: ReadCarrierWorkbook) -> Result<CarrierWorkbook> {
    let (name, content) = match &request.file_id {
        Some(file) => chosen(cx, file)?,
        None => {
            let mut tx = cx.read().await?;
            let carrier = find(&mut tx, request.id).await?;
            let content = carriers::read_carrier_workbook(&mut tx, carrier.id).await?;
            let content =
                content.ok_or_else(|| ApiError::not_found("workbook of the carrier", &carrier.name))?;
            (carrier.workbook_name.unwrap_or_default(), content)
        }
    };
    let workbook = read(&name, &content)?;
    let visible = || {
        workbook
            .sheets
            .iter()
            .filter(|sheet| sheet.visibility == Visibility::Visible)
    };
    let suggestion = match &request.sheet {
        None => suggest(&workbook),
        Some(wanted) => visible().find(|sheet| sheet.name == *wanted).map(suggest_for),
    };
    let suggestion = suggestion.ok_or_else(|| {
        ApiError::invalid("sheet", format!("'{name}' has no such sheet that a person sees."))
    })?;
    let cells = visible()
        .find(|sheet| sheet.name == suggestion.sheet)
        .map(|sheet| sheet.rows.as_slice())
        .unwrap_or_default();
    let texts = |row: &Vec<_>| {
        let cells = row.iter().take(SHOWN_COLUMNS);
        cells.map(portflow_domain::workbook::Cell::display).collect()
    };
    Ok(CarrierWorkbook {
        rows: cells.iter().take(SHOWN_ROWS).map(texts).collect(),
        sheets: visible().map(|sheet| sheet.name.clone()).collect(),
        file_name: name,
        suggestion,
    })
}

/// The workbook of a chosen file, if one is named; it must take a sample order without damage.
pub(super) fn workbook_to_keep(
    cx: &Context,
    file: Option<&str>,
    template: &SheetTemplate,
) -> Result<Option<OwnWorkbook>> {
    let Some(file) = file else { return Ok(None) };
    let (name, content) = chosen(cx, file)?;
    checked_workbook(name, content, template).map(Some)
}

/// The same for bytes that are at hand.
pub(super) fn checked_workbook(
    name: String,
    content: Vec<u8>,
    template: &SheetTemplate,
) -> Result<OwnWorkbook> {
    if content.len() > LARGEST {
        return Err(ApiError::invalid(
            "workbookFileId",
            format!(
                "'{name}' is larger than the {} MB that a template may have.",
                LARGEST >> 20
            ),
        ));
    }
    check_places(&content, template)?;
    Ok(OwnWorkbook { name, content })
}

/// Fills a sample order in, so that a place that cannot take a value is found now and not when an order leaves.
pub(super) fn check_places(content: &[u8], template: &SheetTemplate) -> Result<()> {
    let Some(own) = &template.workbook else {
        return Err(ApiError::invalid(
            "sheetTemplate.workbook",
            "Nothing says where the facts go in the carrier's workbook.",
        ));
    };
    let filled = fill_in(&sample_request("Sample", None), own, template.row_per);
    portflow_sheet::fill_workbook(content, &filled)
        .map(|_| ())
        .map_err(|error| ApiError::invalid("sheetTemplate.workbook", error.to_string()))
}

fn chosen(cx: &Context, file: &str) -> Result<(String, Vec<u8>)> {
    let chosen = cx.session.files.chosen(file)?;
    let content = chosen.read()?.into_owned();
    Ok((chosen.name(), content))
}

fn read(name: &str, content: &[u8]) -> Result<Workbook> {
    portflow_sheet::read(content, name, &Limits::default()).map_err(|error| {
        ApiError::new(ErrorCode::File, format!("'{name}' cannot be read: {error}"))
            .hint("Open it in Excel and save it as .xlsx.")
    })
}
