//! Questionnaires, each version a row of its own.

use portflow_domain::entities::fold;
use portflow_domain::entities::questionnaire::Questionnaire;
use portflow_domain::ids::QuestionnaireId;

use crate::error::Result;
use crate::record::{find, insert, record};
use crate::tx::{Tx, rows};

record!(Questionnaire, "questionnaire" in "questionnaires" {
    kept { id, name, version, document, created_at }
    derived { name_key = |questionnaire| fold(&questionnaire.name) }
});

/// All versions of all questionnaires, the newest of each first.
pub async fn list_questionnaires(tx: &mut Tx) -> Result<Vec<Questionnaire>> {
    rows!(
        tx,
        Questionnaire,
        "SELECT * FROM questionnaires ORDER BY name_key, version DESC, id"
    )
}

/// The version with this id.
pub async fn find_questionnaire(tx: &mut Tx, id: QuestionnaireId) -> Result<Option<Questionnaire>> {
    find(tx, id).await
}

/// Adds a version and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the questionnaire has that version already.
pub async fn insert_questionnaire(tx: &mut Tx, questionnaire: &Questionnaire) -> Result<Questionnaire> {
    insert(tx, questionnaire).await
}
