//! Open orders with what their age and risks depend on, and the steps of those that lost their commitment.

use portflow_domain::entities::port_order::{PortOrder, PortOrderEvent};
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::ids::EntityId;
use portflow_store::queries::{activity_log, port_orders, watched_orders};
use serde_json::json;

use crate::common::on_each;
use crate::orders::{activity, ordered};
use crate::world::{at, id, order};

#[tokio::test]
async fn an_open_order_is_watched_since_it_came_to_stand_where_it_stands() {
    on_each(|place| async move {
        let store = ordered(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let near = "2027-02-09".parse().unwrap();
        let watched = watched_orders::list_watched_orders(tx, Some(id(4)), None, near)
            .await
            .unwrap();
        assert_eq!(
            (watched.len(), watched[0].since, watched[0].without_holder),
            (1, at(0), 0),
            "no event, no port"
        );

        use PortOrderStatus::{Draft, FocReceived, LoaRequested, LoaSigned, Ready, Submitted};
        let mut stored = order(0x50);
        for (step, pair) in [Draft, Ready, LoaRequested, LoaSigned, Submitted, FocReceived]
            .windows(2)
            .enumerate()
        {
            let step = u32::try_from(step).unwrap() + 1;
            let foc = pair[1] == FocReceived;
            let wanted = PortOrder {
                status: pair[1],
                foc_local_date: foc.then_some(near),
                foc_local_time: foc.then(|| "10:00".to_owned()),
                foc_zone: foc.then(|| "America/New_York".to_owned()),
                foc_at: foc.then(|| at(100)),
                updated_at: at(step),
                ..stored
            };
            stored = port_orders::update_port_order(tx, &wanted).await.unwrap();
            let event = PortOrderEvent {
                id: id(0x60 + u128::from(step)),
                customer_id: id(2),
                port_order_id: id(0x50),
                from_status: Some(pair[0]),
                to_status: pair[1],
                reason: None,
                reject_code: None,
                evidence_attachment_id: None,
                actor_id: id(9),
                at: at(step),
            };
            port_orders::insert_port_order_event(tx, &event).await.unwrap();
        }
        let watched = watched_orders::list_watched_orders(tx, None, Some(id(0x50)), near)
            .await
            .unwrap();
        let found = &watched[0];
        assert_eq!(
            (found.since, found.status, found.foc_at),
            (at(5), FocReceived, Some(at(100)))
        );
        assert_eq!(
            (found.without_holder, found.held, found.has_script),
            (2, 0, false)
        );
        let earlier = "2027-02-08".parse().unwrap();
        let far = watched_orders::list_watched_orders(tx, None, None, earlier)
            .await
            .unwrap();
        assert_eq!(far[0].without_holder, 0, "the port is not near");
        let none = watched_orders::list_watched_orders(tx, None, Some(id(0x99)), near)
            .await
            .unwrap();
        assert!(none.is_empty());
        let row = &port_orders::list_port_orders(tx, None).await.unwrap()[0];
        assert_eq!(
            (row.customer_id, row.carrier_id, row.foc_at),
            (id(2), id(8), Some(at(100)))
        );
        assert!(!row.site_time_zone.is_empty());
        assert!(
            watched_orders::list_steps_without_commitment(tx)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn steps_of_an_order_without_a_commitment_are_found_in_the_log() {
    on_each(|place| async move {
        let store = ordered(&place).await;
        let mut tx = store.write().await.unwrap();
        let tx = &mut tx;
        let mut step = activity(2, 1);
        step.entity_type = "port_order".to_owned();
        step.entity_id = order(0x50).id.uuid();
        step.action = "status_changed".to_owned();
        step.changes =
            json!([{ "field": "focAt", "old_value": "2027-02-09T15:00:00.000Z", "new_value": null }]);
        activity_log::insert_activities(tx, &[step.clone()])
            .await
            .unwrap();
        assert_eq!(
            watched_orders::list_steps_without_commitment(tx).await.unwrap(),
            [step]
        );
    })
    .await;
}
