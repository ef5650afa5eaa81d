//! Which questions are asked at a site, and in which version: those of the survey that comes with the program, then
//! those of the team's own questionnaires that were chosen for the site.
//!
//! The survey's name belongs to the program. A team that wants a question of it otherwise asks one with the same key
//! in a questionnaire of its own, which then takes its place.

use super::{built_in, check_answer, differing};
use crate::entities::{Question, Questionnaire, QuestionnaireAnswer, QuestionnaireDocument, fold};
use crate::ids::QuestionnaireId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The newest version of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    /// Its id; none while the survey is only compiled in.
    pub id: Option<QuestionnaireId>,
    /// What all its versions are called.
    pub name: String,
    /// From 1.
    pub version: i64,
    /// Ids of all its stored versions.
    pub versions: Vec<QuestionnaireId>,
    /// The questions.
    pub document: QuestionnaireDocument,
}

/// A question that is asked at a site, with the questionnaire it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'a> {
    /// The question.
    pub question: Question,
    /// Where it comes from.
    pub from: &'a Newest,
}

/// An answer that was given when the question was another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OlderAnswer {
    /// The questionnaire whose question was answered.
    pub questionnaire: String,
    /// In which version.
    pub version: i64,
    /// The question as it was then.
    pub question: Question,
    /// Fields of the question that differ today, as the document spells them.
    pub fields: Vec<String>,
    /// Whether the answer is one to the question of today.
    pub still_answers: bool,
}

/// Whether this is the name of the survey that comes with the program, whatever its letter case.
///
/// # Errors
/// As [`built_in`].
pub fn is_surveys_name(name: &str) -> Result<bool, serde_json::Error> {
    Ok(fold(name) == fold(&built_in()?.name))
}

/// The newest version of each questionnaire: the survey first, then the team's own by name. `stored` lists each
/// questionnaire's newest version first. The survey is the stored one unless the program brings a newer.
///
/// # Errors
/// As [`built_in`].
pub fn newest(stored: &[Questionnaire]) -> Result<Vec<Newest>, serde_json::Error> {
    let template = built_in()?;
    let surveys = fold(&template.name);
    let mut by_name: BTreeMap<String, Vec<&Questionnaire>> = BTreeMap::new();
    for version in stored {
        by_name.entry(fold(&version.name)).or_default().push(version);
    }
    let of_survey = by_name.remove(&surveys).unwrap_or_default();
    let kept = of_survey.first().filter(|kept| kept.version >= template.version);
    let survey = match kept {
        Some(kept) => of(kept, &of_survey),
        None => Newest {
            id: None,
            name: template.name,
            version: template.version,
            versions: of_survey.iter().map(|version| version.id).collect(),
            document: template.document,
        },
    };
    let own = by_name
        .values()
        .filter_map(|versions| Some(of(versions.first()?, versions)));
    Ok(std::iter::once(survey).chain(own).collect())
}

fn of(newest: &Questionnaire, versions: &[&Questionnaire]) -> Newest {
    Newest {
        id: Some(newest.id),
        name: newest.name.clone(),
        version: newest.version,
        versions: versions.iter().map(|version| version.id).collect(),
        document: newest.document.clone(),
    }
}

/// The questions asked at a site: the survey's, all of the questionnaires chosen there, and of others those that were
/// answered there, so that no answer loses its question. A key stands for one question; the first one asks it, except
/// that a chosen questionnaire takes the place of the survey.
pub fn asked<'a>(
    newest: &'a [Newest],
    chosen: &[QuestionnaireId],
    answers: &[QuestionnaireAnswer],
) -> Vec<Asked<'a>> {
    let mut asked: Vec<Asked<'a>> = Vec::new();
    for (at, from) in newest.iter().enumerate() {
        let is_survey = at == 0;
        let is_chosen = from.versions.iter().any(|version| chosen.contains(version));
        for question in &from.document.questions {
            let is_answered = || {
                let mut to_it = answers.iter().filter(|answer| answer.question == question.key);
                to_it.any(|answer| from.versions.contains(&answer.questionnaire_id))
            };
            if !(is_survey || is_chosen || is_answered()) {
                continue;
            }
            let question = question.clone();
            match asked.iter_mut().find(|known| known.question.key == question.key) {
                None => asked.push(Asked { question, from }),
                Some(known) if is_chosen && known.from.name == newest[0].name => {
                    *known = Asked { question, from };
                }
                Some(_) => {}
            }
        }
    }
    asked
}

/// The answer that counts for a question, whatever version it answered: the latest.
pub fn latest<'a>(answers: &'a [QuestionnaireAnswer], key: &str) -> Option<&'a QuestionnaireAnswer> {
    let to_it = answers.iter().filter(|answer| answer.question == key);
    to_it.max_by_key(|answer| answer.updated_at)
}

/// Fields that say what is asked; a question that only became required or moved is still the same.
const MEANING: [&str; 3] = ["text", "kind", "choices"];

/// What the latest answer answered, where something else is asked today.
pub fn older_answer(
    asked: &Asked<'_>,
    stored: &[Questionnaire],
    answers: &[QuestionnaireAnswer],
) -> Option<OlderAnswer> {
    let key = &asked.question.key;
    let answer = latest(answers, key)?;
    let version = stored
        .iter()
        .find(|version| version.id == answer.questionnaire_id)?;
    let was = version.document.questions.iter().find(|was| was.key == *key)?;
    let fields = differing(was, &asked.question);
    let text = answer.answer.as_deref();
    let is_other = fields.iter().any(|field| MEANING.contains(&field.as_str()));
    is_other.then(|| OlderAnswer {
        questionnaire: version.name.clone(),
        version: version.version,
        question: was.clone(),
        fields,
        still_answers: text.is_none_or(|text| check_answer(&asked.question, text).is_ok()),
    })
}
