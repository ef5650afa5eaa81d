//! Port orders with their numbers and history, imports, scripts, attachments, the log and the overview.

use portflow_domain::entities::activity::Activity;
use portflow_domain::entities::attachment::Attachment;
use portflow_domain::entities::import::{ImportBatch, ImportRow, ImportSheet};
use portflow_domain::entities::port_order::{PortOrder, PortOrderEvent, PortOrderNumber, PortOrderVersion};
use portflow_domain::entities::script::GeneratedScript;
use portflow_domain::enums::{
    AttachmentKind, ImportOutcome, ImportStatus, ImportTarget, OrderNumberOutcome, PortOrderStatus,
    PortingStatus, ScriptKind,
};
use portflow_domain::ids::EntityId;
use portflow_store::queries::losing_accounts::{AccountSecrets, insert_losing_account};
use portflow_store::queries::{
    activity_log, attachments, dashboard, generated_scripts, import_batches, phone_numbers, port_orders,
};
use portflow_store::{Store, StoreError, Tx};
use serde_json::json;

use crate::common::{Place, on_each};
use crate::world::{account, at, furnished, id, number, order, order_number};

/// A workspace with an order over numbers 1 and 2.
pub async fn ordered(place: &Place) -> Store {
    let store = furnished(place).await;
    let mut tx = store.write().await.unwrap();
    insert_losing_account(&mut tx, &account(), &AccountSecrets::default())
        .await
        .unwrap();
    phone_numbers::insert_phone_numbers(&mut tx, &[number(1), number(2)])
        .await
        .unwrap();
    assert_eq!(
        port_orders::insert_port_order(&mut tx, &order(0x50))
            .await
            .unwrap(),
        order(0x50)
    );
    let lines = [
        order_number(0x51, 0x50, &number(2)),
        order_number(0x52, 0x50, &number(1)),
    ];
    port_orders::insert_port_order_numbers(&mut tx, &lines)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store
}

