//! The runs of an inventory and the block map over them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::line::Point;
use crate::enums::{Disposition, PortingStatus};
use crate::ids::LosingAccountId;

/// What the numbers of a run have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberFacts {
    /// The account they leave.
    pub losing_account_id: Option<LosingAccountId>,
    /// What is to become of them.
    pub disposition: Disposition,
    /// How far their port has come.
    pub porting_status: PortingStatus,
}

/// A number of the inventory with what runs are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedNumber {
    /// E.164.
    pub number: String,
    /// Its facts.
    pub facts: NumberFacts,
}

/// Numbers that follow each other without a gap and have the same facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberRun {
    /// E.164.
    pub first: String,
    /// E.164.
    pub last: String,
    /// How many.
    pub count: u32,
    /// What they have in common.
    #[serde(flatten)]
    pub facts: NumberFacts,
}

/// The part of a run that lies in one hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BlockPart {
    /// Place of the run in the list of runs.
    pub run: u32,
    /// The last two digits of its first number here.
    pub first: u8,
    /// The last two digits of its last number here.
    pub last: u8,
}

/// A hundred of which at least one number is in the inventory; what no part covers is a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberBlock {
    /// The digits that its numbers have in common, with the plus.
    pub prefix: String,
    /// How many of the hundred are in the inventory.
    pub owned: u32,
    /// Its runs, in the order of the numbers.
    pub parts: Vec<BlockPart>,
}

/// An inventory as runs, and the same as hundreds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberMap {
    /// The runs, in the order of the numbers.
    pub runs: Vec<NumberRun>,
    /// The hundreds, in the order of the numbers.
    pub blocks: Vec<NumberBlock>,
}

/// A run in the making.
struct Run {
    first: Point,
    last: Point,
    facts: NumberFacts,
}

/// Maps an inventory. Of a number that is listed with several extensions the first one listed stands for all.
pub fn map_numbers(numbers: &[OwnedNumber]) -> NumberMap {
    let mut points: Vec<(Point, NumberFacts)> = numbers
        .iter()
        .filter_map(|number| Some((Point::of(&number.number)?, number.facts)))
        .collect();
    points.sort_by_key(|(point, _)| *point);
    points.dedup_by_key(|(point, _)| *point);
    let runs = runs(&points);
    NumberMap {
        blocks: blocks(&runs),
        runs: runs.iter().map(told).collect(),
    }
}

fn runs(points: &[(Point, NumberFacts)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &(point, facts) in points {
        match runs.last_mut() {
            Some(run) if run.facts == facts && point.follows(run.last) => run.last = point,
            _ => runs.push(Run {
                first: point,
                last: point,
                facts,
            }),
        }
    }
    runs
}

fn told(run: &Run) -> NumberRun {
    NumberRun {
        first: run.first.to_string(),
        last: run.last.to_string(),
        count: run.first.count_to(run.last),
        facts: run.facts,
    }
}

/// Cuts the runs where a hundred ends.
fn blocks(runs: &[Run]) -> Vec<NumberBlock> {
    let mut blocks: Vec<NumberBlock> = Vec::new();
    for (run, of) in (0..).zip(runs) {
        let mut first = of.first;
        loop {
            let last = first.end_of_hundred().min(of.last);
            let prefix = first.prefix();
            if blocks.last().is_none_or(|block| block.prefix != prefix) {
                blocks.push(NumberBlock {
                    prefix,
                    owned: 0,
                    parts: Vec::new(),
                });
            }
            if let Some(block) = blocks.last_mut() {
                block.owned += first.count_to(last);
                block.parts.push(BlockPart {
                    run,
                    first: first.place(),
                    last: last.place(),
                });
            }
            if last == of.last {
                break;
            }
            first = last.next();
        }
    }
    blocks
}
