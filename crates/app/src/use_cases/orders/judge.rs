//! Whether a number may enter an order, said for many of them at once.

use portflow_domain::discovery::special_lines;
use portflow_domain::entities::{Migration, SpecialLine};
use portflow_domain::enums::NumberClass;
use portflow_domain::number::E164;
use portflow_domain::porting::order_numbers::{Candidate, check_number};
use portflow_domain::porting::{Finding, Severity};
use portflow_store::Tx;
use portflow_store::queries::customers;
use portflow_store::queries::numbers_to_port::NumberToOrder;
use portflow_store::queries::special_lines as stored_lines;
use std::collections::BTreeMap;

use crate::dto::order_proposals::LeftOutNumber;
use crate::error::{ApiError, Result};

pub(super) fn class_of(number: &E164) -> NumberClass {
    if number.is_toll_free() {
        NumberClass::TollFree
    } else {
        NumberClass::Local
    }
}

/// A number that may enter an order, in its one spelling and as it is stored.
pub(super) type Fit = (E164, NumberToOrder);

/// What decides whether a number may enter an order.
pub(super) struct Judge {
    is_demo: bool,
    lines: Vec<SpecialLine>,
}

impl Judge {
    pub(super) async fn load(tx: &mut Tx, migration: &Migration) -> Result<Self> {
        let customer = customers::find_customer(tx, migration.customer_id).await?;
        Ok(Self {
            is_demo: customer.is_some_and(|customer| customer.is_demo),
            lines: stored_lines::list_special_lines_of_customer(tx, migration.customer_id).await?,
        })
    }

    pub(super) fn split(&self, chosen: Vec<NumberToOrder>) -> Result<(Vec<Fit>, Vec<LeftOutNumber>)> {
        let (mut fit, mut left_out) = (Vec::new(), Vec::new());
        let lines: BTreeMap<&str, &SpecialLine> = self
            .lines
            .iter()
            .filter_map(|line| Some((line.number.as_deref()?, line)))
            .collect();
        for number in chosen {
            let e164: E164 = number
                .number
                .parse()
                .map_err(|error| ApiError::internal(&error))?;
            let findings = self.objections(&e164, &number, &lines);
            if findings.is_empty() {
                fit.push((e164, number));
            } else {
                left_out.push(LeftOutNumber {
                    phone_number_id: number.id,
                    number: shown(&number),
                    findings,
                });
            }
        }
        Ok((fit, left_out))
    }

    /// Every error that keeps a number out.
    fn objections(
        &self,
        e164: &E164,
        number: &NumberToOrder,
        lines: &BTreeMap<&str, &SpecialLine>,
    ) -> Vec<Finding> {
        let candidate = Candidate {
            e164: e164.clone(),
            disposition: number.disposition,
            porting_status: number.porting_status,
            open_order: number.open_port_order_id.map(|id| id.to_string()),
        };
        let of_number = check_number(class_of(e164), self.is_demo, &candidate);
        let line = lines.get(number.number.as_str()).map(|line| (*line).clone());
        let of_line = special_lines::check_order(line.as_slice(), std::slice::from_ref(&number.number));
        of_number
            .into_iter()
            .chain(of_line.into_iter().map(|found| found.finding))
            .filter(|finding| finding.severity == Severity::Error)
            .collect()
    }
}

fn shown(number: &NumberToOrder) -> String {
    if number.extension.is_empty() {
        number.number.clone()
    } else {
        format!("{};ext={}", number.number, number.extension)
    }
}
