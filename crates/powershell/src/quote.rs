//! The one place where text becomes part of a script.

/// The characters PowerShell's tokenizer takes for a single quote: the ASCII apostrophe and the four
/// typographic ones that word processors put in its place.
pub(crate) const SINGLE_QUOTES: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

/// A single-quoted literal whose value is `text`. Inside single quotes nothing is special but the quotes
/// themselves, and a doubled quote stands for its second character.
pub fn quote(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    for c in text.chars() {
        literal.push(c);
        if SINGLE_QUOTES.contains(&c) {
            literal.push(c);
        }
    }
    literal.push('\'');
    literal
}

/// The value of a literal that begins at the start of `source`, and what follows it; `None` when `source`
/// does not begin with a complete single-quoted literal. Reads as PowerShell does.
pub fn unquote(source: &str) -> Option<(String, &str)> {
    let mut rest = source.strip_prefix(SINGLE_QUOTES)?;
    let mut value = String::new();
    loop {
        let mut chars = rest.chars();
        let c = chars.next()?;
        rest = chars.as_str();
        if !SINGLE_QUOTES.contains(&c) {
            value.push(c);
            continue;
        }
        match rest.strip_prefix(SINGLE_QUOTES) {
            Some(after) => {
                value.extend(rest.chars().next());
                rest = after;
            }
            None => return Some((value, rest)),
        }
    }
}

/// Text fit for a line comment: on one line, in printable ASCII. What begins like a directive
/// (`requires`, `SIG`) is harmless because the renderer writes `# ` before it, and a block comment is
/// never written.
pub fn comment_text(text: &str) -> String {
    text.chars()
        .map(|c| if c == ' ' || c.is_ascii_graphic() { c } else { '?' })
        .collect()
}
