//! Questionnaires and where they are asked, and the holidays of coming years.

use portflow_app::Result;
use portflow_app::dto::discovery::SetSiteHours;
use portflow_app::dto::holidays::{ComputedHolidays, HolidaysOfYears};
use portflow_app::dto::questionnaires::{
    AskQuestionnaire, ExportQuestionnaire, ImportQuestionnaire, KeptQuestionnaire, QuestionnaireSummary,
};
use portflow_app::dto::workspace::SavedFile;
use portflow_domain::entities::Site;
use serde_json::{Value, json};

use crate::args::{Ask, Holidays, QuestionnaireAction};
use crate::client::Client;
use crate::output::{Style, or_dash};

/// Does what was asked.
pub async fn run(client: &Client, style: Style, action: QuestionnaireAction) -> Result<String> {
    match action {
        QuestionnaireAction::List => list(client, style).await,
        QuestionnaireAction::Import { file } => {
            let file_id = client.file(&file)?;
            let kept: KeptQuestionnaire = client
                .call("questionnaire_import", ImportQuestionnaire { file_id })
                .await?;
            style.show(&kept, |kept| {
                let was = if kept.is_new { "Stored" } else { "There already:" };
                let of = &kept.questionnaire;
                format!(
                    "{was} '{}', version {}, {} questions.",
                    of.name,
                    of.version,
                    of.document.questions.len()
                )
            })
        }
        QuestionnaireAction::Export { name, number, out } => {
            let file_id = client.file(&out)?;
            let export = ExportQuestionnaire {
                name,
                version: number,
                file_id,
            };
            let saved: SavedFile = client.call("questionnaire_export", export).await?;
            style.show(&saved, |saved| format!("Wrote {}.", saved.file_name))
        }
    }
}

async fn list(client: &Client, style: Style) -> Result<String> {
    let all: Vec<QuestionnaireSummary> = client.call("questionnaire_list", json!({})).await?;
    style.table(
        &all,
        &["name", "version", "questions", "required", "answers", "asked at"],
        |it| {
            let newest = it.versions.first();
            let answers: usize = it.versions.iter().map(|version| version.answers).sum();
            let asked = if it.is_built_in {
                "every site".to_owned()
            } else {
                it.sites.len().to_string()
            };
            vec![
                it.name.clone(),
                or_dash(&newest.map(|version| version.version)),
                or_dash(&newest.map(|version| version.questions)),
                or_dash(&newest.map(|version| version.required)),
                answers.to_string(),
                asked,
            ]
        },
    )
}

/// Asks a questionnaire at a site or stops asking it.
pub async fn ask(client: &Client, style: Style, wanted: Ask) -> Result<String> {
    let site = client.site(&wanted.site).await?;
    let name = wanted.questionnaire;
    let ask = AskQuestionnaire {
        site_id: site.id,
        name: name.clone(),
        is_asked: !wanted.stop,
    };
    let done: Value = client.call("questionnaire_ask", ask).await?;
    let how = if wanted.stop {
        "is not asked any more"
    } else {
        "is asked"
    };
    style.show(&done, |_| format!("'{name}' {how} at {}.", site.name))
}

/// Lists the holidays of coming years, and adds them where that was asked for.
pub async fn holidays(client: &Client, style: Style, wanted: Holidays) -> Result<String> {
    let site = client.site(&wanted.site).await?;
    let request = HolidaysOfYears {
        site_id: site.id,
        set: wanted.set,
        first_year: wanted.years.0,
        last_year: wanted.years.1,
        customary: wanted.customary,
        short_eves: None,
    };
    let computed: ComputedHolidays = client.call("holiday_set", request).await?;
    if wanted.apply && !computed.added.is_empty() {
        let hours = SetSiteHours {
            site_id: site.id,
            revision: site.revision,
            business_hours: site.business_hours,
            holidays: computed.holidays.clone(),
        };
        client.call::<Site>("site_hours_set", hours).await?;
    }
    style.table(&computed.computed, &["date", "holiday", "at this site"], |day| {
        let here = match (computed.added.contains(day), wanted.apply) {
            (true, true) => "added",
            (true, false) => "not there yet",
            (false, _) => "was there",
        };
        vec![day.date.to_string(), day.name.clone(), here.to_owned()]
    })
}
