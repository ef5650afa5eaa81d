//! Which rows come along: from the site down to what hangs on it, then up to whatever those rows refer to. Decided over
//! keys and references alone, which fit into memory where contents would not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use portflow_domain::ids::{CustomerId, EntityId, SiteId, TeamMemberId};

use super::catalogue::{Catalogue, Table};
use super::rules::{Rule, rule_of};
use super::texts::read_texts;
use crate::error::Result;
use crate::tx::Tx;

/// The row of a log entry, and of whom it tells; they are no foreign keys, because the log outlives its rows.
const ENTITY: &str = "entity_id";
const ACTOR: &str = "actor_id";

/// A row: the columns that were asked for, by the order of [`columns`].
type Row = Vec<Option<String>>;

/// The rows of a customer, and of the tables that belong to none, as keys and references.
pub(super) struct Index(HashMap<String, Vec<Row>>);

/// Reads keys and references.
pub(super) async fn index(source: &mut Tx, catalogue: &Catalogue, customer: CustomerId) -> Result<Index> {
    let mut index = HashMap::new();
    for table in catalogue.parents_first() {
        if matches!(rule_of(&table.name), None | Some(Rule::LeftOut(_))) {
            continue;
        }
        let of_customer = table.has("customer_id").then_some(customer);
        let rows = read_texts(source, &table.name, &columns(table), of_customer).await?;
        index.insert(table.name.clone(), rows);
    }
    Ok(Index(index))
}

/// The key, then every reference.
fn columns(table: &Table) -> Vec<&str> {
    let mut columns = vec![table.key.as_str()];
    columns.extend(table.references.iter().map(|it| it.column.as_str()));
    if rule_of(&table.name) == Some(Rule::Told) {
        columns.extend([ENTITY, ACTOR, "migration_id"]);
    }
    columns
}

/// The keys of the rows that come along, by table.
#[derive(Debug, Default)]
pub(super) struct Reached(BTreeMap<String, BTreeSet<String>>);

impl Reached {
    /// Works it out.
    pub(super) fn from(catalogue: &Catalogue, index: &Index, site: SiteId, saved_by: TeamMemberId) -> Self {
        let mut own = Self::default();
        for table in catalogue.parents_first() {
            let keys = own_keys(table, index, &own, &site.uuid().to_string());
            own.0.insert(table.name.clone(), keys);
        }
        let mut reached = Self::default();
        let references = references(catalogue, index);
        let start = own
            .0
            .iter()
            .flat_map(|(table, keys)| keys.iter().map(|key| (table.as_str(), key.as_str())));
        reached.climb(&references, start);
        for table in catalogue.parents_first() {
            let with = reached.with(table, index);
            reached.climb(
                &references,
                with.iter().map(|key| (table.name.as_str(), key.as_str())),
            );
        }
        reached.add("team_members", &saved_by.uuid().to_string());
        reached.tell(catalogue, index, &own);
        reached
    }

    /// The keys of a table.
    pub(super) fn keys(&self, table: &str) -> impl ExactSizeIterator<Item = &String> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        self.0.get(table).unwrap_or(&NONE).iter()
    }

    /// Whether a row comes along.
    pub(super) fn holds(&self, table: &str, key: &str) -> bool {
        self.0.get(table).is_some_and(|keys| keys.contains(key))
    }

    /// All rows together.
    pub(super) fn len(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    /// Whether it is new.
    fn add(&mut self, table: &str, key: &str) -> bool {
        self.0.entry(table.to_owned()).or_default().insert(key.to_owned())
    }

    /// Adds rows and everything that they refer to.
    fn climb<'a>(&mut self, references: &'a References<'a>, start: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut waiting: Vec<(&str, &str)> = start.collect();
        while let Some((table, key)) = waiting.pop() {
            if self.add(table, key)
                && let Some(named) = references.get(table).and_then(|rows| rows.get(key))
            {
                waiting.extend(named);
            }
        }
    }

    /// The keys of the rows whose parent comes along, where that is the table's rule.
    fn with(&self, table: &Table, index: &Index) -> BTreeSet<String> {
        let Some(Rule::With(column)) = rule_of(&table.name) else {
            return BTreeSet::new();
        };
        tied(table, index, column, |parent, key| self.holds(parent, key))
    }

    /// Adds the log of the rows that come along, of the site's own migrations, and who wrote it.
    fn tell(&mut self, catalogue: &Catalogue, index: &Index, own: &Self) {
        let known: BTreeSet<&str> = self.0.values().flatten().map(String::as_str).collect();
        let members: BTreeSet<&String> = keys_of(index, "team_members").collect();
        let (mut told, mut actors) = (BTreeSet::new(), BTreeSet::new());
        for table in catalogue.parents_first() {
            if rule_of(&table.name) != Some(Rule::Told) {
                continue;
            }
            for row in index.0.get(&table.name).into_iter().flatten() {
                let [Some(key), .., entity, actor, migration] = row.as_slice() else {
                    continue;
                };
                let is_of_row = entity.as_ref().is_some_and(|it| known.contains(it.as_str()));
                let is_of_migration = migration.as_ref().is_some_and(|it| own.holds("migrations", it));
                if is_of_row || is_of_migration {
                    told.insert((table.name.clone(), key.clone()));
                    actors.extend(actor.clone().filter(|actor| members.contains(actor)));
                }
            }
        }
        for (table, key) in told {
            self.add(&table, &key);
        }
        for actor in actors {
            self.add("team_members", &actor);
        }
    }
}

