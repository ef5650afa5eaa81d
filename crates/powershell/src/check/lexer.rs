//! Cuts a script into tokens and finds what is wrong with its characters, quotes and brackets.

use portflow_domain::provisioning::ScriptText;

use super::{Finding, FindingCode as Code};
use crate::quote::{SINGLE_QUOTES, quote, unquote};

/// A token and the line it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub line: usize,
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name: a command, a keyword, a member, a key.
    Word(String),
    /// `-name`: a parameter or an operator.
    Dash(String),
    /// The value of a literal.
    Text(String),
    /// Digits.
    Number,
    /// A variable's name.
    Variable(String),
    /// `@(`, `@{`, `=`, `+=`, `::` and single characters.
    Sign(&'static str),
    /// The end of a line.
    NewLine,
}

impl Token {
    /// The name, where the token is a variable.
    pub fn variable(&self) -> Option<&str> {
        match &self.kind {
            Kind::Variable(name) => Some(name),
            Kind::Word(_) | Kind::Dash(_) | Kind::Text(_) | Kind::Number | Kind::Sign(_) | Kind::NewLine => {
                None
            }
        }
    }
}

/// Signs, longest first.
const SIGNS: [&str; 20] = [
    "@(", "@{", "+=", "::", "(", ")", "{", "}", "[", "]", "=", "+", "*", "|", ";", ",", ".", "%", "/", "!",
];

pub(super) fn tokens(text: &str, findings: &mut Vec<Finding>) -> Vec<Token> {
    let mut lexer = Lexer {
        rest: text,
        line: 1,
        tokens: Vec::new(),
        open: Vec::new(),
        findings,
    };
    while !lexer.rest.is_empty() {
        lexer.step();
    }
    for (sign, line) in std::mem::take(&mut lexer.open) {
        lexer.findings.push(Finding::new(
            line,
            Code::Bracket,
            format!("{sign} is never closed"),
        ));
    }
    lexer.tokens
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    tokens: Vec<Token>,
    open: Vec<(&'static str, usize)>,
    findings: &'a mut Vec<Finding>,
}

impl Lexer<'_> {
    fn step(&mut self) {
        let Some(c) = self.rest.chars().next() else { return };
        match c {
            '\n' => {
                self.push(Kind::NewLine);
                self.rest = &self.rest[1..];
                self.line += 1;
            }
            ' ' | '\r' => self.rest = &self.rest[1..],
            '#' => self.comment(),
            '$' => self.variable(),
            '-' => self.dash(),
            c if SINGLE_QUOTES.contains(&c) => self.literal(c),
            c if c.is_ascii_digit() => {
                self.take(|c| c.is_ascii_digit());
                self.push(Kind::Number);
            }
            c if c.is_ascii_alphabetic() => {
                let word = self.take(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
                self.push(Kind::Word(word));
            }
            other => self.sign(other),
        }
    }

    fn push(&mut self, kind: Kind) {
        self.tokens.push(Token {
            line: self.line,
            kind,
        });
    }

    fn found(&mut self, code: Code, message: impl Into<String>) {
        self.findings.push(Finding::new(self.line, code, message));
    }

    fn take(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken.to_owned()
    }

    fn comment(&mut self) {
        let comment = self.take(|c| c != '\n');
        let comment = comment.strip_suffix('\r').unwrap_or(&comment);
        if !comment.chars().all(|c| c == ' ' || c.is_ascii_graphic()) {
            self.found(Code::Character, "a comment holds more than printable ASCII");
        }
        if comment.len() > 1 && !comment.starts_with("# ") {
            self.found(
                Code::Dynamic,
                "a comment without a space after # may be a directive",
            );
        }
    }

    fn variable(&mut self) {
        self.rest = &self.rest[1..];
        let name = self.take(|c| c.is_ascii_alphanumeric() || c == '_');
        if name.is_empty() {
            self.found(Code::Dynamic, "$ without a name");
        }
        self.push(Kind::Variable(name));
    }

    fn dash(&mut self) {
        self.rest = &self.rest[1..];
        let name = self.take(|c| c.is_ascii_alphanumeric());
        if name.is_empty() {
            self.found(Code::Dynamic, "- without a name");
        }
        self.push(Kind::Dash(name));
    }

    fn literal(&mut self, first: char) {
        let source = self.rest;
        let Some((value, rest)) = unquote(source) else {
            self.found(Code::Quote, "a literal does not end");
            self.rest = "";
            return;
        };
        let literal = &source[..source.len() - rest.len()];
        if first != '\'' || literal != quote(&value) {
            self.found(Code::Quote, "a literal is not quoted as PortFlow quotes");
        }
        if let Err(error) = ScriptText::new(value.as_str()) {
            self.found(Code::Character, error.to_string());
        }
        self.rest = rest;
        self.push(Kind::Text(value));
        self.line += literal.matches('\n').count();
    }

    fn sign(&mut self, c: char) {
        let Some(sign) = SIGNS.into_iter().find(|sign| self.rest.starts_with(sign)) else {
            let code = if c.is_ascii_graphic() {
                Code::Dynamic
            } else {
                Code::Character
            };
            self.found(code, format!("U+{:04X} outside text", u32::from(c)));
            self.rest = &self.rest[c.len_utf8()..];
            return;
        };
        self.rest = &self.rest[sign.len()..];
        self.push(Kind::Sign(sign));
        match sign {
            "(" | "@(" | "{" | "@{" | "[" => self.open.push((sign, self.line)),
            ")" | "}" | "]" => {
                let matches = match self.open.pop() {
                    Some(("(" | "@(", _)) => sign == ")",
                    Some(("{" | "@{", _)) => sign == "}",
                    Some(("[", _)) => sign == "]",
                    Some(_) | None => false,
                };
                if !matches {
                    self.found(Code::Bracket, format!("{sign} closes nothing that is open"));
                }
            }
            _ => {}
        }
    }
}
