//! A carrier's status export or e-mail: what it means for the orders, and the steps that follow.

use portflow_app::dto::imports::SheetChoices;
use portflow_app::dto::status_sheets::{AcceptedStep, ConfirmStatusSheet, PasteMail, StatusSheetChoices};
use portflow_app::files::FileHandle;
use portflow_app::{ApiError, ErrorCode, Result};
use portflow_domain::entities::PortOrder;
use serde_json::{Value, json};

use crate::args::{ReadEmail, StatusNews, StatusSheet};
use crate::client::Client;
use crate::output::{Style, cell, counted, table};

/// Shows the proposals, or takes those that lack nothing.
pub async fn run(client: &Client, style: Style, asked: &StatusSheet) -> Result<String> {
    let choices = choices(client, asked).await?;
    propose(client, style, choices, asked.news.yes).await
}

/// The same for an e-mail.
pub async fn read_email(client: &Client, style: Style, asked: &ReadEmail) -> Result<String> {
    let file = if asked.file.as_os_str() == "-" {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut std::io::stdin(), &mut text).map_err(|error| {
            ApiError::new(
                ErrorCode::File,
                format!("The standard input cannot be read: {error}."),
            )
        })?;
        let handle: FileHandle = client.call("status_mail_paste", PasteMail { text }).await?;
        handle.id
    } else {
        client.file(&asked.file)?
    };
    let sheet = asked.news.date_order.map(|order| SheetChoices {
        date_order: Some(order),
        ..SheetChoices::of(&file, "")
    });
    let choices = StatusSheetChoices {
        is_mail: true,
        sheet,
        ..chosen(client, &file, &asked.news).await?
    };
    propose(client, style, choices, asked.news.yes).await
}

async fn propose(client: &Client, style: Style, choices: StatusSheetChoices, yes: bool) -> Result<String> {
    let preview: Value = client.call("status_sheet_preview", &choices).await?;
    let accepted = accepted(&preview)?;
    let stored: Vec<PortOrder> = if yes && !accepted.is_empty() {
        let confirm = ConfirmStatusSheet {
            choices,
            fingerprint: cell(&preview["fingerprint"]),
            accepted,
        };
        client.call("status_sheet_confirm", confirm).await?
    } else {
        Vec::new()
    };
    let answer = json!({ "preview": preview, "stored": stored });
    style.show(&answer, |answer| {
        let head = match (yes, stored.len()) {
            (true, 0) => "No order has a step to take; nothing was stored.".to_owned(),
            (true, count) => format!("Recorded {}.", counted(count, "step")),
            (false, _) => "Nothing was stored; --yes takes the steps.".to_owned(),
        };
        format!("{}\n{head}", shown(&answer["preview"]))
    })
}

async fn choices(client: &Client, asked: &StatusSheet) -> Result<StatusSheetChoices> {
    let file = client.file(&asked.file)?;
    let mut sheet = asked.sheet.as_ref().map(|name| SheetChoices::of(&file, name));
    if let (None, Some(_)) = (&sheet, asked.news.date_order) {
        let first: Value = client.call("status_sheet_preview", only(&file)).await?;
        sheet = Some(SheetChoices::of(&file, &cell(&first["sheet"])));
    }
    Ok(StatusSheetChoices {
        sheet: sheet.map(|sheet| SheetChoices {
            date_order: asked.news.date_order,
            ..sheet
        }),
        ..chosen(client, &file, &asked.news).await?
    })
}

async fn chosen(client: &Client, file: &str, news: &StatusNews) -> Result<StatusSheetChoices> {
    Ok(StatusSheetChoices {
        migration_id: client.migration_id(news.migration.as_ref()).await?,
        country: news.country.clone(),
        foc_time: news.foc_time.clone(),
        foc_zone: news.foc_zone.clone(),
        ..only(file)
    })
}

fn only(file: &str) -> StatusSheetChoices {
    StatusSheetChoices {
        file: file.to_owned(),
        is_mail: false,
        sheet: None,
        migration_id: None,
        country: None,
        foc_time: None,
        foc_zone: None,
    }
}

