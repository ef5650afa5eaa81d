//! The rows of a site, each kind as a table; what does not fit into columns stands below its row.

use portflow_document::blocks::{Column, Row, Table};
use portflow_domain::coded::Labelled;
use portflow_domain::discovery::circuits::dollars;
use portflow_domain::entities::{
    Circuit, Contact, Device, EmergencyLocation, ExtensionRange, LegacySystem, License, LosingAccount,
    NetworkSegment, SpecialLine,
};
use portflow_domain::ids::LosingAccountId;

use super::spelt::{count, date, dispatchable, joined, text, yes_no};

pub(super) fn contacts(contacts: &[Contact]) -> Table {
    let row = |it: &Contact| {
        let of = if it.site_id.is_some() { "Site" } else { "Company" };
        let (title, email, phone) = (
            text(it.title.as_ref()),
            text(it.email.as_ref()),
            text(it.phone.as_ref()),
        );
        Row::of([
            it.name.clone(),
            it.kind.label().to_owned(),
            of.to_owned(),
            title,
            phone,
            email,
        ])
    };
    table(
        ["Name", "Role", "Of", "Title", "Telephone", "E-mail"],
        contacts.iter().map(row),
    )
}

pub(super) fn emergency_locations(locations: &[EmergencyLocation]) -> Table {
    let row = |it: &EmergencyLocation| {
        let inside = joined(
            [it.building.as_deref(), it.floor.as_deref(), it.room.as_deref()],
            ", ",
        );
        let company = it.company_name.as_deref().map(|name| format!("Known as {name}"));
        Row::of([it.name.clone(), inside, dispatchable(it), text(it.elin.as_ref())])
            .noted(joined([company.as_deref(), it.notes.as_deref()], "\n"))
    };
    table(
        ["Name", "Building, floor, room", "Address for help", "ELIN"],
        locations.iter().map(row),
    )
}

pub(super) fn network_segments(segments: &[NetworkSegment], locations: &[EmergencyLocation]) -> Table {
    let place = |it: &NetworkSegment| {
        let place = locations
            .iter()
            .find(|place| Some(place.id) == it.emergency_location_id);
        place.map_or_else(|| "Not known".to_owned(), |place| place.name.clone())
    };
    let row = |it: &NetworkSegment| {
        let port = Some(it.port.trim())
            .filter(|port| !port.is_empty())
            .map(|port| format!("port {port}"));
        let identifier = joined([Some(it.identifier.as_str()), port.as_deref()], ", ");
        Row::of([
            it.kind.label().to_owned(),
            identifier,
            place(it),
            text(it.description.as_ref()),
        ])
    };
    table(
        ["Kind", "Identifier", "Emergency location", "Description"],
        segments.iter().map(row),
    )
}

pub(super) fn legacy_systems(systems: &[LegacySystem]) -> Table {
    let range = |it: &ExtensionRange| format!("{} to {}", it.first, it.last);
    let row = |it: &LegacySystem| {
        let system = joined(
            [
                Some(it.vendor.as_str()),
                it.model.as_deref(),
                it.version.as_deref(),
            ],
            " ",
        );
        let ranges: Vec<String> = it.internal_ranges.iter().map(range).collect();
        let (digit, keeper) = (
            text(it.outside_line_digit.as_ref()),
            text(it.maintained_by.as_ref()),
        );
        Row::of([
            system,
            digit,
            count(it.extension_length),
            ranges.join(", "),
            keeper,
        ])
        .noted(text(it.notes.as_ref()))
    };
    let heads = [
        "System",
        "Outside line",
        "Digits of an extension",
        "Extensions",
        "Maintained by",
    ];
    table(heads, systems.iter().map(row))
}

