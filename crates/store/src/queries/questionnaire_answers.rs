//! What was said to a question of a questionnaire, in the version in which it was asked.

use portflow_domain::entities::questionnaire::QuestionnaireAnswer;
use portflow_domain::ids::{QuestionnaireAnswerId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(QuestionnaireAnswer, "answer" in "questionnaire_answers" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { questionnaire_id, question, state, answer, said_by, said_on, notes }
});

/// Those of a site or of all.
pub async fn list_questionnaire_answers(
    tx: &mut Tx,
    site_id: Option<SiteId>,
) -> Result<Vec<QuestionnaireAnswer>> {
    let mut statement = Statement::new("SELECT * FROM questionnaire_answers WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY question, id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_questionnaire_answer(
    tx: &mut Tx,
    id: QuestionnaireAnswerId,
) -> Result<Option<QuestionnaireAnswer>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_questionnaire_answer(
    tx: &mut Tx,
    answer: &QuestionnaireAnswer,
) -> Result<QuestionnaireAnswer> {
    insert(tx, answer).await
}

/// Writes its fields and gives it as stored.
pub async fn update_questionnaire_answer(
    tx: &mut Tx,
    answer: &QuestionnaireAnswer,
) -> Result<QuestionnaireAnswer> {
    update(tx, answer).await
}

/// Removes one.
pub async fn delete_questionnaire_answer(tx: &mut Tx, answer: &QuestionnaireAnswer) -> Result<()> {
    delete(tx, answer).await
}
