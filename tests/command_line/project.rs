//! The main job's stages through the program, so that every test can begin where it needs to.

use serde_json::Value;

use crate::workbench::{Workbench, fixture};

/// The secrets of the losing account; no other text of a test contains them.
pub const ACCOUNT_NUMBER: &str = "ACC-7Q2-99817";
/// See [`ACCOUNT_NUMBER`].
pub const PIN: &str = "Z8K4Q7W1";

/// Text that a spreadsheet program would calculate if it were written carelessly.
pub const FORMULA_LIKE: &str = "=HYPERLINK(\"http://example.com\",\"Example Corp\")";

/// A customer with one site and one migration, ready for numbers.
pub fn set_up(bench: &Workbench, customer: &str) {
    bench.run(&[
        "customer",
        "add",
        "--name",
        customer,
        "--legal-name",
        FORMULA_LIKE,
        "--demo",
    ]);
    for (site, city, postal_code) in [("Dallas HQ", "Dallas", "75201"), ("Plano", "Plano", "75024")] {
        let place = [
            "--street",
            "100 Main Street",
            "--city",
            city,
            "--state",
            "TX",
            "--postal-code",
            postal_code,
        ];
        let add = [
            "site",
            "add",
            "--customer",
            customer,
            "--name",
            site,
            "--time-zone",
            "America/Chicago",
        ];
        bench.run(&[&add[..], &place].concat());
    }
    let site = format!("{customer}/Dallas HQ");
    let add = [
        "migration",
        "add",
        "--site",
        &site,
        "--name",
        "Teams Phone",
        "--carrier",
        "verizon",
    ];
    let how = [
        "--routing",
        "direct_routing",
        "--target-date",
        "2027-03-01",
        "--voice-routing-policy",
        "US-National",
    ];
    bench.run(&[&add[..], &how].concat());
    walk(bench, &format!("{site}/Teams Phone"));
}

/// Takes a migration to where numbers are ported; nothing is known of its site, so leaving discovery needs a reason.
fn walk(bench: &Workbench, migration: &str) {
    for status in ["discovery", "data_collection", "in_progress"] {
        let step = ["migration", "transition", migration, "--to", status];
        let reason = ["--reason", "The site is known from an earlier project"];
        bench.run(&[&step[..], &reason].concat());
    }
}

/// Both sample spreadsheets, imported into the only migration; gives the two batches.
pub fn import_both(bench: &Workbench) -> (Value, Value) {
    let import = |file: &str, target: &str| bench.json(&["import", &fixture(file), "--as", target]);
    (
        import("messy-did-inventory.xlsx", "numbers"),
        import("messy-user-list.xlsx", "users"),
    )
}

/// A losing account whose secrets come from the environment, and who signs for it.
pub fn add_account(bench: &Workbench, customer: &str) {
    let add = [
        "--json",
        "account",
        "add",
        "--customer",
        customer,
        "--carrier",
        "Old Telephone Company",
    ];
    let what = [
        "--name-on-account",
        "Example Corporation, Inc.",
        "--btn",
        "+1 214 555 0199",
    ];
    let place = [
        "--street",
        "100 Main Street",
        "--city",
        "Dallas",
        "--state",
        "TX",
        "--postal-code",
        "75201",
    ];
    let today = today();
    let dates = ["--csr-date", &today, "--bill-date", &today];
    let mut command = bench.command(&[&add[..], &what, &place, &dates].concat());
    command
        .env("PORTFLOW_ACCOUNT_NUMBER", ACCOUNT_NUMBER)
        .env("PORTFLOW_PIN", PIN);
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let contact = [
        "contact",
        "add",
        "--customer",
        customer,
        "--name",
        "Alex Example",
        "--email",
        "alex@example.com",
    ];
    bench.run(&contact);
}

/// An order over the numbers that people hold, driven to `submitted`; gives its PON.
pub fn submit_order(bench: &Workbench) -> String {
    let order = add_order(bench);
    for status in ["ready", "loa_requested", "loa_signed", "submitted"] {
        let step = ["order", "transition", &order, "--to", status];
        let today = today();
        let signed: &[&str] = if status == "loa_signed" {
            &["--signed-on", &today]
        } else {
            &[]
        };
        bench.run(&[&step[..], signed].concat());
    }
    order
}

/// A draft over the numbers that people hold and that no carrier has yet; gives its PON.
pub fn add_order(bench: &Workbench) -> String {
    let numbers = numbers_held(bench).join(",");
    let add = [
        "order",
        "add",
        "--migration",
        "Teams Phone",
        "--account",
        "Old Telephone Company",
    ];
    let what = [
        "--numbers",
        &numbers,
        "--scope",
        "partial",
        "--signer",
        "Alex Example",
    ];
    let order = bench.json(&[&add[..], &what].concat());
    order["pon"].as_str().unwrap().to_owned()
}

/// The numbers that people hold, that are to be ported and about which nothing was done yet.
pub fn numbers_held(bench: &Workbench) -> Vec<String> {
    let rows = bench.json(&["numbers", "list", "--status", "not_started"]);
    let is_held = |row: &&Value| row["holderUpn"].is_string() && row["disposition"] == "port";
    let held = rows.as_array().unwrap().iter().filter(is_held);
    let numbers: Vec<String> = held
        .map(|row| row["number"].as_str().unwrap().to_owned())
        .collect();
    assert!(!numbers.is_empty(), "nobody holds a number");
    numbers
}

/// Today at the customer's sites.
pub fn today() -> String {
    #[allow(
        clippy::disallowed_methods,
        reason = "the program under test reads the real clock"
    )]
    let now = chrono::Utc::now();
    // Never later than the site's own day, which is behind Greenwich.
    (now - chrono::TimeDelta::hours(6)).date_naive().to_string()
}
