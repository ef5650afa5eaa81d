//! Every question that the program asks of its data: one file for each table, one function for each question.
//!
//! Lists have one order, which is the same on both databases: text by code point, ids last. Updates name the
//! revision their caller saw and give the row as stored.

pub mod activity_log;
pub mod attachments;
pub mod auto_attendants;
pub mod bulk;
pub mod call_queues;
pub mod carriers;
pub mod circuits;
pub mod contacts;
pub mod customers;
pub mod dashboard;
pub mod devices;
pub mod discovery_sections;
pub mod emergency_locations;
pub mod end_users;
pub mod generated_scripts;
pub mod import_batches;
pub mod legacy_systems;
pub mod licenses;
pub mod losing_account_numbers;
pub mod losing_accounts;
pub mod mapping_profiles;
pub mod migrations;
pub mod network_segments;
pub mod number_stamps;
pub mod numbers_to_port;
pub mod phone_numbers;
pub mod port_order_documents;
pub mod port_orders;
pub mod problem_waivers;
pub mod questionnaire_answers;
pub mod questionnaires;
pub mod resource_accounts;
pub mod saved_views;
pub mod served_sites;
pub mod site_questionnaires;
pub mod site_rows;
pub mod sites;
pub mod special_lines;
pub mod team_members;
pub mod watched_orders;

mod end_user_rows;
mod grid;
mod number_places;
mod number_rows;
mod port_order_numbers;
mod search;

use portflow_domain::ids::EntityId;

use crate::column::Value;
use crate::statement::Statement;

/// Ids in one statement; below SQLite's limit of 32,766 binds.
const IDS_PER_STATEMENT: usize = 10_000;

/// Appends `<condition> $n` where there is something to compare with.
fn push_optional<I: EntityId>(statement: &mut Statement, condition: &'static str, id: Option<I>) {
    if let Some(id) = id {
        statement.push(condition).bind_value(Value::Uuid(id.uuid()));
    }
}
