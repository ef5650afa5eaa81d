//! PowerShell's variables do not know case: `$name` assigned in a function with a parameter `$Name` changes the
//! parameter, and is bent to its type. Two spellings in one scope are therefore a finding.

use std::collections::BTreeMap;

use super::lexer::{Kind, Token};
use super::{Finding, FindingCode as Code};

pub(super) fn check(tokens: &[Token], findings: &mut Vec<Finding>) {
    let mut depth = 0_usize;
    let mut outside = BTreeMap::new();
    let mut inside: Option<(usize, BTreeMap<String, String>)> = None;
    for token in tokens {
        match &token.kind {
            Kind::Word(word) if word == "function" => inside = Some((depth, BTreeMap::new())),
            Kind::Sign("{" | "@{") => depth += 1,
            Kind::Sign("}") => {
                depth = depth.saturating_sub(1);
                if inside.as_ref().is_some_and(|(begun, _)| *begun == depth) {
                    inside = None;
                }
            }
            Kind::Variable(name) => {
                let scope = inside.as_mut().map_or(&mut outside, |(_, scope)| scope);
                let known = scope.entry(name.to_lowercase()).or_insert_with(|| name.clone());
                if known != name {
                    let message = format!("${name} and ${known} are one variable");
                    findings.push(Finding::new(token.line, Code::Variable, message));
                }
            }
            Kind::Word(_) | Kind::Dash(_) | Kind::Text(_) | Kind::Number | Kind::Sign(_) | Kind::NewLine => {}
        }
    }
}
