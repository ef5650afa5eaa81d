//! Putting together what several sheets say about the same queue.
//!
//! Telephone systems list a queue, the groups it rings and their members apart. The queue is named after what
//! callers reach; the groups in between leave no record once their members stand under the queue.

use std::collections::{HashMap, HashSet};

use super::people::folded;
use super::warnings::Warnings;
use super::{
    AgentValues, CallQueueValues, ExpandedRange, GroupLink, IgnoredRow, ImportWarning, IssueCode, Reading,
    Record, RecordValues,
};
use crate::enums::ImportTarget;
use crate::mapping::Refusal;

/// Everything that was read, as one list.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) records: Vec<Record>,
    pub(super) ignored: Vec<IgnoredRow>,
    pub(super) warnings: Vec<ImportWarning>,
    pub(super) ranges: Vec<ExpandedRange>,
    /// Rows (sheet, row) that link groups and give no record of their own.
    pub(super) silent_rows: Vec<(usize, u32)>,
}

/// Why what was read cannot be imported by itself: it only links queues to groups of agents, and lists neither.
pub fn incomplete_set(readings: &[Reading]) -> Option<Refusal> {
    let linked = readings.iter().any(|reading| !reading.links.is_empty());
    let listed = readings.iter().any(|reading| !reading.records.is_empty());
    (linked && !listed).then(|| Refusal {
        code: "incomplete_set".to_owned(),
        message: "This list only says which groups of agents a queue rings; it names neither.".to_owned(),
        hint:
            "Choose the lists of the queues and of the groups' members of the same export together with it."
                .to_owned(),
    })
}

/// Joins the sheets in their order.
pub(super) fn join(readings: Vec<Reading>) -> Joined {
    let mut joined = Joined::default();
    let mut links = Vec::new();
    let mut group_sheets = HashSet::new();
    for reading in readings {
        if reading.target == ImportTarget::CallQueueAgents {
            group_sheets.extend(reading.records.first().map(|record| record.sheet));
        }
        joined.records.extend(reading.records);
        joined.ignored.extend(reading.ignored);
        joined.warnings.extend(reading.warnings);
        joined.ranges.extend(reading.ranges);
        links.extend(reading.links);
    }
    joined.silent_rows = links.iter().map(|link| (link.sheet, link.source_row)).collect();
    let has_voice = joined.records.iter().any(|record| {
        matches!(
            record.entity,
            ImportTarget::CallQueues | ImportTarget::CallQueueAgents
        )
    });
    if has_voice {
        let mut groups = Groups::of(&joined.records, &links, &group_sheets);
        groups.ring(&mut joined.records);
        joined.warnings.extend(groups.warnings.finish());
        merge_queues(&mut joined.records);
        number_agents(&mut joined.records);
    }
    joined
}

/// Groups of agents, and what rings them.
struct Groups {
    /// Places of the agent records of each group, in the order of ringing.
    agents: HashMap<String, Vec<usize>>,
    /// Place of the record that describes the group itself.
    described: HashMap<String, usize>,
    /// The groups below a queue or group, in the order of ringing.
    below: HashMap<String, Vec<GroupLink>>,
    rung: HashSet<String>,
    warnings: Warnings,
}

impl Groups {
    fn of(records: &[Record], links: &[GroupLink], group_sheets: &HashSet<usize>) -> Self {
        let mut agents: HashMap<String, Vec<(u32, usize)>> = HashMap::new();
        let mut described = HashMap::new();
        for (index, record) in records.iter().enumerate() {
            if let Some(RecordValues::CallQueueAgent(agent)) = &record.values
                && agent.of_group
            {
                let members = agents.entry(folded(&agent.queue)).or_default();
                members.push((agent.position, index));
            } else if let Some(RecordValues::CallQueue(queue)) = &record.values
                && (group_sheets.contains(&record.sheet) || is_own_group(queue))
            {
                described.entry(folded(&queue.name)).or_insert(index);
            }
        }
        let agents: HashMap<String, Vec<usize>> = agents
            .into_iter()
            .map(|(group, mut members)| {
                members.sort_by_key(|(position, _)| *position);
                (group, members.into_iter().map(|(_, index)| index).collect())
            })
            .collect();
        let mut below: HashMap<String, Vec<GroupLink>> = HashMap::new();
        for link in links {
            below.entry(folded(&link.parent)).or_default().push(link.clone());
        }
        for links in below.values_mut() {
            links.sort_by_key(|link| link.position);
        }
        Self {
            agents,
            described,
            below,
            rung: HashSet::new(),
            warnings: Warnings::default(),
        }
    }

