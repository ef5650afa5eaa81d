//! The papers of an order: the letter that is signed, what voids its signature, and the checklist beside it.

use lopdf::Document;
use portflow_app::ErrorCode;
use portflow_domain::entities::PortOrder;
use serde_json::{Value, json};
use std::path::PathBuf;

use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, PIN, World, account_values, step};

const NUMBERS: &[&str] = &["+12145550110", "+12145550111", "+12145550112", "+12145550120"];

/// The line of a paper in the order's checklist.
async fn line(world: &World, order: &PortOrder, kind: &str) -> Value {
    let detail = world.ok("port_order_get", json!({ "id": order.id })).await;
    let lines = detail["documents"].as_array().unwrap();
    lines.iter().find(|it| it["kind"] == kind).unwrap().clone()
}

async fn set(world: &World, order: &PortOrder, mut request: Value) -> Value {
    request["id"] = json!(order.id);
    request["revision"] = json!(world.order(order.id).await.revision);
    world.ok("port_order_document_set", request).await
}

async fn refused(world: &World, order: &PortOrder, mut request: Value, code: ErrorCode) -> String {
    request["id"] = json!(order.id);
    request["revision"] = json!(world.order(order.id).await.revision);
    let error = world.fails("port_order_document_set", request, code).await;
    format!("{} {}", error.message, error.hints.join(" "))
}

/// The text of a PDF, line by line.
fn dump(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let texts = pages.iter().map(|page| document.extract_text(&[*page]).unwrap());
    let text = texts.collect::<Vec<_>>().join("\n----\n");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

async fn export(world: &World, order: &PortOrder, kind: &str, name: &str) -> Vec<u8> {
    let request = json!({ "id": order.id, "kind": kind, "fileId": world.save_as(name) });
    world.ok("port_order_export", request).await;
    std::fs::read(world.place.folder.join(name)).unwrap()
}

#[test]
fn a_number_removed_after_the_signature_voids_it_and_is_named() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(NUMBERS).await;
        let order = world.draft(&numbers).await;
        let signed = world
            .drive(&order, &["ready", "loa_requested", "loa_signed"])
            .await;
        let letter = line(&world, &order, "loa").await;
        assert_eq!(
            (&letter["state"], &letter["changes"]),
            (&json!("received"), &json!([]))
        );

        let draft = world.drive(&signed, &["draft"]).await;
        let remove = json!({ "id": order.id, "revision": draft.revision, "remove": [numbers[2].id] });
        world.ok("port_order_numbers", remove).await;
        let named = "+12145550112 was removed after the letter was signed";
        assert_eq!(line(&world, &order, "loa").await["changes"], json!([named]));
        let ready = world.drive(&draft, &["ready"]).await;
        let error = world
            .fails(
                "port_order_transition",
                step(&ready, "submitted"),
                ErrorCode::Refused,
            )
            .await;
        assert!(error.message.contains(named), "{error:?}");

        let again = world
            .drive(&ready, &["loa_requested", "loa_signed", "submitted"])
            .await;
        assert!(
            again.submitted_at.is_some(),
            "a new signature covers what is left"
        );
        assert_eq!(line(&world, &order, "loa").await["changes"], json!([]));
    });
}

#[test]
fn a_corrected_account_number_or_date_leaves_the_signature_and_another_name_does_not() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&NUMBERS[..1]).await;
        let order = world.draft(&numbers).await;
        let signed = world
            .drive(&order, &["ready", "loa_requested", "loa_signed"])
            .await;
        let mut values = account_values(&world.customer);
        values["id"] = json!(world.account);
        values["revision"] = json!(1);
        values["accountNumber"] = json!("ACC-7781-0043");
        values["csrDate"] = json!("2026-11-29");
        world.ok("losing_account_update", values.clone()).await;
        assert_eq!(line(&world, &order, "loa").await["changes"], json!([]));
        values["revision"] = json!(2);
        values["dba"] = json!("Examples");
        values["billingAddress"] = json!({ "street": "PO Box 7", "city": "Plano" });
        world.ok("losing_account_update", values).await;
        let error = world
            .fails(
                "port_order_transition",
                step(&signed, "submitted"),
                ErrorCode::Refused,
            )
            .await;
        for named in [
            "the DBA became 'Examples'",
            "the billing street became 'PO Box 7'",
        ] {
            assert!(error.message.contains(named), "{named}: {error:?}");
        }
    });
}

#[test]
fn the_letter_says_what_is_signed_and_the_carrier_needs() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(NUMBERS).await;
        let order = world.draft(&numbers).await;
        let hash: String = {
            let signed = world
                .drive(&order, &["ready", "loa_requested", "loa_signed"])
                .await;
            signed.loa_content_hash.unwrap().chars().take(12).collect()
        };
        let bytes = export(&world, &order, "loa", "loa.pdf").await;
        assert!(
            bytes == export(&world, &order, "loa", "again.pdf").await,
            "same order, same bytes"
        );
        let text = dump(&bytes);
        assert!(text.contains(&hash), "the foot names the content that was signed");
        golden("loa.txt", &text.replace(&hash, "{hash}"));
        let attachment = export(&world, &order, "attachment", "attachment.xlsx").await;
        golden("attachment-a.txt", &cells(&attachment));
        let entries = world.log().await;
        for action in ["loa_exported", "loa_attachment_exported"] {
            assert!(entries.iter().any(|it| it.action == action), "{action}");
        }
        let said = serde_json::to_string(&entries).unwrap();
        assert!(!said.contains(ACCOUNT_NUMBER) && !said.contains(PIN));
        for secret in [ACCOUNT_NUMBER, PIN] {
            assert!(text.contains(secret), "the letter is where the carrier reads it");
            assert!(!cells(&attachment).contains(secret));
        }
    });
}

