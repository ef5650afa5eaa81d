//! Looking for a run of characters, without regard to case, on either database.
//!
//! SQLite has an index of trigrams, which can only look for three characters or more; shorter texts are compared
//! row by row. PostgreSQL keeps the searchable text in lower case and compares that, with an index where
//! `pg_trgm` is installed.

use crate::column::Value;
use crate::statement::Statement;

/// A table whose rows have a `search_text`.
pub(super) struct Searched {
    /// `rowid IN (SELECT rowid FROM … WHERE … MATCH `, with the alias that the statement uses.
    pub(super) indexed: &'static str,
    /// The column `search_text`, with that alias.
    pub(super) text: &'static str,
}

/// `%text%`, with the characters that mean something to LIKE escaped.
pub(super) fn pattern(text: &str) -> Value {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    Value::Text(pattern)
}

/// Appends `expression LIKE '%text%'`.
pub(super) fn push_like(statement: &mut Statement, expression: &'static str, text: &str) {
    statement
        .push(expression)
        .push(" LIKE ")
        .bind_value(pattern(text))
        .push(" ESCAPE '\\'");
}

/// The digits of a text that is made of digits and a number's usual punctuation; none for any other text.
pub(super) fn digits(term: &str) -> Option<String> {
    let is_punctuation =
        |c: char| c.is_whitespace() || matches!(c, '+' | '-' | '.' | '(' | ')' | '/' | '\u{2011}');
    let only_a_number = term.chars().all(|c| c.is_ascii_digit() || is_punctuation(c));
    let digits: String = term.chars().filter(char::is_ascii_digit).collect();
    (only_a_number && !digits.is_empty()).then_some(digits)
}

/// Appends a condition that is true where the searchable text of a row holds `term`.
pub(super) fn push_contains(statement: &mut Statement, on_sqlite: bool, searched: &Searched, term: &str) {
    if !on_sqlite {
        return push_like(statement, searched.text, &term.to_lowercase());
    }
    if term.chars().count() >= 3 {
        let phrase = format!("\"{}\"", term.replace('"', "\"\""));
        statement
            .push(searched.indexed)
            .bind_value(Value::Text(phrase))
            .push(")");
        return;
    }
    statement.push("(");
    push_like(statement, searched.text, &term.to_lowercase());
    if !term.is_ascii() {
        // LIKE folds only the letters of ASCII.
        statement.push(" OR ");
        push_like(statement, searched.text, &term.to_uppercase());
    }
    statement.push(")");
}

#[cfg(test)]
mod tests {
    use super::{digits, pattern};
    use crate::column::Value;

    #[test]
    fn punctuation_of_a_number_is_ignored_but_words_are_not_numbers() {
        assert_eq!(digits("(206) 555-01").as_deref(), Some("20655501"));
        assert_eq!(digits("+1 206.555").as_deref(), Some("1206555"));
        assert_eq!(digits("4").as_deref(), Some("4"));
        assert_eq!(digits("room 12"), None);
        assert_eq!(digits("()"), None);
    }

    #[test]
    fn what_like_would_interpret_is_escaped() {
        assert_eq!(pattern("50%_\\"), Value::Text("%50\\%\\_\\\\%".to_owned()));
    }
}