    /// Gives every queue the agents of the groups it rings. Groups that nothing rings are queues themselves.
    fn ring(&mut self, records: &mut Vec<Record>) {
        let mut served: HashMap<usize, Vec<AgentValues>> = HashMap::new();
        for index in 0..records.len() {
            if let Some((queue, groups)) = self.groups_rung(index, &records[index]) {
                self.take_over(records, index, &queue, &groups, &mut served);
            }
        }
        let dropped: HashSet<usize> = self
            .described
            .iter()
            .filter(|(group, _)| self.rung.contains(*group))
            .map(|(_, index)| *index)
            .collect();
        let all = std::mem::take(records);
        for (index, mut record) in all.into_iter().enumerate() {
            if dropped.contains(&index) {
                continue;
            }
            let Some(copies) = served.remove(&index) else {
                self.stand_alone(&mut record);
                records.push(record);
                continue;
            };
            for agent in copies {
                records.push(Record {
                    values: Some(RecordValues::CallQueueAgent(Box::new(agent))),
                    ..record.clone()
                });
            }
        }
        number_ordinals(records);
    }

    /// The queue of a record and the groups with agents below it, as far as it names any.
    fn groups_rung(&mut self, index: usize, record: &Record) -> Option<(String, Vec<String>)> {
        let Some(RecordValues::CallQueue(queue)) = &record.values else {
            return None;
        };
        let describes = self.described.get(&folded(&queue.name)) == Some(&index);
        if record.rejection().is_some() || describes {
            return None;
        }
        let linked = self.below.get(&folded(&queue.name)).cloned();
        let mut found = Vec::new();
        let mut walked = HashSet::new();
        match (linked, &queue.agent_group) {
            (Some(links), _) => self.descend_links(&links, &mut walked, &mut found),
            (None, Some(group)) => self.descend(group, &mut walked, &mut found),
            (None, None) => return None,
        }
        if found.is_empty() {
            self.warnings
                .on_sheet(IssueCode::IncompleteSet, record.sheet, record.source_row);
            return None;
        }
        Some((queue.name.clone(), found))
    }

    /// Walks down from a group; a group that rings itself is walked once.
    fn descend(&mut self, group: &str, walked: &mut HashSet<String>, found: &mut Vec<String>) {
        let key = folded(group);
        if !walked.insert(key.clone()) {
            return;
        }
        if self.agents.contains_key(&key) {
            found.push(key.clone());
        }
        if let Some(links) = self.below.get(&key).cloned() {
            self.descend_links(&links, walked, found);
        }
    }

    fn descend_links(&mut self, links: &[GroupLink], walked: &mut HashSet<String>, found: &mut Vec<String>) {
        for link in links {
            let below = folded(&link.group);
            let known = self.agents.contains_key(&below)
                || self.below.contains_key(&below)
                || self.described.contains_key(&below);
            if known {
                self.descend(&link.group, walked, found);
            } else if !self.agents.is_empty() {
                let code = IssueCode::LineGroupMissing;
                self.warnings
                    .about(code, link.sheet, link.source_row, &link.group);
            }
        }
    }

    /// Copies the members of the groups under the queue, each once, numbered through; the queue rings as its
    /// first group does where it does not say how itself.
    fn take_over(
        &mut self,
        records: &mut [Record],
        queue_index: usize,
        queue: &str,
        groups: &[String],
        served: &mut HashMap<usize, Vec<AgentValues>>,
    ) {
        let mut known = HashSet::new();
        let mut position = 0;
        for group in groups {
            self.rung.insert(group.clone());
            for &index in &self.agents[group] {
                let Some(RecordValues::CallQueueAgent(member)) = &records[index].values else {
                    continue;
                };
                let copies = served.entry(index).or_default();
                if !known.insert(folded(&member.agent)) {
                    continue;
                }
                position += 1;
                copies.push(AgentValues {
                    queue: queue.to_owned(),
                    of_group: false,
                    position,
                    ..member.as_ref().clone()
                });
            }
        }
        let describing = groups.iter().filter_map(|group| self.described.get(group));
        let describing: Vec<CallQueueValues> = describing
            .filter_map(|index| records[*index].values.as_ref()?.call_queue().cloned())
            .collect();
        if let Some(RecordValues::CallQueue(queue)) = &mut records[queue_index].values {
            for group in describing {
                queue.routing_method = queue.routing_method.or(group.routing_method);
                queue.agent_alert_seconds = queue.agent_alert_seconds.or(group.agent_alert_seconds);
            }
        }
    }

