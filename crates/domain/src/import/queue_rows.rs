//! Rows of call queues, of their agents, and of the groups of agents that queues ring.

use super::destinations::overflow;
use super::identity::is_upn;
use super::reader::{Known, Reader};
use super::texts::text_of;
use super::{AgentValues, CallQueueValues, GroupLink, Issue, IssueCode, RecordValues};
use crate::entities::Greeting;
use crate::enums::{ImportTarget, OverflowAction, ResourceAccountType};
use crate::mapping::ImportField;
use crate::number::parse;
use crate::workbook::Cell;

impl<'a> Reader<'a> {
    /// Reads a row that lists a call queue: the queue, its resource account, its agents.
    pub(super) fn queue_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let mut issues = Vec::new();
        let reached = match self.reached(row, source_row, &mut issues) {
            Ok(reached) => reached,
            Err(issue) => return self.reject(source_row, ImportTarget::CallQueues, issue),
        };
        let Some(name) = self.row_name(row, source_row) else {
            return self.reject(source_row, ImportTarget::CallQueues, nameless());
        };
        let mut queue = self.queue_values(&name, row, source_row, &mut issues);
        queue.extension = reached.extension.clone();
        queue.resource_account = self.text(row, ImportField::Upn).map(|upn| upn.to_lowercase());
        self.links_of(&name, row, source_row);
        let values = RecordValues::CallQueue(Box::new(queue));
        self.push(
            source_row,
            ImportTarget::CallQueues,
            &reached.written,
            values,
            issues,
        );
        self.account_of(&name, ResourceAccountType::CallQueue, row, &reached, source_row);
        self.agents(&name, false, row, source_row);
    }

    /// What a row calls the thing it lists: its name, else its description.
    pub(super) fn row_name(&mut self, row: &'a [Cell], source_row: u32) -> Option<String> {
        let fields = [
            ImportField::Name,
            ImportField::DisplayName,
            ImportField::Description,
        ];
        fields
            .into_iter()
            .find_map(|field| self.name(row, field, source_row))
    }

    fn queue_values(
        &mut self,
        name: &str,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> CallQueueValues {
        let mut queue = CallQueueValues {
            name: name.to_owned(),
            agent_group: self.text(row, ImportField::AgentGroup),
            routing_method: self.choice(row, ImportField::RoutingMethod, source_row, issues),
            agent_alert_seconds: self.seconds(row, ImportField::AgentAlertSeconds, source_row, issues),
            timeout_seconds: self.seconds(row, ImportField::TimeoutSeconds, source_row, issues),
            overflow_threshold: self.count(row, ImportField::OverflowThreshold, source_row, issues),
            language: self.text(row, ImportField::Language),
            greeting: self
                .text(row, ImportField::Greeting)
                .map(|text| Greeting::Text { text }),
            ..CallQueueValues::default()
        };
        let (action, target) = (ImportField::TimeoutAction, ImportField::TimeoutTarget);
        (queue.timeout_action, queue.timeout_target) =
            self.exception(row, action, target, source_row, issues);
        let (action, target) = (ImportField::OverflowAction, ImportField::OverflowTarget);
        (queue.overflow_action, queue.overflow_target) =
            self.exception(row, action, target, source_row, issues);
        queue
    }

    /// What happens to a call that the queue cannot serve. A destination alone says what is done with the call.
    fn exception(
        &mut self,
        row: &'a [Cell],
        action: ImportField,
        target: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> (Option<OverflowAction>, Option<String>) {
        let country = self.settings.country;
        let destination = self.text(row, target);
        let implied = destination.as_deref().and_then(|text| overflow(text, country));
        let worded = self.text(row, action);
        let known = worded.as_deref().and_then(|text| overflow(text, country));
        match (worded, implied, known) {
            (Some(_), implied, Some((action, target))) => {
                let named = implied.and_then(|(_, target)| target);
                (Some(action), target.or(named).or(destination))
            }
            (Some(_), _, None) => (self.choice(row, action, source_row, issues), destination),
            (None, Some((action, target)), _) => (Some(action), target),
            (None, None, _) => (None, destination),
        }
    }

    /// A time in seconds: `30`, `45 s`, `00:45`, `1:30`, `2 min`.
    fn seconds(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<i64> {
        let cell = self.fields.cell(row, field);
        let text = text_of(cell)?;
        let found = match cell {
            // A time of day is what Excel makes of 00:45.
            Cell::Date(time) => {
                use chrono::Timelike;
                Some(i64::from(time.hour() * 60 + time.minute()))
            }
            Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Bool(_) | Cell::Error(_) => seconds(&text),
        };
        self.or_unmapped(found, field, &text, source_row, issues)
    }

    /// A whole number.
    fn count(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<i64> {
        let text = self.text(row, field)?;
        let found = text.parse().ok().filter(|count| *count >= 0);
        self.or_unmapped(found, field, &text, source_row, issues)
    }

    fn or_unmapped(
        &mut self,
        found: Option<i64>,
        field: ImportField,
        text: &str,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<i64> {
        if found.is_none() {
            let why = "This is no number that can be read; it was left out.";
            issues.push(Issue::warning(IssueCode::UnmappedValue, field, text, why));
            self.warnings.add(IssueCode::UnmappedValue, source_row);
        }
        found
    }

    /// Reads a row that lists agents: those of a queue, or of a group that queues ring. A group stands as a queue
    /// of its own name as well, until a queue that rings it is known.
    pub(super) fn agent_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let queue = self.name(row, ImportField::CallQueue, source_row);
        let group = self.name(row, ImportField::AgentGroup, source_row);
        let of_group = queue.is_none();
        let Some(name) = queue.or(group) else {
            return self.reject(source_row, ImportTarget::CallQueueAgents, nameless());
        };
        let before = self.records.len();
        let described = Known {
            source_row,
            ..Known::default()
        };
        if of_group && self.known.insert(name.to_lowercase(), described).is_none() {
            let mut issues = Vec::new();
            let mut values = self.queue_values(&name, row, source_row, &mut issues);
            values.agent_group = Some(name.clone());
            let values = RecordValues::CallQueue(Box::new(values));
            self.push(source_row, ImportTarget::CallQueues, "", values, issues);
        }
        self.agents(&name, of_group, row, source_row);
        if self.records.len() == before {
            let why = "The row names a queue and no agent.";
            let issue = Issue::error(IssueCode::MissingIdentity, ImportField::Agent, "", why);
            self.reject(source_row, ImportTarget::CallQueueAgents, issue);
        }
    }

    /// The agents of a row in the order of ringing: a list in one cell, or groups of columns with their place.
    fn agents(&mut self, queue: &str, of_group: bool, row: &'a [Cell], source_row: u32) {
        let mut named: Vec<(i64, String)> = Vec::new();
        let cells: Vec<_> = self.fields.cells(row, ImportField::Agent).collect();
        for (group, cell) in cells {
            let Some(text) = text_of(cell) else { continue };
            let place = text_of(self.fields.cell_in(row, ImportField::AgentPosition, group));
            let place = place.and_then(|place| place.parse().ok()).unwrap_or(i64::MAX);
            named.extend(listed(&text).into_iter().map(|agent| (place, agent)));
        }
        named.sort_by_key(|(place, _)| *place);
        let alone = named.len() == 1;
        for (place, agent) in named {
            self.remark_on_name(&agent, source_row);
            let last = self.ringing.entry(queue.to_lowercase()).or_default();
            *last += 1;
            let next = *last;
            let place = u32::try_from(place).ok().filter(|place| alone && *place > 0);
            let values = RecordValues::CallQueueAgent(Box::new(AgentValues {
                queue: queue.to_owned(),
                of_group,
                agent: self.agent(&agent),
                person: None,
                position: place.unwrap_or(next),
            }));
            self.push(
                source_row,
                ImportTarget::CallQueueAgents,
                &agent,
                values,
                Vec::new(),
            );
        }
    }

    /// An agent as the plan looks them up: a UPN in lower case, a whole number as E.164, anything else as written.
    fn agent(&self, text: &str) -> String {
        let lower = text.to_lowercase();
        if is_upn(&lower) {
            return lower;
        }
        let number = parse(text, self.settings.country).ok();
        number.map_or_else(|| text.to_owned(), |number| number.e164.to_string())
    }

    /// Reads a row that says which groups a queue, or another group, rings.
    pub(super) fn group_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let fields = [ImportField::CallQueue, ImportField::Name];
        let parent = fields
            .into_iter()
            .find_map(|field| self.name(row, field, source_row));
        let Some(parent) = parent else {
            return self.reject(source_row, ImportTarget::CallQueues, nameless());
        };
        let before = self.links.len();
        self.links_of(&parent, row, source_row);
        if self.links.len() == before {
            let why = "The row names no group of agents.";
            let issue = Issue::error(IssueCode::MissingIdentity, ImportField::AgentGroup, "", why);
            self.reject(source_row, ImportTarget::CallQueues, issue);
        }
    }

    /// The groups that a row names, in the order of ringing.
    fn links_of(&mut self, parent: &str, row: &'a [Cell], source_row: u32) {
        let mut named: Vec<(i64, String)> = Vec::new();
        for (group, cell) in self.fields.cells(row, ImportField::AgentGroup) {
            let Some(text) = text_of(cell) else { continue };
            let place = text_of(self.fields.cell_in(row, ImportField::AgentPosition, group));
            let place = place.and_then(|place| place.parse().ok()).unwrap_or(i64::MAX);
            named.push((place, text));
        }
        named.sort_by_key(|(place, _)| *place);
        for (position, (_, group)) in named.into_iter().enumerate() {
            self.links.push(GroupLink {
                sheet: self.sheet,
                source_row,
                parent: parent.to_owned(),
                group,
                position: position as u32 + 1,
            });
        }
    }
}

fn nameless() -> Issue {
    let why = "The row has no name, so it cannot be told from others.";
    Issue::error(IssueCode::MissingIdentity, ImportField::Name, "", why)
}

/// The agents of one cell. A comma separates addresses, numbers and names of two words, but not `Muller, Zoe`.
fn listed(text: &str) -> Vec<String> {
    let parts = |separators: &[char]| -> Vec<String> {
        let parts = text
            .split(separators)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    if text.contains([';', '\n', '|']) {
        return parts(&[';', '\n', '|']);
    }
    let whole = |part: &String| {
        part.contains(['@', ' ']) || part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+')
    };
    let by_comma = parts(&[',']);
    if by_comma.iter().all(whole) {
        by_comma
    } else {
        parts(&[])
    }
}

/// Reads a time in seconds; `1:30` is a minute and a half.
fn seconds(text: &str) -> Option<i64> {
    let lower = text.trim().to_lowercase();
    if lower.contains(':') {
        let mut sum = 0_i64;
        let mut parts = 0;
        for part in lower.split(':') {
            let value: i64 = part
                .trim()
                .parse()
                .ok()
                .filter(|value| (0..1_000).contains(value))?;
            sum = sum * 60 + value;
            parts += 1;
        }
        return (parts <= 3).then_some(sum);
    }
    let digits = lower.find(|c: char| !c.is_ascii_digit()).unwrap_or(lower.len());
    let value: i64 = lower[..digits].parse().ok()?;
    match lower[digits..].trim().trim_end_matches('.') {
        "" | "s" | "sec" | "secs" | "second" | "seconds" => Some(value),
        "m" | "min" | "mins" | "minute" | "minutes" => value.checked_mul(60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_in_every_spelling() {
        for (text, found) in [
            ("30", Some(30)),
            ("00:45", Some(45)),
            ("00:00:45", Some(45)),
            ("1:30", Some(90)),
            ("45 s", Some(45)),
            ("2 min", Some(120)),
            ("soon", None),
            ("", None),
            ("1:2:3:4", None),
        ] {
            assert_eq!(seconds(text), found, "{text}");
        }
    }

    #[test]
    fn a_comma_within_a_name_is_no_separator() {
        assert_eq!(
            listed("a@example.com; b@example.com;"),
            ["a@example.com", "b@example.com"]
        );
        assert_eq!(
            listed("Ana Nunez\nSiobhan O'Brien"),
            ["Ana Nunez", "Siobhan O'Brien"]
        );
        assert_eq!(listed("Ana Nunez, Zoe Muller"), ["Ana Nunez", "Zoe Muller"]);
        assert_eq!(listed("Muller, Zoe"), ["Muller, Zoe"]);
        assert_eq!(listed("0101,0102"), ["0101", "0102"]);
    }
}
