//! Prints a syntax tree. Four spaces per level; operands that are not plain are put in parentheses, so that
//! no reader has to know PowerShell's precedence and no printer can get it wrong.

use crate::quote::{comment_text, quote};
use crate::syntax::{Block, Command, Expression, Parameter, Pipeline, Statement};

/// A whole script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The comment lines above everything else.
    pub header: Vec<String>,
    /// The parameters of the script.
    pub parameters: Vec<Parameter>,
    /// What it does.
    pub body: Block,
}

impl Script {
    /// The script for reading on screen: lines end with LF, no byte order mark.
    pub fn to_text(&self) -> String {
        let mut printer = Printer {
            out: String::new(),
            depth: 0,
        };
        for line in &self.header {
            printer.comment(line);
        }
        printer.line("[CmdletBinding()]");
        printer.parameters(&self.parameters);
        printer.block(&self.body);
        printer.out
    }

    /// The script as a file; see [`file_bytes`].
    pub fn to_bytes(&self) -> Vec<u8> {
        file_bytes(&self.to_text())
    }
}

/// The file of a script's text: UTF-8 with byte order mark and CRLF. Windows PowerShell 5.1 reads a file without
/// the mark in the computer's ANSI code page.
pub fn file_bytes(text: &str) -> Vec<u8> {
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

struct Printer {
    out: String,
    depth: usize,
}

impl Printer {
    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.indent();
            self.out.push_str(text);
        }
        self.out.push('\n');
    }

    fn comment(&mut self, text: &str) {
        let line = format!("# {}", comment_text(text));
        self.line(line.trim_end());
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n("    ", self.depth));
    }

    fn parameters(&mut self, parameters: &[Parameter]) {
        self.line("param(");
        self.depth += 1;
        for (position, parameter) in parameters.iter().enumerate() {
            let comma = if position + 1 < parameters.len() { "," } else { "" };
            self.line(&format!("[{}]${}{comma}", parameter.type_name, parameter.name));
        }
        self.depth -= 1;
        self.line(")");
    }

    fn block(&mut self, block: &Block) {
        for statement in block {
            self.statement(statement);
        }
    }

    fn braced(&mut self, head: &str, block: &Block) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
        self.block(block);
        self.depth -= 1;
        self.line("}");
    }

    fn statement(&mut self, statement: &Statement) {
        match statement {
            Statement::Blank => self.line(""),
            Statement::Comment(comment) => self.comment(comment),
            Statement::Assign(target, value) => self.assignment(target, "=", value),
            Statement::Append(target, value) => self.assignment(target, "+=", value),
            Statement::Run(pipeline) => {
                let text = self.pipeline(pipeline);
                self.line(&text);
            }
            Statement::If(branches, otherwise) => self.branches(branches, otherwise.as_ref()),
            Statement::ForEach(name, values, body) => {
                let head = format!("foreach (${name} in {})", self.expression(values));
                self.braced(&head, body);
            }
            Statement::While(condition, body) => {
                let head = format!("while ({})", self.expression(condition));
                self.braced(&head, body);
            }
            Statement::TryCatch(body, handler) => {
                self.braced("try", body);
                self.braced("catch", handler);
            }
            Statement::TryFinally(body, cleanup) => {
                self.braced("try", body);
                self.braced("finally", cleanup);
            }
            Statement::Function(name, parameters, body) => {
                self.line(&format!("function {name} {{"));
                self.depth += 1;
                self.parameters(parameters);
                self.block(body);
                self.depth -= 1;
                self.line("}");
            }
            Statement::Throw(value) => self.flow("throw", value.as_ref()),
            Statement::Return(value) => self.flow("return", value.as_ref()),
            Statement::Exit(code) => self.line(&format!("exit {code}")),
        }
    }

    fn assignment(&mut self, target: &Expression, sign: &str, value: &Expression) {
        let value = if let Expression::Result(pipeline) = value {
            self.pipeline(pipeline)
        } else {
            self.expression(value)
        };
        let line = format!("{} {sign} {value}", self.expression(target));
        self.line(&line);
    }

    fn branches(&mut self, branches: &[(Expression, Block)], otherwise: Option<&Block>) {
        for (position, (condition, body)) in branches.iter().enumerate() {
            let word = if position == 0 { "if" } else { "elseif" };
            let head = format!("{word} ({})", self.expression(condition));
            self.braced(&head, body);
        }
        if let Some(body) = otherwise {
            self.braced("else", body);
        }
    }

    fn flow(&mut self, word: &str, value: Option<&Expression>) {
        let line = match value {
            Some(value) => format!("{word} {}", self.operand(value)),
            None => word.to_owned(),
        };
        self.line(&line);
    }

    fn pipeline(&mut self, pipeline: &Pipeline) -> String {
        let mut parts = Vec::new();
        if let Some(input) = &pipeline.input {
            parts.push(self.operand(input));
        }
        for command in &pipeline.commands {
            parts.push(self.command(command));
        }
        parts.join(" | ")
    }

    fn command(&mut self, command: &Command) -> String {
        let mut text = command.name.to_owned();
        for (name, value) in &command.parameters {
            text.push_str(&format!(" -{name}"));
            if let Some(value) = value {
                text.push(' ');
                text.push_str(&self.operand(value));
            }
        }
        text
    }

    /// A value where an operator, a command or a member access takes one.
    fn operand(&mut self, value: &Expression) -> String {
        let text = self.expression(value);
        match value {
            Expression::Binary(..)
            | Expression::Not(_)
            | Expression::Cast(..)
            | Expression::Call(..)
            | Expression::StaticMember(..)
            | Expression::StaticCall(..)
            | Expression::Object(_) => format!("({text})"),
            Expression::Literal(_)
            | Expression::Number(_)
            | Expression::True
            | Expression::False
            | Expression::Null
            | Expression::Variable(_)
            | Expression::Array(_)
            | Expression::Table(_)
            | Expression::Hashtable(_)
            | Expression::Member(..)
            | Expression::Index(..)
            | Expression::Result(_) => text,
        }
    }

    /// What stands between `@(` and `)`: a single pipeline keeps its nature there, so that no output makes an
    /// empty array.
    fn elements(&mut self, values: &[Expression]) -> String {
        match values {
            [Expression::Result(pipeline)] => self.pipeline(pipeline),
            values => self.list(values),
        }
    }

    fn list(&mut self, values: &[Expression]) -> String {
        let values: Vec<String> = values.iter().map(|value| self.operand(value)).collect();
        values.join(", ")
    }

    fn expression(&mut self, value: &Expression) -> String {
        match value {
            Expression::Literal(literal) => quote(literal.as_str()),
            Expression::Number(number) => number.to_string(),
            Expression::True => "$true".to_owned(),
            Expression::False => "$false".to_owned(),
            Expression::Null => "$null".to_owned(),
            Expression::Variable(name) => format!("${name}"),
            Expression::Array(values) => format!("@({})", self.elements(values)),
            Expression::Table(rows) => self.lines("@(", ")", rows.iter().map(|row| (None, row))),
            Expression::Hashtable(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| format!("{key} = {}", self.operand(value)))
                    .collect();
                format!("@{{ {} }}", entries.join("; "))
            }
            Expression::Object(entries) => self.lines(
                "[pscustomobject]@{",
                "}",
                entries.iter().map(|(key, value)| (Some(*key), value)),
            ),
            Expression::Member(target, name) => format!("{}.{name}", self.operand(target)),
            Expression::Call(target, name, arguments) => {
                format!("{}.{name}({})", self.target(target), self.list(arguments))
            }
            Expression::StaticMember(type_name, name) => format!("[{type_name}]::{name}"),
            Expression::StaticCall(type_name, name, arguments) => {
                format!("[{type_name}]::{name}({})", self.list(arguments))
            }
            Expression::Index(target, index) => {
                format!("{}[{}]", self.operand(target), self.expression(index))
            }
            Expression::Cast(type_name, value) => format!("[{type_name}]{}", self.operand(value)),
            Expression::Binary(left, operator, right) => {
                format!(
                    "{} {} {}",
                    self.operand(left),
                    operator.symbol(),
                    self.operand(right)
                )
            }
            Expression::Not(value) => format!("-not {}", self.operand(value)),
            Expression::Result(pipeline) => format!("({})", self.pipeline(pipeline)),
        }
    }

    /// What a method is called on: chained calls and static members read well without parentheses.
    fn target(&mut self, value: &Expression) -> String {
        if matches!(value, Expression::StaticMember(..)) {
            self.expression(value)
        } else {
            self.operand(value)
        }
    }

    fn lines<'a>(
        &mut self,
        open: &str,
        close: &str,
        entries: impl Iterator<Item = (Option<&'static str>, &'a Expression)>,
    ) -> String {
        let mut text = format!("{open}{}", "\n");
        self.depth += 1;
        for (key, value) in entries {
            text.extend(std::iter::repeat_n("    ", self.depth));
            if let Some(key) = key {
                text.push_str(&format!("{key} = "));
            }
            text.push_str(&self.operand(value));
            text.push('\n');
        }
        self.depth -= 1;
        text.extend(std::iter::repeat_n("    ", self.depth));
        text.push_str(close);
        text
    }
}
