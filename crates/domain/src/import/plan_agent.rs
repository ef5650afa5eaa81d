//! What becomes of an agent of a call queue.

use super::conflicts::Comparison;
use super::people::{Who, folded};
use super::planner::{Place, Planner, duplicate};
use super::{AgentValues, Issue, IssueCode, PlannedRecord, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

impl Planner<'_> {
    pub(super) fn agent(&mut self, place: Place, agent: &mut AgentValues, planned: &mut PlannedRecord) {
        let alone = self.existing.is_file_alone();
        let in_files = self
            .seen
            .contains_key(&(ImportTarget::CallQueues, folded(&agent.queue)));
        let queue = self.existing.queue(&agent.queue);
        if !in_files && queue.is_none() && !alone {
            let text = "Neither the migration nor the files have this queue. Import the queue first, or correct \
                its name.";
            let (code, field) = (IssueCode::QueueNotFound, ImportField::CallQueue);
            let issue = Issue::error(code, field, &agent.queue, text);
            return planned.record.issues.push(issue);
        }
        let Some(who) = self.agent_meant(place, agent, planned) else {
            return;
        };
        agent.person = self.key_of(who).map(str::to_owned);
        let key = (folded(&agent.queue), who);
        if let Some(&earlier) = self.agents.get(&key) {
            let (code, field) = (IssueCode::DuplicateAgent, ImportField::Agent);
            let issue = duplicate(code, field, &agent.agent, place, earlier);
            return planned.record.issues.push(issue);
        }
        self.agents.insert(key, place);
        planned.outcome = ImportOutcome::Inserted;
        let (Some(queue), Who::Stored(at)) = (queue, who) else {
            return;
        };
        let person = self.existing.people[at].id;
        let Some(stored) = queue.agents.iter().find(|stored| stored.person == person) else {
            return;
        };
        planned.stored = Some(Stored::CallQueueAgents {
            id: stored.id,
            revision: stored.revision,
        });
        let now = AgentValues {
            position: stored.position,
            ..agent.clone()
        };
        let key = format!("{}/{}", agent.queue, agent.agent);
        let (entity, last) = (ImportTarget::CallQueueAgents, stored.last_import.as_ref());
        let mut compared = Comparison::new(entity, key, self.choices, agent, &now, last);
        compared.fields(&["position"]);
        planned.settle(compared, None);
    }

    /// The person that an agent is; where nobody is found the record says so, and without a migration the name
    /// stands until there is one.
    fn agent_meant(&mut self, place: Place, agent: &AgentValues, planned: &mut PlannedRecord) -> Option<Who> {
        let text = agent.person.as_deref().unwrap_or(&agent.agent);
        let by_key = self.find(text).or_else(|| self.names.by_line(text));
        let found = by_key.or_else(|| self.names.by_name(text));
        let refused = |who: &Who| match who {
            Who::Stored(_) => false,
            Who::New(_) => !self.seen_people.contains_key(who),
        };
        let found = found.filter(|who| !refused(who));
        let by_name = by_key.is_none() && text.contains(char::is_whitespace);
        let alone = self.existing.is_file_alone();
        if by_name && (found.is_some() || alone) {
            self.warnings
                .on_sheet(IssueCode::AgentByName, place.sheet, place.row);
        }
        if found.is_none() && alone {
            planned.outcome = ImportOutcome::Inserted;
        } else if found.is_none() {
            let why = if self.names.is_shared(text) {
                "Several people of the migration or of the files are called so. Name the agent by their UPN."
            } else {
                "No person of the migration or of the files has this name, number or extension. Import the \
                 people first, or name them by their UPN."
            };
            let (code, field) = (IssueCode::AgentNotFound, ImportField::Agent);
            planned.record.issues.push(Issue::error(code, field, text, why));
        }
        found
    }
}
