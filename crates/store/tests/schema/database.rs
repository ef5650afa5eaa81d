//! One connection to a migrated database of either kind, spoken to in SQL text that both understand.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row, SqliteConnection};
use uuid::Uuid;

use crate::common::Place;

/// A migrated database.
pub enum Database {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

macro_rules! migrations {
    ($folder:literal: $($name:literal),+) => {
        &[$(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/", $folder, "/", $name))),+]
    };
}

/// Every migration, in their order.
pub const SQLITE: &[&str] = migrations!("sqlite": "0001_init.sql", "0002_import_targets.sql", "0003_bulk_costs.sql", "0004_discovery.sql", "0005_site_questionnaires.sql", "0006_site_files.sql", "0007_survey_imports.sql", "0008_listed_numbers.sql", "0009_extension_lines.sql", "0010_order_documents.sql", "0011_inventory.sql", "0012_carrier_profiles.sql", "0013_many_numbers.sql");
pub const POSTGRES: &[&str] = migrations!("postgres": "0001_init.sql", "0002_import_targets.sql", "0003_bulk_costs.sql", "0004_discovery.sql", "0005_site_questionnaires.sql", "0006_site_files.sql", "0007_survey_imports.sql", "0008_listed_numbers.sql", "0009_extension_lines.sql", "0010_order_documents.sql", "0011_inventory.sql", "0012_carrier_profiles.sql", "0013_many_numbers.sql");

impl Database {
    /// Runs every migration on an empty database.
    pub async fn migrate(place: &Place) -> Self {
        match place {
            Place::Sqlite(file) => {
                let mut database = Self::open_sqlite(file).await;
                for migration in SQLITE {
                    database.run(migration).await;
                }
                database
            }
            Place::Postgres(url) => {
                let mut database = Self::open_postgres(url).await;
                for migration in POSTGRES {
                    database.run(migration).await;
                }
                database
            }
        }
    }

    pub async fn open_sqlite(file: &Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .foreign_keys(true)
            .synchronous(SqliteSynchronous::Off);
        Self::Sqlite(SqliteConnection::connect_with(&options).await.unwrap())
    }

    pub async fn open_postgres(url: &str) -> Self {
        let mut database = Self::Postgres(PgConnection::connect(url).await.unwrap());
        database.run("SET client_min_messages = warning").await;
        database
    }

    /// SQLite's plan for a query, one step a line.
    pub async fn plan_details(&mut self, sql: &str) -> String {
        let Self::Sqlite(connection) = self else {
            panic!("EXPLAIN QUERY PLAN is SQLite's")
        };
        let rows = connection
            .fetch_all(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .await
            .unwrap();
        rows.iter()
            .map(|row| row.get::<String, _>("detail"))
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// The message of the database when it refuses, else the number of rows it touched.
    pub async fn attempt(&mut self, sql: &str) -> Result<u64, String> {
        let sql = AssertSqlSafe(sql.to_owned());
        let done = match self {
            Self::Sqlite(connection) => connection.execute(sql).await.map(|done| done.rows_affected()),
            Self::Postgres(connection) => connection.execute(sql).await.map(|done| done.rows_affected()),
        };
        done.map_err(|error| error.into_database_error().unwrap().message().to_owned())
    }

    /// Runs statements that must succeed.
    pub async fn run(&mut self, sql: &str) -> u64 {
        self.attempt(sql)
            .await
            .unwrap_or_else(|message| panic!("{message}\nin: {sql}"))
    }

    /// The first column of every row; the query casts it to TEXT.
    pub async fn texts(&mut self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(c) => c
                .fetch_all(sql)
                .await
                .unwrap()
                .iter()
                .map(|row| row.get(0))
                .collect(),
            Self::Postgres(c) => c
                .fetch_all(sql)
                .await
                .unwrap()
                .iter()
                .map(|row| row.get(0))
                .collect(),
        }
    }

    /// The one value of a query.
    pub async fn text(&mut self, sql: &str) -> String {
        let texts = self.texts(sql).await;
        assert_eq!(texts.len(), 1, "{sql}");
        texts.into_iter().next().unwrap()
    }

    /// A customer with one site, two migrations, a carrier and a member; ids from [`id`].
    pub async fn with_basics(place: &Place) -> Self {
        let mut database = Self::migrate(place).await;
        database.furnish().await;
        database
    }

    /// Puts the rows of [`Self::with_basics`] into a database that has their tables.
    pub async fn furnish(&mut self) {
        let [customer, site, first, second, carrier, member] = [1, 2, 3, 4, 5, 6].map(id);
        self
            .run(&format!(
                "INSERT INTO team_members (id, display_name, email, email_key)
                 VALUES ('{member}', 'Mia', 'mia@portflow.example', 'mia@portflow.example');
                 INSERT INTO carriers (id, code, name) VALUES ('{carrier}', 'verizon', 'Verizon');
                 INSERT INTO customers (id, name, name_key, time_zone)
                 VALUES ('{customer}', 'Contoso', 'contoso', 'America/Chicago');
                 INSERT INTO sites (id, customer_id, name, name_key, country, time_zone)
                 VALUES ('{site}', '{customer}', 'Dallas', 'dallas', 'US', 'America/Chicago');
                 INSERT INTO migrations (id, customer_id, site_id, name, name_key, routing_type, carrier_id) VALUES
                 ('{first}', '{customer}', '{site}', 'Wave 1', 'wave 1', 'direct_routing', '{carrier}'),
                 ('{second}', '{customer}', '{site}', 'Wave 2', 'wave 2', 'operator_connect', NULL)"
            ))
            .await;
    }

    /// Inserts a number in a migration and gives its id back.
    pub async fn number(&mut self, migration: Uuid, key: u32, status: &str) -> Uuid {
        let (row, customer) = (id(1_000_000 + key), id(1));
        self.run(&format!(
            "INSERT INTO phone_numbers (id, customer_id, migration_id, number, porting_status)
             VALUES ('{row}', '{customer}', '{migration}', '+1214{key:07}', '{status}')"
        ))
        .await;
        row
    }

    /// Inserts a person in a migration and gives the id back.
    pub async fn person(&mut self, migration: Uuid, key: u32) -> Uuid {
        let (row, customer) = (id(2_000_000 + key), id(1));
        self.run(&format!(
            "INSERT INTO end_users (id, customer_id, migration_id, upn, upn_key, display_name, name_key)
             VALUES ('{row}', '{customer}', '{migration}', 'User{key}@contoso.com', 'user{key}@contoso.com',
                     'User {key}', 'user {key}')"
        ))
        .await;
        row
    }

    /// Inserts a draft order of the first migration and gives its id back.
    pub async fn order(&mut self, key: u32) -> Uuid {
        let (row, customer, migration, carrier) = (id(3_000_000 + key), id(1), id(3), id(5));
        self.run(&format!(
            "INSERT INTO port_orders (id, customer_id, migration_id, carrier_id, scope, number_class)
             VALUES ('{row}', '{customer}', '{migration}', '{carrier}', 'partial', 'local')"
        ))
        .await;
        row
    }
}

/// The id that belongs to a key; [`Database::with_basics`] uses 1 (customer), 2 (site), 3 and 4 (migrations),
/// 5 (carrier) and 6 (member).
pub fn id(key: u32) -> Uuid {
    Uuid::from_u128(0x0193_a000_0000_7000_8000_0000_0000_0000 | u128::from(key))
}
