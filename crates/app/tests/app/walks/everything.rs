//! The numbers that many orders are made over, and everything about them and their orders as it is stored.

use portflow_domain::entities::{PhoneNumber, PortOrder, PortOrderNumber};
use portflow_domain::transitions::port_order;
use portflow_store::queries::{activity_log, phone_numbers, port_orders};

use crate::world::{World, id};

/// Local numbers on four accounts, one of them with an extension, and toll-free ones without an account.
pub async fn furnish(world: &World) {
    let mut rows = Vec::new();
    for _ in 0..4 {
        let account = id(&world.add_account(&world.customer).await);
        let names: Vec<_> = (0..6)
            .map(|line| format!("+1214301{:04}", rows.len() + line))
            .collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        for number in world.put_numbers(&names).await {
            rows.push((number, Some(account.parse().unwrap())));
        }
    }
    for number in world.put_numbers(&["+18333010001", "+18333010002"]).await {
        rows.push((number, None));
    }
    let cx = world.cx().await;
    let mut tx = cx.write().await.unwrap();
    for (number, losing_account_id) in &rows {
        let billed = PhoneNumber {
            losing_account_id: *losing_account_id,
            ..number.clone()
        };
        phone_numbers::update_phone_number(&mut tx, &billed)
            .await
            .unwrap();
    }
    let extension = PhoneNumber {
        id: cx.id(),
        extension: "101".to_owned(),
        losing_account_id: rows[0].1,
        ..rows[0].0.clone()
    };
    phone_numbers::insert_phone_numbers(&mut tx, &[extension])
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Every order and number of the migration.
#[derive(Debug, Clone, PartialEq)]
pub struct Everything {
    pub orders: Vec<(PortOrder, Vec<PortOrderNumber>)>,
    pub numbers: Vec<PhoneNumber>,
    pub entries: i64,
}

impl Everything {
    pub async fn look(world: &World) -> Self {
        let cx = world.cx().await;
        let mut tx = cx.read().await.unwrap();
        let log = activity_log::page_activities(&mut tx, None, None, None, 0, 1).await;
        let customer = Some(world.customer_id());
        let mut orders = Vec::new();
        for order in port_orders::list_orders_of_customer(&mut tx, customer)
            .await
            .unwrap()
        {
            let lines = port_orders::list_port_order_numbers(&mut tx, order.id)
                .await
                .unwrap();
            orders.push((order, lines));
        }
        let numbers = phone_numbers::list_phone_numbers(&mut tx, world.migration_id())
            .await
            .unwrap();
        Self {
            orders,
            numbers,
            entries: log.unwrap().total,
        }
    }

    pub fn open(&self) -> Vec<&PortOrder> {
        let orders = self.orders.iter().map(|(order, _)| order);
        orders.filter(|order| port_order::is_open(order.status)).collect()
    }

    pub fn first_of_accounts(&self) -> Vec<&PortOrder> {
        let open = self.open();
        let is_first = |order: &&&PortOrder| {
            let earlier = |other: &&&PortOrder| {
                other.losing_account_id == order.losing_account_id
                    && other.sequence_in_account < order.sequence_in_account
            };
            !open.iter().any(|other| earlier(&other))
        };
        open.iter().filter(is_first).copied().collect()
    }

    pub fn free(&self) -> Vec<&PhoneNumber> {
        let free = self
            .numbers
            .iter()
            .filter(|number| number.open_port_order_id.is_none());
        free.collect()
    }
}
