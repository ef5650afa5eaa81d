//! Which questionnaires of the team are asked at which site.

use portflow_domain::entities::questionnaire::SiteQuestionnaire;
use portflow_domain::ids::{SiteId, SiteQuestionnaireId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete_many, insert, record};
use crate::statement::Statement;
use crate::tx::Tx;

record!(SiteQuestionnaire, "questionnaire of the site" in "site_questionnaires" {
    kept { id, customer_id, site_id, questionnaire_id, revision, created_at, updated_at }
});

/// Those of a site or of all, in the order in which they were chosen.
pub async fn list_site_questionnaires(
    tx: &mut Tx,
    site_id: Option<SiteId>,
) -> Result<Vec<SiteQuestionnaire>> {
    let mut statement = Statement::new("SELECT * FROM site_questionnaires WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY created_at, id");
    tx.list(statement).await
}

/// Adds one and gives it as stored.
pub async fn insert_site_questionnaire(tx: &mut Tx, asked: &SiteQuestionnaire) -> Result<SiteQuestionnaire> {
    insert(tx, asked).await
}

/// Removes those with these ids; the caller has read them in the same transaction.
pub async fn delete_site_questionnaires(tx: &mut Tx, ids: &[SiteQuestionnaireId]) -> Result<()> {
    delete_many::<SiteQuestionnaire>(tx, ids).await
}
