//! The one table of commands. A row gives the name, the use case, its request and response, who may run it and
//! which tags it reads or writes; dispatch, the command line, the test host and TypeScript all come from it.

use portflow_domain::discovery::circuits::MonthlyCosts;
use portflow_domain::discovery::completeness::SiteCompleteness;
use portflow_domain::discovery::questionnaire::Template;
use portflow_domain::entities::{
    Carrier, Circuit, Contact, Customer, Device, EmergencyLocation, GeneratedScript, ImportBatch,
    LegacySystem, License, LosingAccount, MappingProfile, Migration, NetworkSegment, PortOrder,
    QuestionnaireAnswer, SavedView, SectionState, Site, SpecialLine, TeamMember,
};
use portflow_domain::ids::{
    AttachmentId, CarrierId, CircuitId, DeviceId, EmergencyLocationId, EndUserId, GeneratedScriptId,
    ImportBatchId, LegacySystemId, LicenseId, LosingAccountId, MappingProfileId, MigrationId,
    NetworkSegmentId, PhoneNumberId, PortOrderId, ProblemWaiverId, SiteId, SpecialLineId,
};
use portflow_domain::number_blocks::NumberMap;
use portflow_domain::porting::carrier::CarrierProfile;
use portflow_domain::porting::escalation::EscalationMail;
use portflow_domain::porting::foc_times::ZonedTime;
use portflow_domain::porting::port_dates::PortDates;
use portflow_domain::problems::Problem;
use portflow_domain::views::{DuplicateNumber, EndUserRow, NumberRow, Page, PortOrderRow};
use serde_json::Value;
use std::pin::Pin;
use std::sync::Arc;

use crate::context::{Context, Permission};
use crate::dto::account_numbers::*;
use crate::dto::accounts::*;
use crate::dto::carriers::*;
use crate::dto::customers::*;
use crate::dto::dashboard::*;
use crate::dto::discovery::*;
use crate::dto::discovery_workbook::*;
use crate::dto::grid::*;
use crate::dto::holidays::*;
use crate::dto::import_batches::*;
use crate::dto::import_rows::*;
use crate::dto::imports::*;
use crate::dto::number_ranges::*;
use crate::dto::numbers::*;
use crate::dto::order_changes::*;
use crate::dto::order_documents::*;
use crate::dto::order_proposals::*;
use crate::dto::order_watch::*;
use crate::dto::orders::*;
use crate::dto::problems::*;
use crate::dto::questionnaires::*;
use crate::dto::saved_sites::*;
use crate::dto::saved_views::*;
use crate::dto::scripts::*;
use crate::dto::site_files::*;
use crate::dto::site_uses::*;
use crate::dto::status_sheets::*;
use crate::dto::workspace::*;
use crate::dto::{ById, Empty};
use crate::error::{ApiError, ErrorCode, Result};
use crate::events::Event;
use crate::files::FileHandle;
use crate::session::Session;
use crate::use_cases::*;

/// What a command depends on or changes; screens read again when a tag they show has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It only reads; the tags say when its answer is stale.
    Reads,
    /// It changes data with these tags.
    Writes,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// `noun_verb`.
    pub name: &'static str,
    /// Who may run it.
    pub permission: Permission,
    /// Whether it reads or writes.
    pub effect: Effect,
    /// Of what.
    pub tags: &'static [&'static str],
}

/// Request and response of a command, for TypeScript.
#[derive(ts_rs::TS)]
#[allow(dead_code, reason = "only its TypeScript form is used")]
struct Call<Request, Response> {
    request: Request,
    response: Response,
}

/// What a command came to.
struct Answer {
    response: Value,
    /// False for a write that answers with problems in place of a change.
    may_have_stored: bool,
}

/// A command on its way.
type Running<'a> = Pin<Box<dyn Future<Output = Result<Answer>> + Send + 'a>>;

