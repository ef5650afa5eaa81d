//! Questions that are asked at a site, as versioned documents, and their answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{AnswerKind, DiscoverySection, DiscoveryState};
use crate::ids::{CustomerId, QuestionnaireAnswerId, QuestionnaireId, SiteId, SiteQuestionnaireId};
use crate::timestamp::Timestamp;

/// One version of a questionnaire; never changed once it is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Questionnaire {
    /// Its id.
    pub id: QuestionnaireId,
    /// What all its versions are called; unique with the version, without regard to case.
    pub name: String,
    /// From 1; a changed questionnaire is the next version.
    pub version: i64,
    /// The questions.
    pub document: QuestionnaireDocument,
    /// When it was made.
    pub created_at: Timestamp,
}

/// The questions of a questionnaire, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionnaireDocument {
    /// The questions; keys are unique.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Question {
    /// Stays the same over all versions in which the question means the same: `paging.overhead`.
    pub key: String,
    /// The section of the discovery to which it belongs.
    pub section: DiscoverySection,
    /// The question.
    pub text: String,
    /// What an answer looks like.
    pub kind: AnswerKind,
    /// Answers to choose from; empty unless the kind is a choice.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether a migration may leave discovery without an answer.
    #[serde(default)]
    pub required: bool,
    /// Why the answer matters, in one sentence.
    #[serde(default)]
    pub why: String,
}

/// A questionnaire of the team that is asked at a site, in its newest version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteQuestionnaire {
    /// Its id.
    pub id: SiteQuestionnaireId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// The version that was the newest when it was chosen; its name says which questionnaire it is.
    pub questionnaire_id: QuestionnaireId,
    /// Raised by one with every change.
    pub revision: i64,
    /// When it was chosen.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// What was said to a question of a questionnaire, in the version in which it was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionnaireAnswer {
    /// Its id.
    pub id: QuestionnaireAnswerId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// The version of the questionnaire.
    pub questionnaire_id: QuestionnaireId,
    /// Key of the question within it.
    pub question: String,
    /// How much is known.
    pub state: DiscoveryState,
    /// The answer as the question's kind writes it; none unless `answered`.
    pub answer: Option<String>,
    /// Who said so at the site.
    pub said_by: Option<String>,
    /// When.
    #[ts(type = "string | null")]
    pub said_on: Option<NaiveDate>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