    /// A group that nothing rings is a queue under its own name.
    fn stand_alone(&mut self, record: &mut Record) {
        if let Some(RecordValues::CallQueueAgent(agent)) = &mut record.values
            && agent.of_group
        {
            agent.of_group = false;
            self.warnings
                .on_sheet(IssueCode::IncompleteSet, record.sheet, record.source_row);
        } else if let Some(RecordValues::CallQueue(queue)) = &mut record.values
            && is_own_group(queue)
        {
            queue.agent_group = None;
        }
    }
}

/// A queue that every agent's row names again is one queue: what later rows add fills it, and they keep their
/// agents alone. A queue named again without agents is left for the comparison to refuse.
fn merge_queues(records: &mut Vec<Record>) {
    let with_agents: HashSet<(usize, u32)> = records
        .iter()
        .filter(|record| record.entity == ImportTarget::CallQueueAgents)
        .map(|record| (record.sheet, record.source_row))
        .collect();
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Record> = Vec::with_capacity(records.len());
    for record in std::mem::take(records) {
        if let Some(RecordValues::CallQueue(queue)) = &record.values
            && record.rejection().is_none()
        {
            let earlier = first.get(&folded(&queue.name)).copied();
            match earlier {
                Some(earlier) if with_agents.contains(&(record.sheet, record.source_row)) => {
                    if let Some(RecordValues::CallQueue(known)) = &mut kept[earlier].values {
                        fill(known, queue);
                    }
                    continue;
                }
                Some(_) => {}
                None => {
                    first.insert(folded(&queue.name), kept.len());
                }
            }
        }
        kept.push(record);
    }
    *records = kept;
    number_ordinals(records);
}

/// What one row says about a queue and another leaves out.
fn fill(known: &mut CallQueueValues, other: &CallQueueValues) {
    macro_rules! fill {
        ($($field:ident),*) => { $(if known.$field.is_none() { known.$field.clone_from(&other.$field); })* };
    }
    fill!(
        e164,
        extension,
        resource_account,
        agent_group,
        routing_method,
        agent_alert_seconds,
        timeout_seconds,
        timeout_action,
        timeout_target,
        overflow_threshold,
        overflow_action,
        overflow_target,
        language,
        greeting
    );
}

/// Where the rows of a queue each begin to count at 1, the agents are numbered through in the order of the rows.
fn number_agents(records: &mut [Record]) {
    let mut of_queue: HashMap<String, Vec<(usize, u32)>> = HashMap::new();
    for (index, record) in records.iter().enumerate() {
        if let Some(RecordValues::CallQueueAgent(agent)) = &record.values
            && record.rejection().is_none()
        {
            let members = of_queue.entry(folded(&agent.queue)).or_default();
            members.push((index, agent.position));
        }
    }
    for mut members in of_queue.into_values() {
        let positions: HashSet<u32> = members.iter().map(|(_, position)| *position).collect();
        if positions.len() == members.len() {
            continue;
        }
        members.sort_by_key(|(index, position)| {
            let record = &records[*index];
            (record.sheet, record.source_row, *position, *index)
        });
        for (position, (index, _)) in (1..).zip(members) {
            if let Some(RecordValues::CallQueueAgent(agent)) = &mut records[index].values {
                agent.position = position;
            }
        }
    }
}

/// Whether a queue rings nothing but the group of its own name, which is itself.
fn is_own_group(queue: &CallQueueValues) -> bool {
    let group = queue.agent_group.as_deref();
    group.is_some_and(|group| folded(group) == folded(&queue.name))
}

impl RecordValues {
    fn call_queue(&self) -> Option<&CallQueueValues> {
        if let Self::CallQueue(queue) = self {
            Some(queue)
        } else {
            None
        }
    }
}

/// Counts the records of each row anew; they stand together.
pub(super) fn number_ordinals(records: &mut [Record]) {
    let mut last = None;
    let mut ordinal = 0;
    for record in records {
        let row = (record.sheet, record.source_row);
        ordinal = if last == Some(row) { ordinal + 1 } else { 0 };
        last = Some(row);
        record.ordinal = ordinal;
    }
}