macro_rules! commands {
    ($($name:ident: $case:path, $request:ty => $response:ty, $permission:ident $effect:ident [$($tag:ident),*];)+) => {
        /// Every command, in the order of the table.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            permission: Permission::$permission,
            effect: Effect::$effect,
            tags: &[$(stringify!($tag)),*],
        }),+];

        /// The TypeScript form of the table.
        #[derive(ts_rs::TS)]
        #[ts(rename = "Commands", export_to = "commands.ts")]
        #[allow(dead_code, reason = "only its TypeScript form is used")]
        pub(crate) struct CommandTypes { $($name: Call<$request, $response>),+ }

        async fn run(session: &Arc<Session>, name: &str, request: Value) -> Result<Answer> {
            match name {
                $(stringify!($name) => {
                    // Boxed in a function of its own: all cases together would need more stack than a thread has.
                    fn boxed<'a>(session: &'a Arc<Session>, request: Value) -> Running<'a> {
                        Box::pin(async move {
                            let request: $request = parse(request)?;
                            let cx = Context::of(session).await?;
                            cx.permit(Permission::$permission)?;
                            let response: $response = $case(&cx, request).await?;
                            let response = serde_json::to_value(response);
                            Ok(Answer {
                                response: response.map_err(|error| ApiError::internal(&error))?,
                                may_have_stored: !cx.has_stored_nothing(),
                            })
                        })
                    }
                    boxed(session, request).await
                })+
                _ => Err(ApiError::new(ErrorCode::NotFound, format!("There is no command '{name}'."))),
            }
        }
    };
}

