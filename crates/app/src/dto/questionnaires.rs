//! Questionnaires: their versions, where they are asked, and how a new version comes in or goes out.

use portflow_domain::discovery::questionnaire::OlderAnswer;
use portflow_domain::entities::{Questionnaire, QuestionnaireDocument};
use portflow_domain::ids::{QuestionnaireId, SiteId};
use portflow_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A questionnaire with all its versions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionnaireSummary {
    /// What all its versions are called.
    pub name: String,
    /// Whether it is the survey that comes with the program, which is asked everywhere.
    pub is_built_in: bool,
    /// The newest first.
    pub versions: Vec<QuestionnaireVersion>,
    /// Sites for which it was chosen; the survey needs no choice.
    pub sites: Vec<SiteId>,
}

/// One version of a questionnaire.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionnaireVersion {
    /// Its id; none for the survey until it is answered for the first time.
    pub id: Option<QuestionnaireId>,
    /// From 1.
    pub version: i64,
    /// How many questions it has.
    pub questions: usize,
    /// How many of them a migration has to know.
    pub required: usize,
    /// How many answers were given to it, at all sites together.
    pub answers: usize,
    /// When it was stored; none for the survey until it is answered for the first time.
    pub created_at: Option<Timestamp>,
}

/// A questionnaire by name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedQuestionnaire {
    /// What all its versions are called, whatever the letter case.
    pub name: String,
    /// Which of them; none = the newest.
    #[serde(default)]
    pub version: Option<i64>,
}

/// Store a new version of a questionnaire, the first or the next one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveQuestionnaire {
    /// What all its versions are called.
    pub name: String,
    /// The newest version you saw; none for a new questionnaire.
    #[serde(default)]
    pub version: Option<i64>,
    /// The questions.
    pub document: QuestionnaireDocument,
}

/// Store a questionnaire that was exported as a JSON file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportQuestionnaire {
    /// The file.
    pub file_id: String,
}

/// What became of an imported or saved questionnaire.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptQuestionnaire {
    /// The version that is kept.
    pub questionnaire: Questionnaire,
    /// False where exactly this version was there already.
    pub is_new: bool,
}

/// Write a questionnaire to a JSON file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportQuestionnaire {
    /// What all its versions are called.
    pub name: String,
    /// Which of them; none = the newest.
    #[serde(default)]
    pub version: Option<i64>,
    /// Where to.
    pub file_id: String,
}

/// Say whether a questionnaire of the team is asked at a site.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskQuestionnaire {
    /// The site.
    pub site_id: SiteId,
    /// What all its versions are called; the newest is asked.
    pub name: String,
    /// False stops asking; what was answered stays.
    pub is_asked: bool,
}

/// Where a question that is asked at a site comes from, and what its latest answer answered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskedQuestion {
    /// Key of the question.
    pub key: String,
    /// The questionnaire that asks it.
    pub questionnaire: String,
    /// Its newest version, which a new answer answers.
    pub version: i64,
    /// The revision that a change of the answer names; none where this version has no answer yet.
    pub revision: Option<i64>,
    /// What the latest answer answered, where something else is asked today.
    pub older: Option<OlderAnswer>,
}