/// What each row refers to, by table and key.
type References<'a> = HashMap<&'a str, HashMap<&'a str, Vec<(&'a str, &'a str)>>>;

fn references<'a>(catalogue: &'a Catalogue, index: &'a Index) -> References<'a> {
    let mut known: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    let mut all = HashMap::new();
    for table in catalogue.parents_first() {
        let keys = keys_of(index, &table.name).map(String::as_str).collect();
        known.insert(&table.name, keys);
        let mut rows: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
        for row in index.0.get(&table.name).into_iter().flatten() {
            let Some((Some(key), named)) = row.split_first() else {
                continue;
            };
            let pairs = table.references.iter().zip(named);
            let named = pairs.filter_map(|(to, key)| Some((to.table.as_str(), key.as_deref()?)));
            // What stays behind is not known; a row that cannot do without it will be refused by its foreign key.
            let is_known =
                |(table, key): &(&str, &str)| known.get(table).is_some_and(|keys| keys.contains(key));
            rows.insert(key, named.filter(is_known).collect());
        }
        all.insert(table.name.as_str(), rows);
    }
    all
}

/// The keys of the rows that are the site's own.
fn own_keys(table: &Table, index: &Index, own: &Reached, site: &str) -> BTreeSet<String> {
    let is_own = |parent: &str, key: &str| own.holds(parent, key);
    match rule_of(&table.name) {
        Some(Rule::Site) => BTreeSet::from([site.to_owned()]),
        Some(Rule::Every) => keys_of(index, &table.name).cloned().collect(),
        Some(Rule::Hangs(columns)) => {
            let of = |column: &&str| tied(table, index, column, is_own);
            columns.iter().flat_map(of).collect()
        }
        Some(Rule::HangsOrGeneral(column)) => {
            let mut keys = tied(table, index, column, is_own);
            keys.extend(untied(table, index, column));
            keys
        }
        Some(Rule::Named | Rule::With(_) | Rule::Told | Rule::LeftOut(_)) | None => BTreeSet::new(),
    }
}

/// The keys of the rows that a column ties to a parent that counts.
fn tied(table: &Table, index: &Index, column: &str, counts: impl Fn(&str, &str) -> bool) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (place, to) in table.references.iter().enumerate() {
        for row in index.0.get(&table.name).into_iter().flatten() {
            if let (true, Some(key), Some(Some(parent))) = (to.column == column, &row[0], row.get(place + 1))
                && counts(&to.table, parent)
            {
                keys.insert(key.clone());
            }
        }
    }
    keys
}

/// The keys of the rows that a column ties to nothing.
fn untied(table: &Table, index: &Index, column: &str) -> BTreeSet<String> {
    let place = table.references.iter().position(|it| it.column == column);
    let rows = index.0.get(&table.name).into_iter().flatten();
    let is_untied = |row: &&Row| place.is_some_and(|place| row[place + 1].is_none());
    rows.filter(is_untied).filter_map(|row| row[0].clone()).collect()
}

fn keys_of<'a>(index: &'a Index, table: &str) -> impl Iterator<Item = &'a String> {
    index
        .0
        .get(table)
        .into_iter()
        .flatten()
        .filter_map(|row| row[0].as_ref())
}