commands! {
    session_info: sessions::info, Empty => SessionInfo, Anyone Reads [workspace, members];
    workspace_create: workspaces::create, CreateWorkspace => SessionInfo, Anyone Writes [workspace];
    workspace_open: workspaces::open, OpenWorkspace => SessionInfo, Anyone Writes [workspace];
    workspace_connect: workspaces::connect, ConnectWorkspace => SessionInfo, Anyone Writes [workspace];
    workspace_upgrade: workspaces::upgrade, ConnectWorkspace => SessionInfo, Anyone Writes [workspace];
    workspace_backup: workspaces::backup, SaveTo => SavedFile, Member Reads [workspace];
    workspace_save_site: saved_sites::save, SaveSite => SavedSite, Member Writes [activity];
    workspace_check: workspaces::check, Empty => WorkspaceCheck, Viewer Reads [workspace];
    workspace_status: workspaces::status, Empty => WorkspaceStatus, Viewer Reads [workspace, migrations, numbers, people];
    member_list: members::list, Empty => Vec<TeamMember>, Viewer Reads [members];
    member_add: members::add, AddMember => TeamMember, Anyone Writes [members, activity];
    member_choose: members::choose, ChooseMember => SessionInfo, Anyone Writes [workspace];

    customer_list: customers::list, Empty => Vec<Customer>, Viewer Reads [customers];
    customer_add: customers::add, AddCustomer => Customer, Member Writes [customers, activity];
    customer_update: customers::update, UpdateCustomer => Customer, Member Writes [customers, migrations, activity];
    contact_list: contacts::list, OfCustomer => Vec<Contact>, Viewer Reads [contacts];
    contact_add: contacts::add, AddContact => Contact, Member Writes [contacts, activity];
    contact_update: contacts::update, UpdateContact => Contact, Member Writes [contacts, orders, activity];
    contact_remove: contacts::remove, RemoveContact => Empty, Member Writes [contacts, activity];
    site_list: sites::list, OfCustomer => Vec<Site>, Viewer Reads [sites];
    site_add: sites::add, AddSite => Site, Member Writes [sites, activity];
    site_update: sites::update, UpdateSite => Site, Member Writes [sites, migrations, activity];

    site_discovery: discovery::read, ById<SiteId> => SiteDiscovery, Viewer Reads [discovery, sites, contacts, migrations, orders, accounts];
    site_discovery_list: discovery::list, OfCustomer => Vec<SiteScore>, Viewer Reads [discovery, sites, contacts, customers, migrations, orders, accounts];
    site_discovery_completeness: discovery::site_completeness, ById<SiteId> => SiteCompleteness, Viewer Reads [discovery, sites, contacts];
    site_used_by: discovery::used_by, ById<SiteId> => Vec<SiteUse>, Viewer Reads [sites, discovery, contacts, migrations, orders, accounts, voice];
    site_value_take: discovery::take, TakeSiteValue => Vec<SiteUse>, Member Writes [orders, accounts, voice, activity];
    losing_account_proposals: discovery::for_accounts, OfCustomer => Vec<AccountProposal>, Viewer Reads [sites, discovery, customers, accounts];
    port_order_proposal: discovery::for_order, ById<MigrationId> => OrderProposal, Viewer Reads [sites, contacts, migrations];
    discovery_costs: discovery::costs, ById<SiteId> => MonthlyCosts, Viewer Reads [discovery, sites];
    discovery_workbook_export: discovery::workbook_export, ExportDiscoveryWorkbook => SavedFile, Member Writes [activity];
    discovery_workbook_read: discovery::workbook_read, ReadDiscoveryWorkbook => DiscoveryWorkbookReview, Viewer Reads [discovery, sites, contacts];
    discovery_workbook_apply: discovery::workbook_apply, ApplyDiscoveryWorkbook => AppliedDiscoveryWorkbook, Member Writes [sites, contacts, discovery, migrations, activity];
    discovery_report_export: discovery::report_export, ExportDiscoveryReport => SavedFile, Member Writes [activity];
    site_hours_set: discovery::hours_set, SetSiteHours => Site, Member Writes [sites, discovery, activity];
    holiday_set: discovery::holiday_set, HolidaysOfYears => ComputedHolidays, Viewer Reads [sites];
    discovery_section_set: discovery::section_set, SetDiscoverySection => SectionState, Member Writes [discovery, activity];
    questionnaire_answer_set: discovery::answer_set, SetQuestionnaireAnswer => QuestionnaireAnswer, Member Writes [discovery, activity];
    questionnaire_list: questionnaires::list, Empty => Vec<QuestionnaireSummary>, Viewer Reads [discovery];
    questionnaire_get: questionnaires::get, NamedQuestionnaire => Template, Viewer Reads [discovery];
    questionnaire_save: questionnaires::save, SaveQuestionnaire => KeptQuestionnaire, Member Writes [discovery, activity];
    questionnaire_import: questionnaires::import, ImportQuestionnaire => KeptQuestionnaire, Member Writes [discovery, activity];
    questionnaire_export: questionnaires::export, ExportQuestionnaire => SavedFile, Viewer Reads [discovery];
    questionnaire_ask: questionnaires::ask, AskQuestionnaire => Empty, Member Writes [discovery, activity];
    emergency_location_save: discovery::save::<EmergencyLocation>, SaveSiteRow<EmergencyLocationId, EmergencyLocationValues> => EmergencyLocation, Member Writes [discovery, activity];
    emergency_location_remove: discovery::remove::<EmergencyLocation>, RemoveSiteRow<EmergencyLocationId> => Empty, Member Writes [discovery, activity];
    network_segment_save: discovery::save::<NetworkSegment>, SaveSiteRow<NetworkSegmentId, NetworkSegmentValues> => NetworkSegment, Member Writes [discovery, activity];
    network_segment_remove: discovery::remove::<NetworkSegment>, RemoveSiteRow<NetworkSegmentId> => Empty, Member Writes [discovery, activity];
    legacy_system_save: discovery::save::<LegacySystem>, SaveSiteRow<LegacySystemId, LegacySystemValues> => LegacySystem, Member Writes [discovery, activity];
    legacy_system_remove: discovery::remove::<LegacySystem>, RemoveSiteRow<LegacySystemId> => Empty, Member Writes [discovery, activity];
    circuit_save: discovery::save::<Circuit>, SaveSiteRow<CircuitId, CircuitValues> => Circuit, Member Writes [discovery, activity];
    circuit_remove: discovery::remove::<Circuit>, RemoveSiteRow<CircuitId> => Empty, Member Writes [discovery, activity];
    special_line_save: discovery::save::<SpecialLine>, SaveSiteRow<SpecialLineId, SpecialLineValues> => SpecialLine, Member Writes [discovery, orders, activity];
    special_line_remove: discovery::remove::<SpecialLine>, RemoveSiteRow<SpecialLineId> => Empty, Member Writes [discovery, orders, activity];
    device_save: discovery::save::<Device>, SaveSiteRow<DeviceId, DeviceValues> => Device, Member Writes [discovery, activity];
    device_remove: discovery::remove::<Device>, RemoveSiteRow<DeviceId> => Empty, Member Writes [discovery, activity];
    license_save: discovery::save::<License>, SaveSiteRow<LicenseId, LicenseValues> => License, Member Writes [discovery, activity];
    license_remove: discovery::remove::<License>, RemoveSiteRow<LicenseId> => Empty, Member Writes [discovery, activity];

    site_file_list: site_files::list, ById<SiteId> => Vec<SiteFile>, Viewer Reads [files, sites];
    site_file_thumbnails: site_files::thumbnails, ThumbnailsOf => Vec<SitePicture>, Viewer Reads [];
    site_file_picture: site_files::picture, ById<AttachmentId> => SitePicture, Viewer Reads [];
    site_file_save: site_files::save, SaveSiteFile => SavedFile, Viewer Reads [];
    site_file_add: site_files::add, AddSiteFiles => AddedSiteFiles, Member Writes [files, activity];
    site_file_update: site_files::update, UpdateSiteFile => SiteFile, Member Writes [files, activity];
    site_file_remove: site_files::remove, RemoveSiteFile => Empty, Member Writes [files, activity];

    carrier_list: carriers::list, Empty => Vec<Carrier>, Viewer Reads [carriers];
    carrier_get: carriers::get, ById<CarrierId> => CarrierDetail, Viewer Reads [carriers];
    carrier_add: carriers::add, CarrierProfile => Carrier, Member Writes [carriers, activity];
    carrier_update: carriers::update, UpdateCarrier => Carrier, Member Writes [carriers, migrations, orders, activity];
    carrier_confirm: carriers::confirm, ConfirmCarrier => Carrier, Member Writes [carriers, activity];
    carrier_import: carriers::import, ImportCarrier => ImportedCarrier, Member Writes [carriers, migrations, orders, activity];
    carrier_export: carriers::export, ExportCarrier => SavedFile, Viewer Reads [carriers];
    carrier_sheet_preview: carriers::preview, PreviewCarrierSheet => CarrierSheetPreview, Viewer Reads [];
    carrier_workbook_read: carriers::read_workbook, ReadCarrierWorkbook => CarrierWorkbook, Viewer Reads [carriers];
    port_date_choices: carriers::port_date_choices, AskPortDates => PortDates, Viewer Reads [carriers, sites, migrations];
    migration_list: migrations::list, Empty => Vec<MigrationDetail>, Viewer Reads [migrations, numbers, people];
    migration_get: migrations::get, ById<MigrationId> => MigrationDetail, Viewer Reads [migrations, numbers, people];
    migration_add: migrations::add, AddMigration => Migration, Member Writes [migrations, activity];
    migration_update: migrations::update, UpdateMigration => Migration, Member Writes [migrations, scripts, activity];
    migration_transition: migrations::transition, TransitionMigration => Migration, Member Writes [migrations, activity];

    number_page: numbers::page, PageOfMigration => Page<NumberRow>, Viewer Reads [numbers, people, orders];
    number_edit: numbers::edit, EditCells<PhoneNumberId> => EditResult<NumberRow>, Member Writes [numbers, scripts, activity];
    number_assign: numbers::assign, AssignNumbers => ChangedNumbers, Member Writes [numbers, people, scripts, activity];
    number_set: numbers::set, SetNumbers => ChangedNumbers, Member Writes [numbers, orders, scripts, activity];
    number_transition: numbers::transition, TransitionNumbers => ChangedNumbers, Member Writes [numbers, migrations, activity];
    number_add_preview: numbers::preview, NumbersToAdd => NumbersToAddPreview, Viewer Reads [numbers, sites];
    number_add: numbers::add, AddNumbers => AddedNumbers, Member Writes [numbers, migrations, people, scripts, activity];
    number_remove: numbers::remove, RemoveNumbers => ChangedNumbers, Member Writes [numbers, migrations, people, scripts, activity];
    number_blocks: numbers::blocks, ById<MigrationId> => NumberMap, Viewer Reads [numbers];
    number_duplicates: numbers::duplicates, FindDuplicates => Page<DuplicateNumber>, Viewer Reads [numbers, migrations, sites, customers];
    saved_view_list: saved_views::list, ViewsOfScreen => Vec<SavedView>, Viewer Reads [views, members];
    saved_view_save: saved_views::save, SaveView => SavedView, Member Writes [views, activity];
    saved_view_remove: saved_views::remove, ViewRevision => Empty, Member Writes [views, activity];
    correction_workbook_export: corrections::export, ExportCorrections => SavedFile, Member Writes [activity];
    end_user_page: people::page, PageOfMigration => Page<EndUserRow>, Viewer Reads [people, numbers];
    end_user_edit: people::edit, EditCells<EndUserId> => EditResult<EndUserRow>, Member Writes [people, numbers, scripts, activity];

    losing_account_list: accounts::list, OfCustomer => Vec<LosingAccount>, Viewer Reads [accounts];
    losing_account_add: accounts::add, AddLosingAccount => LosingAccount, Member Writes [accounts, discovery, activity];
    losing_account_update: accounts::update, UpdateLosingAccount => LosingAccount, Member Writes [accounts, orders, activity];
    losing_account_reveal: accounts::reveal, RevealSecret => RevealedSecret, Member Writes [activity];
    account_numbers_import: account_numbers::import, ImportAccountNumbers => AccountNumbersImport, Member Writes [accounts, orders, activity];
    account_numbers_decide: account_numbers::decide, DecideAccountNumbers => AccountNumbersDifference, Member Writes [accounts, orders, activity];
    account_numbers_difference: account_numbers::difference, ById<LosingAccountId> => AccountNumbersDifference, Viewer Reads [accounts, numbers];

    port_order_list: orders::list, OfMigration => Vec<PortOrderRow>, Viewer Reads [orders, numbers];
    port_order_get: orders::get, ById<PortOrderId> => PortOrderDetail, Viewer Reads [orders, numbers, accounts, contacts, carriers];
    port_order_add: orders::add, AddPortOrder => PortOrder, Member Writes [orders, numbers, activity];
    port_orders_add: orders::add_all, AddPortOrders => Vec<PortOrder>, Member Writes [orders, numbers, activity];
    port_orders_propose: orders::propose, ProposePortOrders => PortOrderProposals, Viewer Reads [orders, numbers, accounts, discovery, customers];
    port_order_update: orders::update, UpdatePortOrder => PortOrder, Member Writes [orders, activity];
    port_order_numbers: orders::change_numbers, ChangeOrderNumbers => PortOrder, Member Writes [orders, numbers, activity];
    port_order_transition: orders::transition, TransitionPortOrder => PortOrder, Member Writes [orders, numbers, migrations, scripts, activity];
    port_order_supplement: orders::supplement, SupplementPortOrder => PortOrder, Member Writes [orders, numbers, migrations, scripts, activity];
    port_order_adopt: orders::adopt, AdoptPortOrder => PortOrder, Member Writes [orders, numbers, migrations, scripts, activity];
    port_orders_export: orders::export_all, ExportPortOrders => ExportedPortOrders, Member Writes [activity];
    port_order_document_set: orders::set_document, SetOrderDocument => PortOrder, Member Writes [orders, accounts, activity];
    port_order_export: orders::export, ExportPortOrder => SavedFile, Member Writes [activity];
    port_foc_times: orders::foc_times, AskFocTimes => Vec<ZonedTime>, Viewer Reads [migrations, sites];
    port_order_ageing: orders::ageing_of_all, OfMigration => Vec<OrderAgeing>, Viewer Reads [orders, carriers];
    port_order_escalation: orders::escalation, ById<PortOrderId> => EscalationMail, Viewer Reads [orders, carriers, contacts];
    port_calendar_days: orders::no_port_days_of_carriers, AskNoPortDays => Vec<CarrierNoPortDays>, Viewer Reads [carriers];
    port_calendar_export: orders::export_calendar, ExportCalendar => SavedFile, Member Writes [activity];
    status_sheet_preview: status_sheets::preview, StatusSheetChoices => StatusSheetPreview, Viewer Reads [orders, numbers, accounts];
    status_mail_paste: status_sheets::paste_mail, PasteMail => FileHandle, Viewer Reads [];
    status_sheet_confirm: status_sheets::confirm, ConfirmStatusSheet => Vec<PortOrder>, Member Writes [orders, numbers, migrations, scripts, activity];
    problem_list: problems::list, ListProblems => ProblemList, Viewer Reads [problems, numbers, people, orders, accounts, discovery, sites, contacts, customers, migrations, carriers];
    problem_counts: problems::counts, Empty => Vec<MigrationProblems>, Viewer Reads [problems, numbers, people, orders, accounts, discovery, sites, contacts, customers, migrations, carriers];
    problem_waive: problems::waive, WaiveProblem => Problem, Member Writes [problems, orders, activity];
    problem_waiver_remove: problems::remove, ById<ProblemWaiverId> => Empty, Member Writes [problems, orders, activity];
    problem_fix: problems::fix, NamedProblem => Empty, Member Writes [problems, numbers, people, orders, scripts, activity];
    reject_code_list: orders::reject_codes, Empty => Vec<portflow_domain::porting::reject_codes::RejectReason>, Anyone Reads [];

    import_open: imports::open, OpenImport => OpenedImport, Viewer Reads [profiles];
    import_paste: imports::paste, PasteCells => FileHandle, Viewer Reads [];
    import_preview: imports::preview, ImportChoices => ImportPreview, Viewer Reads [numbers, people, voice, sites, contacts, discovery, imports, profiles];
    import_rows: imports::rows, ImportRowsQuery => Page<ImportPlanRow>, Viewer Reads [numbers, people, voice, sites, contacts, discovery, profiles];
    import_find_replace: imports::find_replace, FindReplace => ImportEdits, Viewer Reads [];
    import_fix_all: imports::fix_all, FixAll => ImportEdits, Viewer Reads [];
    import_commit: imports::commit, CommitImport => ImportBatch, Member Writes [numbers, people, voice, sites, contacts, discovery, orders, migrations, imports, profiles, scripts, activity];
    import_list: imports::list, OfMigration => Vec<ImportBatch>, Viewer Reads [imports];
    import_get: imports::get, ById<ImportBatchId> => ImportBatchDetail, Viewer Reads [imports];
    import_rejected_save: imports::save_rejected, SaveRejected => SavedFile, Member Writes [activity];
    import_undo_preview: imports::preview_undo, ById<ImportBatchId> => ImportUndo, Viewer Reads [imports, numbers, people, voice, sites, contacts, discovery, orders];
    import_undo: imports::undo, UndoImport => ImportUndo, Member Writes [numbers, people, voice, sites, contacts, discovery, orders, migrations, imports, scripts, activity];
    import_profile_list: imports::list_profiles, Empty => Vec<MappingProfile>, Viewer Reads [profiles];
    import_profile_delete: imports::delete_profile, ById<MappingProfileId> => Empty, Member Writes [profiles, activity];
    task_cancel: imports::cancel, CancelTask => Empty, Anyone Reads [];

    script_preview: scripts::preview, ScriptScope => ScriptPreview, Viewer Reads [scripts, numbers, people, orders];
    script_generate: scripts::generate, ScriptScope => GeneratedScript, Member Writes [scripts, activity];
    script_list: scripts::list, OfMigration => Vec<ScriptRow>, Viewer Reads [scripts, numbers, people, orders];
    script_get: scripts::get, ById<GeneratedScriptId> => ScriptDetail, Viewer Reads [scripts, numbers, people, orders];
    script_save: scripts::save, SaveScript => SavedFile, Member Writes [scripts, activity];

    dashboard: overview::dashboard, Empty => Dashboard, Viewer Reads [migrations, numbers, people, orders, carriers, scripts, activity];
    activity_page: overview::activity, ActivityQuery => Page<portflow_domain::entities::Activity>, Viewer Reads [activity];
}

