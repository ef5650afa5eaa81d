//! Reads a finished script as text, knowing nothing of the tree it came from, and says what is wrong with it:
//! the second pair of eyes before a script is stored.
//!
//! It accepts only the part of PowerShell that PortFlow writes, so anything unusual is a finding.

mod commands;
mod contract;
mod lexer;
mod variables;

/// Something wrong with a script.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The line, counted from 1.
    pub line: usize,
    /// The kind.
    pub code: FindingCode,
    /// What was found.
    pub message: String,
}

/// The kind of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingCode {
    /// Not UTF-8 with a byte order mark, or lines that do not end with CRLF.
    Encoding,
    /// A control, bidirectional or (outside text) non-ASCII character.
    Character,
    /// A literal that does not end, or is not quoted as PortFlow quotes.
    Quote,
    /// Brackets that do not match.
    Bracket,
    /// Code that is computed, or syntax PortFlow never writes.
    Dynamic,
    /// A command outside the contract.
    UnknownCommand,
    /// A parameter the command does not have, or one given twice.
    Parameter,
    /// A value missing, without its parameter, or not among those allowed.
    Value,
    /// Parameters that no parameter set takes together, or a mandatory one missing.
    ParameterSet,
    /// One variable in two spellings; PowerShell takes them for the same.
    Variable,
}

impl Finding {
    fn new(line: usize, code: FindingCode, message: impl Into<String>) -> Self {
        Self {
            line,
            code,
            message: message.into(),
        }
    }
}

/// Checks the bytes of a script file. Empty when there is nothing to find.
pub fn check_file(bytes: &[u8]) -> Vec<Finding> {
    let encoding = |line, message: &str| Finding::new(line, FindingCode::Encoding, message);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec![encoding(1, "the file is not UTF-8")];
    };
    let mut findings = Vec::new();
    let body = text.strip_prefix('\u{feff}').unwrap_or_else(|| {
        findings.push(encoding(1, "the byte order mark is missing"));
        text
    });
    let bare = body
        .split_inclusive('\n')
        .position(|line| line.ends_with('\n') && !line.ends_with("\r\n"));
    if let Some(index) = bare {
        findings.push(encoding(index + 1, "the line does not end with CRLF"));
    }
    findings.extend(check_script(body));
    findings
}

/// Checks the text of a script, without regard to how it is encoded in a file.
pub fn check_script(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let tokens = lexer::tokens(text, &mut findings);
    commands::check(&tokens, &mut findings);
    variables::check(&tokens, &mut findings);
    findings.sort();
    findings.dedup();
    findings
}