/// The steps for which the sheet and the options give everything.
fn accepted(preview: &Value) -> Result<Vec<AcceptedStep>> {
    let orders = preview["orders"].as_array().into_iter().flatten();
    let whole = orders.filter(|order| {
        let step = &order["step"];
        let fits = preview["mail"].is_null()
            || list(&order["notInOrder"]).is_empty() && list(&order["notInSheet"]).is_empty();
        fits && step.is_object() && step["needsFocTime"] == false && step["needsRejectCode"] == false
    });
    let steps = whole.map(|order| serde_json::from_value(json!({ "orderId": order["orderId"] })));
    steps
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| portflow_app::ApiError::internal(&error))
}

fn shown(preview: &Value) -> String {
    let orders = preview["orders"].as_array().into_iter().flatten();
    let is_mail = preview["mail"].is_object();
    let (says, rows) = if is_mail {
        ("the e-mail says", "lines")
    } else {
        ("the sheet says", "rows")
    };
    let mut lines = vec![table(
        &["order", "status", says, "what follows"],
        orders
            .map(|order| {
                vec![
                    cell(&order["pon"]),
                    cell(&order["status"]),
                    list(&order["said"]),
                    follows(order),
                ]
            })
            .collect(),
    )];
    for unknown in preview["unknown"].as_array().into_iter().flatten() {
        let why = if unknown["orders"] == 0 {
            "is unknown"
        } else {
            "leads to several orders"
        };
        lines.push(format!(
            "{} {why}: {rows} {}.",
            cell(&unknown["pon"]),
            list(&unknown["rows"])
        ));
    }
    for line in preview["rejected"].as_array().into_iter().flatten() {
        lines.push(format!(
            "Row {} was not read: {}",
            line["row"],
            cell(&line["reason"])
        ));
    }
    let ambiguous = list(&preview["ambiguousDates"]);
    if !ambiguous.is_empty() {
        lines.push(format!(
            "On {rows} {ambiguous}: is the month or the day first? Say --date-order."
        ));
    }
    lines.extend(of_mail(&preview["mail"]));
    lines.join("\n")
}

/// What an e-mail leaves open, and what of it was not read.
fn of_mail(mail: &Value) -> Vec<String> {
    let questions = mail["questions"].as_array().into_iter().flatten();
    let questions = questions.map(|question| match question["line"].as_u64() {
        Some(0) | None => format!("Subject: {}", cell(&question["text"])),
        Some(line) => format!("Line {line}: {}", cell(&question["text"])),
    });
    let ignored = mail["ignored"].as_array().into_iter().flatten();
    let ignored = ignored.map(|part| {
        format!(
            "Not read, lines {} to {}: {}.",
            part["fromLine"],
            part["toLine"],
            cell(&part["why"])
        )
    });
    questions.chain(ignored).collect()
}

fn follows(order: &Value) -> String {
    let step = &order["step"];
    let mut told = match order["verdict"].as_str() {
        Some("step") => {
            let mut told = vec![format!("to {}", cell(&step["to"]))];
            if step["needsFocTime"] == true {
                told.push("lacks the hour: --foc-time".to_owned());
            }
            if step["needsRejectCode"] == true {
                told.push("lacks a reject code: take the step with `order transition`".to_owned());
            }
            told
        }
        Some("cannot_follow") => vec![format!("cannot follow: {}", cell(&order["refusal"]))],
        _ => vec!["nothing new".to_owned()],
    };
    for (field, text) in [
        ("notInOrder", "not in the order"),
        ("notInSheet", "not in the sheet"),
    ] {
        let numbers = list(&order[field]);
        if !numbers.is_empty() {
            told.push(format!("{text}: {numbers}"));
        }
    }
    told.join("; ")
}

fn list(values: &Value) -> String {
    let cells: Vec<String> = values.as_array().into_iter().flatten().map(cell).collect();
    cells.join(", ")
}
