//! Finds every command of a script and holds it against the contract.

use std::collections::BTreeMap;

use super::contract::{CONTRACT, CommandContract};
use super::lexer::{Kind, Token};
use super::{Finding, FindingCode as Code};

/// The keywords PortFlow writes.
const KEYWORDS: [&str; 14] = [
    "param", "if", "elseif", "else", "foreach", "in", "while", "try", "catch", "finally", "function",
    "throw", "return", "exit",
];

/// A parameter as it was given.
struct Given<'a> {
    line: usize,
    name: &'a str,
    value: &'a [Token],
}

pub(super) fn check(tokens: &[Token], findings: &mut Vec<Finding>) {
    let functions = functions(tokens);
    for (index, token) in tokens.iter().enumerate() {
        let Kind::Word(word) = &token.kind else { continue };
        if !begins_statement(tokens, index) || KEYWORDS.contains(&word.as_str()) || is_key(tokens, index) {
            continue;
        }
        let given = arguments(word, &tokens[index + 1..], findings);
        if let Some(parameters) = functions.get(word.as_str()) {
            check_own(token.line, word, parameters, &given, findings);
        } else if let Some(contract) = CONTRACT.commands.get(word) {
            check_cmdlet(token.line, word, contract, &given, findings);
        } else {
            let message = format!("{word} is not a command PortFlow emits");
            findings.push(Finding::new(token.line, Code::UnknownCommand, message));
        }
    }
}

/// Whether a command may begin here. Elsewhere a word is a member, a type or a function's name.
fn begins_statement(tokens: &[Token], index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else {
        return true;
    };
    match &tokens[before].kind {
        Kind::NewLine => true,
        Kind::Sign(sign) => matches!(
            *sign,
            "(" | "@(" | "{" | "@{" | "=" | "+=" | "|" | ";" | "}" | ")"
        ),
        Kind::Word(word) => KEYWORDS.contains(&word.as_str()) && word != "function",
        Kind::Dash(_) | Kind::Text(_) | Kind::Number | Kind::Variable(_) => false,
    }
}

fn is_key(tokens: &[Token], index: usize) -> bool {
    tokens
        .get(index + 1)
        .is_some_and(|token| token.kind == Kind::Sign("="))
}

/// The functions of the script with the names of their parameters.
fn functions(tokens: &[Token]) -> BTreeMap<&str, Vec<&str>> {
    let mut functions = BTreeMap::new();
    for (index, pair) in tokens.windows(2).enumerate() {
        if let (Kind::Word(keyword), Kind::Word(name)) = (&pair[0].kind, &pair[1].kind)
            && keyword == "function"
        {
            let parameters = tokens[index + 2..]
                .iter()
                .take_while(|token| token.kind != Kind::Sign(")"))
                .filter_map(|token| token.variable())
                .collect();
            functions.insert(name.as_str(), parameters);
        }
    }
    functions
}

/// The parameters after a command's name, up to the end of the command.
fn arguments<'a>(command: &str, tokens: &'a [Token], findings: &mut Vec<Finding>) -> Vec<Given<'a>> {
    let mut given: Vec<(usize, &str, usize)> = Vec::new();
    let mut depth = 0_usize;
    let mut end = tokens.len();
    for (index, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Sign("(" | "@(" | "{" | "@{" | "[") => depth += 1,
            Kind::Sign(")" | "}" | "]") if depth > 0 => depth -= 1,
            Kind::Sign(")" | "}" | "]" | "|" | ";") | Kind::NewLine if depth == 0 => {
                end = index;
                break;
            }
            Kind::Dash(name) if depth == 0 => given.push((token.line, name, index + 1)),
            Kind::Word(_)
            | Kind::Dash(_)
            | Kind::Text(_)
            | Kind::Number
            | Kind::Variable(_)
            | Kind::Sign(_)
            | Kind::NewLine => {}
        }
    }
    let first = given.first().map_or(end, |(_, _, start)| start - 1);
    if first > 0 {
        let message = format!("{command} is given a value without a parameter");
        findings.push(Finding::new(tokens[0].line, Code::Value, message));
    }
    let ends: Vec<usize> = given
        .iter()
        .skip(1)
        .map(|(_, _, start)| start - 1)
        .chain([end])
        .collect();
    given
        .into_iter()
        .zip(ends)
        .map(|((line, name, start), end)| Given {
            line,
            name,
            value: &tokens[start..end],
        })
        .collect()
}

fn check_own(line: usize, name: &str, parameters: &[&str], given: &[Given], findings: &mut Vec<Finding>) {
    for argument in given {
        if !parameters.contains(&argument.name) {
            let message = format!("{name} has no parameter -{}", argument.name);
            findings.push(Finding::new(argument.line, Code::Parameter, message));
        } else if argument.value.is_empty() {
            findings.push(Finding::new(
                argument.line,
                Code::Value,
                format!("-{} has no value", argument.name),
            ));
        }
    }
    for parameter in parameters
        .iter()
        .filter(|parameter| !given.iter().any(|given| given.name == **parameter))
    {
        findings.push(Finding::new(
            line,
            Code::ParameterSet,
            format!("{name} is called without -{parameter}"),
        ));
    }
}

fn check_cmdlet(
    line: usize,
    name: &str,
    contract: &CommandContract,
    given: &[Given],
    findings: &mut Vec<Finding>,
) {
    let mut own: Vec<&str> = Vec::new();
    for argument in given {
        let mut found = |code, message: String| findings.push(Finding::new(argument.line, code, message));
        let (switch, values) = match contract.parameters.get(argument.name) {
            Some(parameter) => (parameter.switch, &parameter.values),
            None if CONTRACT
                .common_parameters
                .iter()
                .any(|common| common == argument.name) =>
            {
                (false, &CONTRACT.error_actions)
            }
            None => {
                found(
                    Code::Parameter,
                    format!("{name} has no parameter -{}", argument.name),
                );
                continue;
            }
        };
        if own.contains(&argument.name) {
            found(
                Code::Parameter,
                format!("{name} is given -{} twice", argument.name),
            );
        }
        own.push(argument.name);
        if switch == argument.value.is_empty() {
            check_literal(argument, values, &mut found);
        } else {
            let what = if switch { "takes no value" } else { "has no value" };
            found(Code::Value, format!("{name}: -{} {what}", argument.name));
        }
    }
    own.retain(|parameter| contract.parameters.contains_key(*parameter));
    let fits = contract.sets.iter().any(|set| {
        set.mandatory
            .iter()
            .all(|mandatory| own.contains(&mandatory.as_str()))
            && own.iter().all(|given| {
                set.mandatory
                    .iter()
                    .chain(&set.optional)
                    .any(|name| name == given)
            })
    });
    if !fits {
        let message = format!("{name} cannot be called with -{}", own.join(" -"));
        findings.push(Finding::new(line, Code::ParameterSet, message));
    }
}

/// Where a parameter takes certain values only, a literal must be one of them.
fn check_literal(argument: &Given, values: &[String], found: &mut impl FnMut(Code, String)) {
    if let [
        Token {
            kind: Kind::Text(value),
            ..
        },
    ] = argument.value
        && !values.is_empty()
        && !values.contains(value)
    {
        found(Code::Value, format!("-{} cannot be '{value}'", argument.name));
    }
}