#[tokio::test]
async fn an_order_keeps_its_numbers_and_history() {
    on_each(|place| async move {
        let store = ordered(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let mut wanted = PortOrder {
            status: PortOrderStatus::Ready,
            updated_at: at(1),
            ..order(0x50)
        };
        let stored = port_orders::update_port_order(tx, &wanted).await.unwrap();
        assert_eq!(
            stored,
            PortOrder {
                revision: 2,
                ..wanted.clone()
            }
        );
        assert_eq!(
            port_orders::find_port_order(tx, id(0x50)).await.unwrap(),
            Some(stored)
        );
        let stale = port_orders::update_port_order(tx, &wanted).await.err().unwrap();
        assert!(matches!(stale, StoreError::Conflict { .. }), "{stale:?}");
        wanted.revision = 2;

        let event = PortOrderEvent {
            id: id(0x53),
            customer_id: id(2),
            port_order_id: id(0x50),
            from_status: Some(PortOrderStatus::Draft),
            to_status: PortOrderStatus::Ready,
            reason: None,
            reject_code: None,
            evidence_attachment_id: None,
            actor_id: id(9),
            at: at(1),
        };
        port_orders::insert_port_order_event(tx, &event).await.unwrap();
        assert_eq!(
            port_orders::list_port_order_events(tx, id(0x50)).await.unwrap(),
            [event]
        );
        let version = PortOrderVersion {
            id: id(0x54),
            customer_id: id(2),
            port_order_id: id(0x50),
            version: 1,
            snapshot: json!({ "numbers": ["+12145550001"] }),
            at: at(1),
        };
        port_orders::insert_port_order_version(tx, &version)
            .await
            .unwrap();

        let mut lines = port_orders::list_port_order_numbers(tx, id(0x50)).await.unwrap();
        assert_eq!(
            lines.iter().map(|line| line.e164.as_str()).collect::<Vec<_>>(),
            ["+12145550001", "+12145550002"]
        );
        let released = PortOrderNumber {
            outcome: Some(OrderNumberOutcome::Released),
            outcome_at: Some(at(2)),
            removed_in_version: Some(1),
            is_open: false,
            updated_at: at(2),
            ..lines[0].clone()
        };
        let pairs = [(lines.remove(0), released.clone())];
        port_orders::update_port_order_numbers(tx, &pairs).await.unwrap();
        let stored = port_orders::list_port_order_numbers(tx, id(0x50)).await.unwrap();
        let second = PortOrderNumber {
            revision: 2,
            ..released
        };
        assert_eq!(stored[0], second);
        let stale = port_orders::update_port_order_numbers(tx, &pairs)
            .await
            .err()
            .unwrap();
        assert!(matches!(stale, StoreError::Conflict { .. }), "{stale:?}");
        let open = port_orders::list_open_phone_numbers(tx, id(0x50)).await.unwrap();
        assert_eq!(open, [number(2)]);
    })
    .await;
}

#[tokio::test]
async fn a_number_is_in_one_open_order_only() {
    on_each(|place| async move {
        let store = ordered(&place).await;
        let mut tx = store.write().await.unwrap();
        port_orders::insert_port_order(&mut tx, &order(0x60))
            .await
            .unwrap();
        let twice = order_number(0x61, 0x60, &number(1));
        let refused = port_orders::insert_port_order_numbers(&mut tx, &[twice])
            .await
            .err()
            .unwrap();
        assert!(
            matches!(
                refused,
                StoreError::Duplicate {
                    entity: "open order",
                    field: "number"
                }
            ),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn lists_show_orders_with_the_names_around_them() {
    on_each(|place| async move {
        let store = ordered(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let dated = PortOrder {
            status: PortOrderStatus::FocReceived,
            foc_local_date: Some("2027-02-09".parse().unwrap()),
            foc_local_time: Some("10:00".to_owned()),
            foc_zone: Some("America/Chicago".to_owned()),
            foc_at: Some(at(9)),
            sequence_in_account: 2,
            ..order(0x40)
        };
        port_orders::insert_port_order(tx, &dated).await.unwrap();
        let rows = port_orders::list_port_orders(tx, Some(id(4))).await.unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(port_orders::list_port_orders(tx, None).await.unwrap().len(), 2);
        let of_it = [rows[0].id, rows[1].id];
        let among = port_orders::list_port_orders_among(tx, &of_it).await.unwrap();
        assert_eq!(among.iter().map(|row| row.id).collect::<Vec<_>>(), of_it);
        assert_eq!(port_orders::last_in_account(tx, id(6)).await.unwrap(), 2);
        assert_eq!(port_orders::last_in_account(tx, id(7)).await.unwrap(), 0);
        let first = rows.iter().find(|row| row.id == id(0x50)).unwrap();
        assert_eq!(
            (first.path.as_str(), first.numbers),
            ("Contoso/Dallas/Phase 1", 2)
        );
        assert_eq!(first.losing_account.as_deref(), Some("Frontier +12145550000"));
        assert_eq!(first.carrier_name, "Verizon");
        assert_eq!(port_orders::list_pons(tx).await.unwrap(), ["PON-64", "PON-80"]);

        let dates = dashboard::list_foc_dates(tx).await.unwrap();
        assert_eq!(dates.len(), 1);
        assert_eq!(dates[0].foc_local_time.as_deref(), Some("10:00"));
        let overview = dashboard::list_migration_overviews(tx).await.unwrap().remove(0);
        assert_eq!(overview.path, "Contoso/Dallas/Phase 1");
        assert_eq!(
            (
                overview.total_numbers,
                overview.numbers_to_port,
                overview.unassigned_numbers
            ),
            (2, 2, 2)
        );
        let not_started = &overview.by_status[0];
        assert_eq!(
            (not_started.porting_status, not_started.count),
            (PortingStatus::NotStarted, 2)
        );
        assert_eq!(overview.by_status.len(), 8, "zeros included");
    })
    .await;
}

fn batch() -> ImportBatch {
    ImportBatch {
        id: id(0x70),
        customer_id: id(2),
        migration_id: id(4),
        file_name: "numbers.xlsx".to_owned(),
        file_sha256: "ab".repeat(32),
        rows_read: 2,
        records: 2,
        inserted: 1,
        updated: 0,
        unchanged: 0,
        rejected: 1,
        status: ImportStatus::Committed,
        imported_by: id(9),
        at: at(1),
        undone_at: None,
    }
}

fn row(index: u128, outcome: ImportOutcome) -> ImportRow {
    ImportRow {
        id: id(0x7000 + index),
        customer_id: id(2),
        import_batch_id: id(0x70),
        sheet: "DIDs".to_owned(),
        source_row: i64::try_from(index).unwrap() + 5,
        ordinal: 0,
        entity_type: "phone_number".to_owned(),
        entity_id: (outcome == ImportOutcome::Inserted).then(|| number(index).id.uuid()),
        outcome,
        issues: json!([]),
        cells: json!(["555-0100", 7, null]),
        values: json!({ "number": "+12145550100" }),
        before: None,
        revision_after: None,
    }
}

#[tokio::test]
async fn an_import_is_kept_with_every_record() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        assert_eq!(
            import_batches::insert_import_batch(tx, &batch()).await.unwrap(),
            batch()
        );
        let sheet = ImportSheet {
            id: id(0x71),
            customer_id: id(2),
            import_batch_id: id(0x70),
            sheet: "DIDs".to_owned(),
            header_row: 4,
            target: ImportTarget::PhoneNumbers,
            column_map: json!({ "number": 0 }),
            file_name: "other.csv".to_owned(),
            file_sha256: "cd".repeat(32),
            settings: json!({ "country": "US" }),
        };
        import_batches::insert_import_sheet(tx, &sheet).await.unwrap();
        let rows = [row(1, ImportOutcome::Inserted), row(2, ImportOutcome::Rejected)];
        import_batches::insert_import_rows(tx, &rows).await.unwrap();
        assert_eq!(
            import_batches::list_import_batches(tx, None).await.unwrap(),
            [batch()]
        );
        assert_eq!(
            import_batches::find_import_batch(tx, id(0x70)).await.unwrap(),
            Some(batch())
        );
        let same_file = import_batches::find_import_batches_by_sha256(tx, id(4), &"ab".repeat(32))
            .await
            .unwrap();
        assert_eq!(same_file, [batch()]);
        let with_others = import_batches::find_import_batches_by_sha256(tx, id(4), &"cd".repeat(32))
            .await
            .unwrap();
        assert_eq!(with_others, [batch()]);
        assert_eq!(
            import_batches::list_import_sheets(tx, id(0x70)).await.unwrap(),
            [sheet]
        );
        let all = import_batches::list_import_rows(tx, id(0x70), None, 0, 10)
            .await
            .unwrap();
        assert_eq!((all.total, all.rows), (2, rows.to_vec()));
        let rejected = Some(ImportOutcome::Rejected);
        let rejected = import_batches::list_import_rows(tx, id(0x70), rejected, 0, 10)
            .await
            .unwrap();
        assert_eq!((rejected.total, rejected.rows), (1, rows[1..].to_vec()));
        assert_eq!(
            import_batches::list_rejected_rows(tx, id(0x70)).await.unwrap(),
            rows[1..].to_vec()
        );
        let counts = import_batches::count_import_rows(tx, id(0x70)).await.unwrap();
        let (entity, number) = ("phone_number".to_owned(), number(1).id.uuid());
        assert_eq!(
            counts,
            [
                (entity.clone(), ImportOutcome::Inserted, 1),
                (entity, ImportOutcome::Rejected, 1)
            ]
        );
        let effects = import_batches::list_import_effects(tx, id(0x70)).await.unwrap();
        assert_eq!((effects.len(), effects[0].entity_id), (1, number));
        let said = import_batches::list_imported_values(tx, id(2), id(4))
            .await
            .unwrap();
        assert_eq!(said, [(number, json!({ "number": "+12145550100" }))]);
        assert!(
            import_batches::undo_import_batch(tx, id(0x70), batch().at)
                .await
                .unwrap()
        );
        assert!(
            !import_batches::undo_import_batch(tx, id(0x70), batch().at)
                .await
                .unwrap()
        );
        let said = import_batches::list_imported_values(tx, id(2), id(4))
            .await
            .unwrap();
        assert_eq!(said, [], "an import that was undone says nothing");
    })
    .await;
}

#[tokio::test]
async fn scripts_and_files_come_back_byte_for_byte() {
    on_each(|place| async move {
        let store = ordered(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let script = GeneratedScript {
            id: id(0x80),
            customer_id: id(2),
            migration_id: id(4),
            port_order_id: Some(id(0x50)),
            kind: ScriptKind::Cutover,
            title: "Cutover PON-80".to_owned(),
            content: "Write-Host 'é'\r\n".to_owned(),
            sha256: "cd".repeat(32),
            inputs_fingerprint: "ef".repeat(32),
            generated_by: id(9),
            at: at(2),
            saved_path: None,
        };
        assert_eq!(
            generated_scripts::insert_generated_script(tx, &script)
                .await
                .unwrap(),
            script
        );
        generated_scripts::set_saved_path(tx, script.id, "cutover.ps1")
            .await
            .unwrap();
        let saved = GeneratedScript {
            saved_path: Some("cutover.ps1".to_owned()),
            ..script.clone()
        };
        assert_eq!(
            generated_scripts::list_generated_scripts(tx, Some(id(4)))
                .await
                .unwrap(),
            std::slice::from_ref(&saved)
        );
        assert_eq!(
            generated_scripts::find_generated_script(tx, script.id)
                .await
                .unwrap(),
            Some(saved)
        );
        let missing = generated_scripts::set_saved_path(tx, id(0x81), "x").await;
        assert!(matches!(missing, Err(StoreError::NotFound { .. })));

        let attachment = Attachment {
            id: id(0x90),
            customer_id: id(2),
            site_id: None,
            port_order_id: Some(id(0x50)),
            kind: AttachmentKind::Loa,
            file_name: "loa.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            sha256: "12".repeat(32),
            size: 4,
            dated_on: Some("2026-11-02".parse().unwrap()),
            caption: None,
            section: None,
            revision: 1,
            created_at: at(0),
            updated_at: at(0),
        };
        let content = [0, 1, 254, 255];
        assert_eq!(
            attachments::insert_attachment(tx, &attachment, &content)
                .await
                .unwrap(),
            attachment
        );
        let copy = Attachment {
            id: id(0x91),
            ..attachment.clone()
        };
        attachments::insert_attachment(tx, &copy, &content).await.unwrap();
        assert_eq!(
            attachments::find_attachment(tx, id(0x90)).await.unwrap(),
            Some(attachment.clone())
        );
        assert_eq!(
            attachments::list_attachments(tx, id(0x50)).await.unwrap(),
            [attachment, copy]
        );
        let stored = attachments::read_attachment_content(tx, &"12".repeat(32))
            .await
            .unwrap();
        assert_eq!(stored.as_deref(), Some(content.as_slice()));
    })
    .await;
}

pub fn activity(index: u128, minute: u32) -> Activity {
    Activity {
        id: id(0xA0 + index),
        at: at(minute),
        actor_id: Some(id(9)),
        actor_name: "Ana Lee".to_owned(),
        customer_id: Some(id(2)),
        migration_id: (index > 1).then(|| id(4)),
        entity_type: "phone_number".to_owned(),
        entity_id: number(index).id.uuid(),
        action: "updated".to_owned(),
        changes: json!([{ "field": "notes", "old_value": null, "new_value": "x" }]),
        change_set_id: id(0xB0),
        revision_before: Some(1),
        revision_after: Some(2),
    }
}

#[tokio::test]
async fn the_log_is_read_newest_first_and_by_what_it_tells_about() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let entries = [activity(1, 1), activity(2, 3), activity(3, 3)];
        activity_log::insert_activities(&mut tx, &entries).await.unwrap();
        activity_log::insert_activities(&mut tx, &[]).await.unwrap();
        async fn page(
            tx: &mut Tx,
            migration: bool,
            entity: Option<u128>,
            offset: u32,
        ) -> (i64, Vec<Activity>) {
            let migration = migration.then(|| id(4));
            let entity = entity.map(|index| number(index).id.uuid());
            let page = activity_log::page_activities(tx, Some(id(2)), migration, entity, offset, 2)
                .await
                .unwrap();
            (page.total, page.rows)
        }
        let newest = vec![entries[2].clone(), entries[1].clone()];
        assert_eq!(page(&mut tx, false, None, 0).await, (3, newest.clone()));
        assert_eq!(page(&mut tx, false, None, 2).await, (3, vec![entries[0].clone()]));
        assert_eq!(page(&mut tx, true, None, 0).await, (2, newest));
        assert_eq!(
            page(&mut tx, false, Some(1), 0).await,
            (1, vec![entries[0].clone()])
        );
    })
    .await;
}
