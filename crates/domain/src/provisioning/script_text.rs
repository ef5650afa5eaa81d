//! Text that may stand in a script. The judgement is made once, here; what has passed can be quoted without
//! thinking.

/// Text without characters that hide what a script does: no NUL or other control characters, no Unicode line
/// separators, no bidirectional controls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScriptText(String);

/// A character that no script may carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the character U+{:04X} may not stand in a script", *.0 as u32)]
pub struct UnsafeText(pub char);

impl ScriptText {
    /// Accepts text with line breaks and tabs, as a spoken prompt may have them.
    pub fn new(text: impl Into<String>) -> Result<Self, UnsafeText> {
        let text = text.into();
        match text.chars().find(|&c| is_hazard(c)) {
            Some(hazard) => Err(UnsafeText(hazard)),
            None => Ok(Self(text)),
        }
    }

    /// Accepts text of one line, without tabs.
    pub fn single_line(text: impl Into<String>) -> Result<Self, UnsafeText> {
        let text = text.into();
        match text
            .chars()
            .find(|&c| is_hazard(c) || matches!(c, '\t' | '\n' | '\r'))
        {
            Some(hazard) => Err(UnsafeText(hazard)),
            None => Ok(Self(text)),
        }
    }

    /// The text as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// PowerShell stops at none of these, but the person who reviews the script is deceived by them: an editor
/// shows line breaks or an order of characters that the shell does not see.
fn is_hazard(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' => true,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}
