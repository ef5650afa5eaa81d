//! Holidays of coming years beside those a person entered. Nothing is stored here; `hours` does that.

use portflow_domain::discovery::holidays::{Extras, holidays, with_computed};

use super::find_site;
use crate::context::Context;
use crate::dto::holidays::{ComputedHolidays, HolidaysOfYears};
use crate::error::{ApiError, Result};

/// Years that are computed at once, at most.
const LONGEST: i32 = 20;

/// Computes the holidays of a set and adds them to the site's.
pub async fn set(cx: &Context, request: HolidaysOfYears) -> Result<ComputedHolidays> {
    let (first, last) = (request.first_year, request.last_year);
    if !(2000..=2199).contains(&first) || !(first..first + LONGEST).contains(&last) {
        let message = format!("The years {first} to {last} cannot be computed.");
        return Err(ApiError::invalid("lastYear", message).hint(format!(
            "Give at most {LONGEST} years from 2000 on, the first one first."
        )));
    }
    let site = find_site(&mut cx.read().await?, request.site_id).await?;
    let extras = Extras {
        customary: request.customary,
        short_eves: request.short_eves,
    };
    let computed = holidays(request.set, first..=last, extras);
    let all = with_computed(&site.holidays, computed.clone());
    let added = all.iter().filter(|day| !site.holidays.contains(day)).cloned();
    Ok(ComputedHolidays {
        added: added.collect(),
        holidays: all,
        computed,
    })
}