pub(super) fn circuits(circuits: &[Circuit], accounts: &[LosingAccount]) -> Table {
    let row = |it: &Circuit| {
        let billed = billed_to(it.losing_account_id, accounts);
        let what = joined([Some(it.kind.label()), it.circuit_id.as_deref()], " ");
        let (channels, btn) = (count(it.channels), text(it.btn.as_ref()));
        let cost = it.monthly_cost_cents.map(dollars).unwrap_or_default();
        let days = [date(it.contract_end), date(it.disconnect_on)];
        let [contract_end, disconnect_on] = days;
        Row::of([
            it.carrier_name.clone(),
            what,
            channels,
            btn,
            contract_end,
            disconnect_on,
            cost,
        ])
        .noted(joined([billed.as_deref(), it.notes.as_deref()], "\n"))
    };
    let columns = vec![
        Column::text("Carrier"),
        Column::text("Kind and circuit"),
        Column::amount("Channels"),
        Column::text("BTN"),
        Column::text("Contract ends"),
        Column::text("Disconnect on"),
        Column::amount("A month"),
    ];
    Table {
        columns,
        rows: circuits.iter().map(row).collect(),
    }
}

pub(super) fn special_lines(lines: &[SpecialLine], accounts: &[LosingAccount]) -> Table {
    let row = |it: &SpecialLine| {
        let billed = billed_to(it.losing_account_id, accounts);
        let (number, location, owner) = (
            text(it.number.as_ref()),
            text(it.location.as_ref()),
            text(it.owner.as_ref()),
        );
        let decision = it.decision.label().to_owned();
        Row::of([
            it.kind.label().to_owned(),
            number,
            location,
            owner,
            decision,
            text(it.decided_by.as_ref()),
        ])
        .noted(joined([billed.as_deref(), it.notes.as_deref()], "\n"))
    };
    table(
        ["Line", "Number", "Location", "Owner", "Decision", "Decided by"],
        lines.iter().map(row),
    )
}

pub(super) fn devices(devices: &[Device]) -> Table {
    let row = |it: &Device| {
        let model = joined([it.vendor.as_deref(), it.model.as_deref()], " ");
        let (quantity, kept) = (it.quantity.to_string(), yes_no(it.is_kept));
        Row::of([
            it.kind.label().to_owned(),
            model,
            quantity,
            kept,
            text(it.location.as_ref()),
        ])
        .noted(text(it.notes.as_ref()))
    };
    let mut device = table(
        ["Device", "Vendor and model", "Quantity", "Stays", "Location"],
        devices.iter().map(row),
    );
    align_amounts(&mut device, &[2]);
    device
}

pub(super) fn licenses(licenses: &[License]) -> Table {
    let row = |it: &License| {
        let each = it.monthly_cost_cents.map(dollars).unwrap_or_default();
        let (quantity, assigned) = (it.quantity.to_string(), it.assigned.to_string());
        Row::of([it.sku.clone(), quantity, assigned, each, yes_no(it.is_new)]).noted(text(it.notes.as_ref()))
    };
    let heads = [
        "License",
        "Quantity",
        "Assigned",
        "One a month",
        "Bought for the migration",
    ];
    let mut license = table(heads, licenses.iter().map(row));
    align_amounts(&mut license, &[1, 2, 3]);
    license
}

fn table<const N: usize>(heads: [&str; N], rows: impl Iterator<Item = Row>) -> Table {
    Table {
        columns: heads.map(Column::text).into(),
        rows: rows.collect(),
    }
}

fn align_amounts(table: &mut Table, columns: &[usize]) {
    for column in columns {
        if let Some(column) = table.columns.get_mut(*column) {
            *column = Column::amount(&column.head);
        }
    }
}

/// The account by its carrier and name; its number is a secret.
fn billed_to(id: Option<LosingAccountId>, accounts: &[LosingAccount]) -> Option<String> {
    let account = accounts.iter().find(|account| Some(account.id) == id)?;
    Some(format!(
        "Billed to the account {} at {}",
        account.name_on_account, account.carrier_name
    ))
}
