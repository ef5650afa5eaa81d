//! Sentences and labelled lines of a message, whatever its line length.

/// What is said at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// The line on which it begins.
    pub(super) line: u32,
    /// Which of the parts between blank lines it is in, from 1.
    pub(super) block: u32,
    /// Its text in one line; cells of a table stand between bars.
    pub(super) text: String,
    /// Whether it stands on a line of its own, as a label with its value or a row of a table does.
    pub(super) is_line: bool,
}

/// A shorter line was ended by whoever wrote it, a longer one perhaps by a mail program.
const WRAPPED: usize = 55;

/// Words with a full stop that ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "no.", "nos.", "a.m.", "p.m.", "inc.", "co.", "ref.", "approx.", "st.", "tel.", "attn.",
];

/// The statements of a message, in its order.
pub(super) fn statements(lines: &[(u32, String)]) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut paragraph: Option<(u32, String)> = None;
    let (mut last_length, mut block) = (0, 1);
    for (number, line) in lines {
        let cells = line.trim().replace('\t', " | ");
        let text = cells.split_whitespace().collect::<Vec<_>>().join(" ");
        let goes_on = last_length >= WRAPPED && !text.is_empty() && !is_row(line) && !is_labelled(&text);
        match &mut paragraph {
            Some((_, before)) if goes_on => {
                before.push(' ');
                before.push_str(&text);
            }
            _ => {
                end(&mut found, block, paragraph.take());
                block += u32::from(text.is_empty());
                paragraph = (!text.is_empty()).then(|| (*number, text.clone()));
            }
        }
        // What ends with a full stop or a colon may be followed by the next sentence, but is no broken one.
        let is_broken = !text.ends_with(['.', ':', ';', '!', '?']) && !is_row(line);
        last_length = if is_broken { line.trim().len() } else { 0 };
    }
    end(&mut found, block, paragraph);
    found
}

/// Cells between tabs or bars.
fn is_row(line: &str) -> bool {
    line.contains('\t') || line.matches('|').count() >= 2
}

/// "FOC Date: …", or an entry of a list.
fn is_labelled(text: &str) -> bool {
    let starts_list =
        text.starts_with(['-', '*', '•']) && text.chars().nth(1).is_some_and(char::is_whitespace);
    let label = text.split_once(':').map(|(label, _)| label);
    let is_label = label.is_some_and(|label| {
        label.split(' ').count() <= 4
            && label.starts_with(|c: char| c.is_alphabetic())
            && !label.ends_with(char::is_numeric)
    });
    starts_list || is_label
}

fn end(found: &mut Vec<Statement>, block: u32, paragraph: Option<(u32, String)>) {
    let Some((line, text)) = paragraph else { return };
    let sentences = sentences(&text);
    let is_line = sentences.len() == 1;
    for text in sentences {
        found.push(Statement {
            line,
            block,
            text,
            is_line,
        });
    }
}

fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut found = Vec::new();
    let mut sentence: Vec<&str> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        sentence.push(word);
        let next = words.get(place + 1);
        let next_begins = next.is_none_or(|next| {
            next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(' || c == '+')
        });
        let ends = word.ends_with(['.', '!', '?']) && !ABBREVIATIONS.contains(&word.to_lowercase().as_str());
        if ends && next_begins {
            found.push(std::mem::take(&mut sentence).join(" "));
        }
    }
    if !sentence.is_empty() {
        found.push(sentence.join(" "));
    }
    found
}