/// Every cell of a workbook, a line per row.
fn cells(bytes: &[u8]) -> String {
    let workbook = portflow_sheet::read(bytes, "a.xlsx", &portflow_sheet::Limits::default()).unwrap();
    let rows = workbook.sheets.iter().flat_map(|sheet| sheet.rows.iter());
    let rows = rows.map(|row| {
        row.iter()
            .map(|cell| format!("{cell:?}"))
            .collect::<Vec<_>>()
            .join(" | ")
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// Holds a text against a file that a person has read; `UPDATE_GOLDEN=1` rewrites it.
pub fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/golden/documents")
        .join(name);
    let text = format!("{}\n", text.trim_end());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert_eq!(
        text, known,
        "{name} differs; compare and rerun with UPDATE_GOLDEN=1"
    );
}

#[test]
fn papers_are_asked_for_received_with_their_file_rejected_and_waived() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&NUMBERS[..1]).await;
        let order = world.draft(&numbers).await;
        let bill = line(&world, &order, "bill").await;
        assert_eq!(
            bill["state"], "received",
            "a date on the account is proof that it came"
        );
        assert_eq!(
            (&bill["ageDays"], &bill["freshness"]),
            (&json!(12), &json!("fresh"))
        );

        set(&world, &order, json!({ "kind": "bill", "state": "requested" })).await;
        assert_eq!(line(&world, &order, "bill").await["requestedOn"], "2026-11-30");
        let file = world.file("bill.pdf", b"%PDF-1.7 the bill");
        let received = json!({ "kind": "bill", "state": "received", "datedOn": "2026-11-05", "on": "2026-11-29",
            "fileId": file });
        set(&world, &order, received).await;
        let bill = line(&world, &order, "bill").await;
        assert_eq!(bill["receivedOn"], "2026-11-29");
        assert_eq!(
            (&bill["ageDays"], &bill["freshness"]),
            (&json!(25), &json!("aging"))
        );
        assert_eq!(bill["file"]["name"], "bill.pdf");
        assert_eq!(
            bill["file"]["sha256"],
            portflow_app::files::sha256(b"%PDF-1.7 the bill")
        );
        let accounts = world
            .ok("losing_account_list", json!({ "customerId": world.customer }))
            .await;
        assert_eq!(
            accounts[0]["billDate"], "2026-11-05",
            "the account has the same date"
        );

        let csr = json!({ "kind": "csr", "state": "rejected", "reason": "Another company's record" });
        set(&world, &order, csr).await;
        let signed = world
            .drive(&order, &["ready", "loa_requested", "loa_signed"])
            .await;
        let error = world
            .fails(
                "port_order_transition",
                step(&signed, "submitted"),
                ErrorCode::Refused,
            )
            .await;
        assert!(error.message.contains("the CSR was rejected"), "{error:?}");
        set(
            &world,
            &order,
            json!({ "kind": "csr", "state": "waived", "reason": "The carrier needs none" }),
        )
        .await;
        let csr = line(&world, &order, "csr").await;
        assert_eq!(
            (&csr["settledOn"], &csr["reason"]),
            (&json!("2026-11-30"), &json!("The carrier needs none"))
        );
        world.drive(&signed, &["submitted"]).await;
    });
}

#[test]
fn what_makes_no_sense_of_a_paper_is_refused() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550110", "+18005550134"]).await;
        let order = world.draft(&numbers[..1]).await;
        let invalid = ErrorCode::InvalidInput;
        for (request, code, expected) in [
            (
                json!({ "kind": "loa", "state": "received" }),
                ErrorCode::Refused,
                "LOA signed",
            ),
            (
                json!({ "kind": "toll_free_bill", "state": "requested" }),
                invalid,
                "has no toll-free bill",
            ),
            (
                json!({ "kind": "csr", "state": "waived", "reason": " " }),
                invalid,
                "Give a reason",
            ),
            (
                json!({ "kind": "csr", "state": "requested", "datedOn": "2026-11-01" }),
                invalid,
                "Only a paper that came",
            ),
            (
                json!({ "kind": "csr", "state": "received", "datedOn": "2026-12-01" }),
                invalid,
                "in the future",
            ),
        ] {
            let said = refused(&world, &order, request, code).await;
            assert!(said.contains(expected), "{said}");
        }
        let toll_free = world.draft(&numbers[1..]).await;
        let bill = json!({ "kind": "toll_free_bill", "state": "received", "datedOn": "2026-11-20" });
        set(&world, &toll_free, bill).await;
        assert_eq!(line(&world, &toll_free, "toll_free_bill").await["ageDays"], 10);
    });
}
