//! The papers of an order: each once, changed by whoever saw its revision, and what a signature covered kept as it was.

use portflow_domain::entities::port_order::PortOrderDocument;
use portflow_domain::enums::{OrderDocumentKind, OrderDocumentState};
use portflow_store::StoreError;
use portflow_store::queries::losing_accounts::{AccountSecrets, insert_losing_account};
use portflow_store::queries::{port_order_documents, port_orders};
use serde_json::json;

use crate::common::on_each;
use crate::world::{account, at, furnished, id, order};

fn document(number: u128, kind: OrderDocumentKind) -> PortOrderDocument {
    PortOrderDocument {
        id: id(number),
        customer_id: id(2),
        port_order_id: id(0x50),
        kind,
        state: OrderDocumentState::Requested,
        requested_on: Some("2026-11-20".parse().unwrap()),
        received_on: None,
        settled_on: None,
        dated_on: None,
        reason: None,
        attachment_id: None,
        signed_content: None,
        revision: 1,
        created_at: at(0),
        updated_at: at(0),
    }
}

#[tokio::test]
async fn a_paper_is_kept_once_per_order_with_what_was_signed() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let secrets = AccountSecrets::default();
        insert_losing_account(tx, &account(), &secrets).await.unwrap();
        port_orders::insert_port_order(tx, &order(0x50)).await.unwrap();
        let csr = document(0x61, OrderDocumentKind::Csr);
        let loa = document(0x62, OrderDocumentKind::Loa);
        for it in [&csr, &loa] {
            let stored = port_order_documents::insert_port_order_document(tx, it)
                .await
                .unwrap();
            assert_eq!(&stored, it);
        }
        let signed = PortOrderDocument {
            state: OrderDocumentState::Received,
            received_on: Some("2026-11-25".parse().unwrap()),
            signed_content: Some(json!({ "legalName": "Contoso", "numbers": ["+12145550100"] })),
            updated_at: at(1),
            ..loa
        };
        let stored = port_order_documents::update_port_order_document(tx, &signed)
            .await
            .unwrap();
        assert_eq!(
            stored,
            PortOrderDocument {
                revision: 2,
                ..signed.clone()
            }
        );
        let stale = port_order_documents::update_port_order_document(tx, &signed).await;
        assert!(matches!(stale, Err(StoreError::Conflict { .. })), "{stale:?}");
        let listed = port_order_documents::list_port_order_documents(tx, id(0x50))
            .await
            .unwrap();
        assert_eq!(listed, [stored, csr]);
    })
    .await;
}

#[tokio::test]
async fn an_order_has_each_paper_once() {
    on_each(|place| async move {
        let store = furnished(&place).await;
        let mut tx = store.write().await.unwrap();
        let secrets = AccountSecrets::default();
        insert_losing_account(&mut tx, &account(), &secrets)
            .await
            .unwrap();
        port_orders::insert_port_order(&mut tx, &order(0x50))
            .await
            .unwrap();
        let bill = document(0x61, OrderDocumentKind::Bill);
        port_order_documents::insert_port_order_document(&mut tx, &bill)
            .await
            .unwrap();
        let again = document(0x63, OrderDocumentKind::Bill);
        let refused = port_order_documents::insert_port_order_document(&mut tx, &again).await;
        assert!(
            matches!(&refused, Err(StoreError::Duplicate { field: "kind", .. })),
            "{refused:?}"
        );
    })
    .await;
}
