//! Arguments about questionnaires, and about the holidays of coming years.

use clap::{Args, Subcommand};
use portflow_domain::discovery::holidays::HolidaySet;
use std::path::PathBuf;
use std::str::FromStr;

/// Questionnaires, named by name.
#[derive(Debug, Subcommand)]
pub enum QuestionnaireAction {
    /// List them with their versions and where they are asked.
    List,
    /// Store a questionnaire of a JSON file; a changed one becomes the next version.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Write a questionnaire to a JSON file.
    Export {
        /// Its name.
        name: String,
        /// Which version; the newest where none is named.
        #[arg(long = "of-version", value_name = "NUMBER")]
        number: Option<i64>,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Whether a questionnaire of the team is asked at a site.
#[derive(Debug, Args)]
pub struct Ask {
    /// The site.
    pub site: String,
    /// Name of the questionnaire.
    pub questionnaire: String,
    /// Stop asking it; what was answered stays.
    #[arg(long)]
    pub stop: bool,
}

/// Holidays of coming years.
#[derive(Debug, Args)]
pub struct Holidays {
    /// The site.
    pub site: String,
    /// Whose holidays: us_federal, canada_federal, england_wales, germany or mexico.
    #[arg(long)]
    pub set: HolidaySet,
    /// A year, or the first and the last one as 2026-2028.
    #[arg(long)]
    pub years: Years,
    /// With days on which most offices are closed without a law.
    #[arg(long)]
    pub customary: bool,
    /// Add those whose dates the site does not have yet; without this they are only listed.
    #[arg(long)]
    pub apply: bool,
}

/// The first and the last of some calendar years.
#[derive(Debug, Clone, Copy)]
pub struct Years(pub i32, pub i32);

impl FromStr for Years {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        match (first.trim().parse(), last.trim().parse()) {
            (Ok(first), Ok(last)) => Ok(Self(first, last)),
            (Ok(_) | Err(_), _) => Err("write a year, or two as 2026-2028".to_owned()),
        }
    }
}
