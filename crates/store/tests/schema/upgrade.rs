//! Migrations on databases that hold data already: nothing is lost and what is new is filled in.

use crate::common::{Place, on_each};
use crate::database::{Database, POSTGRES, SQLITE, id};

#[tokio::test]
async fn imports_of_the_first_format_know_their_file_and_profiles_stay() {
    on_each(|place: Place| async move {
        let (mut database, migrations) = match &place {
            Place::Sqlite(file) => (Database::open_sqlite(file).await, SQLITE),
            Place::Postgres(url) => (Database::open_postgres(url).await, POSTGRES),
        };
        database.run(migrations[0]).await;
        database.furnish().await;
        let [customer, migration, member, batch, sheet, profile] = [1, 3, 6, 70, 71, 72].map(id);
        database
            .run(&format!(
                "INSERT INTO import_batches (id, customer_id, migration_id, file_name, file_sha256, rows_read,
                     records, inserted, updated, unchanged, rejected, imported_by, at)
                 VALUES ('{batch}', '{customer}', '{migration}', 'list.xlsx', 'ab', 0, 0, 0, 0, 0, 0, '{member}',
                     '2026-11-30T09:00:00.000Z');
                 INSERT INTO import_sheets (id, customer_id, import_batch_id, sheet, header_row, target, column_map)
                 VALUES ('{sheet}', '{customer}', '{batch}', 'Users', 5, 'end_users', '[]');
                 INSERT INTO mapping_profiles (id, name, name_key, target, header_fingerprint, column_map)
                 VALUES ('{profile}', 'Mine', 'mine', 'phone_numbers', 'ff', '[]')"
            ))
            .await;
        database.run(migrations[1]).await;
        let sheet = "SELECT sheet || ' ' || target || ' ' || file_name || ' ' || file_sha256 FROM import_sheets";
        assert_eq!(database.text(sheet).await, "Users end_users list.xlsx ab");
        assert_eq!(database.text("SELECT name FROM mapping_profiles").await, "Mine");
        database
            .run(&format!(
                "UPDATE mapping_profiles SET target = 'call_queues' WHERE id = '{profile}'"
            ))
            .await;
    })
    .await;
}
