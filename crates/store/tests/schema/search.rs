//! Search finds any run of characters on both databases, and stays right through changes and copies.

use crate::common::{ICU, Place, on_each, on_postgres, on_sqlite};
use crate::database::{Database, id};

/// What a search for a folded term finds, as the store asks for it.
async fn found(database: &mut Database, table: &str, label: &str, term: &str) -> Vec<String> {
    let condition = if database.is_sqlite() {
        format!("rowid IN (SELECT rowid FROM {table}_search WHERE {table}_search MATCH '\"{term}\"')")
    } else {
        format!("search_text LIKE '%{term}%'")
    };
    database
        .texts(&format!(
            "SELECT {label} FROM {table} WHERE {condition} ORDER BY {label}"
        ))
        .await
}

async fn fill(database: &mut Database) {
    for (key, text) in [
        (5_550_100, "Front desk"),
        (5_550_101, "ÜBERGABE Raum"),
        (7_770_142, "Fax"),
    ] {
        let number = database.number(id(3), key, "not_started").await;
        database
            .run(&format!(
                "UPDATE phone_numbers SET description = '{text}' WHERE id = '{number}'"
            ))
            .await;
    }
}

#[tokio::test]
async fn any_run_of_characters_is_found() {
    let story = |place| async move {
        let mut database = Database::with_basics(&place).await;
        fill(&mut database).await;
        let both = ["+12145550100", "+12145550101"];
        assert_eq!(
            found(&mut database, "phone_numbers", "number", "55501").await,
            both
        );
        assert_eq!(
            found(&mut database, "phone_numbers", "number", "desk").await,
            both[..1]
        );
        assert_eq!(
            found(&mut database, "phone_numbers", "number", "übergabe").await,
            both[1..]
        );
        assert!(
            found(&mut database, "phone_numbers", "number", "0100f")
                .await
                .is_empty(),
            "not across fields"
        );

        database
            .run("UPDATE phone_numbers SET notes = 'ask Zoë' WHERE number = '+12147770142'")
            .await;
        database
            .run("DELETE FROM phone_numbers WHERE number = '+12145550100'")
            .await;
        assert_eq!(
            found(&mut database, "phone_numbers", "number", "zoë").await,
            ["+12147770142"]
        );
        assert_eq!(
            found(&mut database, "phone_numbers", "number", "55501").await,
            both[1..]
        );

        let person = database.person(id(3), 77).await;
        assert_eq!(
            found(&mut database, "end_users", "upn", "user77@").await,
            ["User77@contoso.com"]
        );
        database
            .run(&format!(
                "UPDATE end_users SET display_name = 'Ana' WHERE id = '{person}'"
            ))
            .await;
        assert!(
            found(&mut database, "end_users", "upn", "user 77")
                .await
                .is_empty()
        );
        assert_eq!(
            found(&mut database, "end_users", "upn", "ana").await,
            ["User77@contoso.com"]
        );
    };
    on_each(story).await;
    on_postgres(ICU, story).await;
}

#[tokio::test]
async fn a_vacuumed_copy_finds_the_same() {
    on_sqlite(|place| async move {
        let Place::Sqlite(file) = &place else {
            unreachable!("a SQLite story")
        };
        let mut database = Database::with_basics(&place).await;
        fill(&mut database).await;
        database
            .run("DELETE FROM phone_numbers WHERE number = '+12145550100'")
            .await;
        database.run("VACUUM").await;
        assert_eq!(
            found(&mut database, "phone_numbers", "number", "fax").await,
            ["+12147770142"]
        );
        let copy = file.with_extension("copy");
        database.run(&format!("VACUUM INTO '{}'", copy.display())).await;
        let mut copied = Database::open_sqlite(&copy).await;
        assert_eq!(
            found(&mut copied, "phone_numbers", "number", "fax").await,
            ["+12147770142"]
        );
        copied
            .run(
                "INSERT INTO phone_numbers_search (phone_numbers_search, rank) VALUES ('integrity-check', 1)",
            )
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_role_that_may_not_create_extensions_still_gets_a_schema() {
    on_postgres("", |place| async move {
        let Place::Postgres(url) = &place else {
            unreachable!("a PostgreSQL story")
        };
        let name = url.rsplit('/').next().unwrap();
        let mut admin = Database::open_postgres(url).await;
        admin
            .run(&format!(
                "CREATE ROLE {name}_limited; GRANT CREATE ON SCHEMA public TO {name}_limited;
                 SET ROLE {name}_limited"
            ))
            .await;
        for migration in crate::database::POSTGRES {
            admin.run(migration).await;
        }
        let indexes = "SELECT CAST(count(*) AS TEXT) FROM pg_indexes WHERE indexname LIKE '%\\_search'";
        assert_eq!(admin.text(indexes).await, "0");
        assert!(
            found(&mut admin, "phone_numbers", "number", "555")
                .await
                .is_empty()
        );
        admin
            .run(&format!(
                "RESET ROLE; DROP OWNED BY {name}_limited; DROP ROLE {name}_limited"
            ))
            .await;
    })
    .await;
}
