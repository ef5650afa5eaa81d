//! A carrier as the log tells of it: each rule and each part of the sheet is a field of its own.

use portflow_domain::entities::Carrier;
use portflow_domain::ids::EntityId;
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::profile_of;
use crate::activity::{Logged, Subject};
use crate::error::{ApiError, Result};

/// The fields of a carrier by the names under which the log keeps them: `name`, `portRules.cutOffHour`.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct LoggedCarrier {
    fields: Map<String, Value>,
    #[serde(skip)]
    id: Uuid,
    #[serde(skip)]
    revision: i64,
}

impl LoggedCarrier {
    pub(super) fn of(carrier: &Carrier) -> Result<Self> {
        let profile = profile_of(carrier)?;
        let whole = serde_json::to_value(profile).map_err(|error| ApiError::internal(&error))?;
        let mut fields = Map::new();
        for (name, value) in whole.as_object().cloned().unwrap_or_default() {
            if let Value::Object(parts) = value {
                fields.extend(
                    parts
                        .into_iter()
                        .map(|(part, value)| (format!("{name}.{part}"), value)),
                );
            } else {
                fields.insert(name, value);
            }
        }
        fields.insert("workbookName".to_owned(), carrier.workbook_name.clone().into());
        fields.insert(
            "workbookSha256".to_owned(),
            carrier.workbook_sha256.clone().into(),
        );
        Ok(Self {
            fields,
            id: carrier.id.uuid(),
            revision: carrier.revision,
        })
    }
}

impl Logged for LoggedCarrier {
    fn subject(&self) -> Subject {
        Subject {
            entity_type: "carrier",
            entity_id: self.id,
            customer_id: None,
            migration_id: None,
        }
    }

    fn revision(&self) -> i64 {
        self.revision
    }

    fn known_by(&self) -> &'static str {
        "name"
    }
}