/// What somebody who does not know what changed has to assume: every tag of the table.
pub fn everything_changed() -> Event {
    let tags: std::collections::BTreeSet<&str> = COMMANDS
        .iter()
        .flat_map(|command| command.tags.iter().copied())
        .collect();
    Event::Changed {
        tags: tags.into_iter().map(str::to_owned).collect(),
    }
}

/// The row called `name`.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// Runs a command for the member of this session. A write that succeeds sends exactly one event; one that answers
/// why it stored nothing sends none.
pub async fn call(session: &Arc<Session>, name: &str, request: Value) -> Result<Value> {
    let answer = run(session, name, request).await?;
    let writes = |command: &&Command| command.effect == Effect::Writes && answer.may_have_stored;
    if let Some(command) = find(name).filter(writes) {
        session.events.send(Event::Changed {
            tags: command.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        });
    }
    Ok(answer.response)
}

fn parse<T: serde::de::DeserializeOwned>(request: Value) -> Result<T> {
    let request = if request.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        request
    };
    serde_json::from_value(request).map_err(|error| {
        ApiError::new(
            ErrorCode::InvalidInput,
            format!("The request does not fit the command: {error}."),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ts_rs::TS;

    /// Writes ui/src/bindings, or the folder `TS_RS_EXPORT_DIR` names: `cargo xtask test` exports elsewhere,
    /// compares, and fails when the committed files differ.
    #[test]
    fn export_bindings() {
        let committed = || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/bindings");
        let folder = std::env::var_os("TS_RS_EXPORT_DIR").map_or_else(committed, Into::into);
        let config = ts_rs::Config::new()
            .with_out_dir(&folder)
            .with_large_int("number");
        CommandTypes::export_all(&config).unwrap();
        crate::error::ApiError::export_all(&config).unwrap();
        crate::events::Event::export_all(&config).unwrap();
        crate::files::FileHandle::export_all(&config).unwrap();
        let mut table = String::from(
            "// Written by the tests of portflow-app. Do not edit.\n\nexport const commandTags = {\n",
        );
        for command in COMMANDS {
            let effect = if command.effect == Effect::Reads {
                "reads"
            } else {
                "writes"
            };
            table.push_str(&format!(
                "  {}: {{ effect: \"{effect}\", tags: {:?} }},\n",
                command.name, command.tags
            ));
        }
        table.push_str("} as const;\n");
        #[allow(
            clippy::disallowed_methods,
            reason = "a generated source file, not a person's"
        )]
        std::fs::write(folder.join("commandTags.ts"), table).unwrap();
    }

    #[test]
    fn every_name_is_noun_verb_and_stands_once() {
        let mut names: Vec<_> = COMMANDS.iter().map(|command| command.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn whoever_writes_must_be_a_member_except_to_get_in() {
        let open = COMMANDS
            .iter()
            .filter(|c| c.effect == Effect::Writes && c.permission < Permission::Member);
        let names: Vec<_> = open.map(|command| command.name).collect();
        assert_eq!(
            names,
            [
                "workspace_create",
                "workspace_open",
                "workspace_connect",
                "workspace_upgrade",
                "member_add",
                "member_choose"
            ]
        );
    }
}
