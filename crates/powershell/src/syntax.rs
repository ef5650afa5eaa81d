//! The part of PowerShell that PortFlow writes. Every name is `&'static str` and so comes from this program's
//! own source; whatever comes from data can only be a [`Literal`].

use portflow_domain::provisioning::ScriptText;

/// Statements in the order in which they run.
pub type Block = Vec<Statement>;

/// A text, printed only in single quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal(String);

impl Literal {
    /// The text, unquoted.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// `'text'`
    Literal(Literal),
    /// `42`
    Number(i64),
    /// `$true`
    True,
    /// `$false`
    False,
    /// `$null`
    Null,
    /// `$name`
    Variable(&'static str),
    /// `@(a, b)` on one line.
    Array(Vec<Expression>),
    /// `@( … )` with one element per line.
    Table(Vec<Expression>),
    /// `@{ Key = value; … }` on one line.
    Hashtable(Vec<(&'static str, Expression)>),
    /// `[pscustomobject]@{ … }` with one entry per line, in this order.
    Object(Vec<(&'static str, Expression)>),
    /// `value.Name`
    Member(Box<Expression>, &'static str),
    /// `value.Name(arguments)`
    Call(Box<Expression>, &'static str, Vec<Expression>),
    /// `[type]::Name`
    StaticMember(&'static str, &'static str),
    /// `[type]::Name(arguments)`
    StaticCall(&'static str, &'static str, Vec<Expression>),
    /// `value[index]`
    Index(Box<Expression>, Box<Expression>),
    /// `[type]value`
    Cast(&'static str, Box<Expression>),
    /// `left operator right`
    Binary(Box<Expression>, Operator, Box<Expression>),
    /// `-not value`
    Not(Box<Expression>),
    /// `(command | command)`
    Result(Pipeline),
}

/// A binary operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as PowerShell names them")]
pub enum Operator {
    Eq,
    Ne,
    CaseNe,
    Lt,
    Gt,
    Ge,
    And,
    Or,
    Match,
    NotContains,
    Format,
    Join,
    Plus,
    Times,
}

impl Operator {
    /// The operator as it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "-eq",
            Self::Ne => "-ne",
            Self::CaseNe => "-cne",
            Self::Lt => "-lt",
            Self::Gt => "-gt",
            Self::Ge => "-ge",
            Self::And => "-and",
            Self::Or => "-or",
            Self::Match => "-match",
            Self::NotContains => "-notcontains",
            Self::Format => "-f",
            Self::Join => "-join",
            Self::Plus => "+",
            Self::Times => "*",
        }
    }
}

/// Commands joined by `|`, after an optional value that is fed to the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pipeline {
    /// The value before the first `|`.
    pub input: Option<Box<Expression>>,
    /// The commands; at least one.
    pub commands: Vec<Command>,
}

/// A command with named parameters; PortFlow passes nothing by position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The name of a cmdlet, or of a function of the same script.
    pub name: &'static str,
    /// Parameter names without the dash; a switch has no value.
    pub parameters: Vec<(&'static str, Option<Expression>)>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// An empty line.
    Blank,
    /// `# text`, sanitised when printed.
    Comment(String),
    /// `target = value`
    Assign(Expression, Expression),
    /// `target += value`
    Append(Expression, Expression),
    /// A pipeline run for its effect.
    Run(Pipeline),
    /// `if … elseif … else …`: at least one branch.
    If(Vec<(Expression, Block)>, Option<Block>),
    /// `foreach ($name in value) { … }`
    ForEach(&'static str, Expression, Block),
    /// `while (condition) { … }`
    While(Expression, Block),
    /// `try { … } catch { … }`
    TryCatch(Block, Block),
    /// `try { … } finally { … }`
    TryFinally(Block, Block),
    /// `function name { param(…) … }`
    Function(&'static str, Vec<Parameter>, Block),
    /// `throw value`; without a value the caught error again.
    Throw(Option<Expression>),
    /// `return value`
    Return(Option<Expression>),
    /// `exit code`
    Exit(i64),
}

/// A parameter of the script or of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The type: `string`, `switch`, `hashtable`, `object`.
    pub type_name: &'static str,
    /// The name without `$`.
    pub name: &'static str,
}

/// A text of this program's own.
pub fn text(own: &'static str) -> Expression {
    Expression::Literal(Literal(own.to_owned()))
}

/// A text that came from data.
pub fn data(text: &ScriptText) -> Expression {
    Expression::Literal(Literal(text.as_str().to_owned()))
}

/// A text that came from data, or the empty text.
pub fn data_or_empty(value: Option<&ScriptText>) -> Expression {
    value.map_or_else(|| text(""), data)
}

/// `$name`
pub fn var(name: &'static str) -> Expression {
    Expression::Variable(name)
}

/// `'format' -f @(values)`: text goes in as an argument, never as the format.
pub fn format(own: &'static str, values: Vec<Expression>) -> Expression {
    text(own).op(Operator::Format, Expression::Array(values))
}

/// `if (condition) { then }`
pub fn when(condition: Expression, then: Block) -> Statement {
    Statement::If(vec![(condition, then)], None)
}

/// `throw` with a text or an expression.
pub fn throw(value: Expression) -> Statement {
    Statement::Throw(Some(value))
}

/// A command without parameters yet.
pub fn command(name: &'static str) -> Command {
    Command {
        name,
        parameters: Vec::new(),
    }
}

impl Expression {
    /// `self.name`
    pub fn member(self, name: &'static str) -> Self {
        Self::Member(Box::new(self), name)
    }

    /// `self.name(arguments)`
    pub fn call(self, name: &'static str, arguments: Vec<Self>) -> Self {
        Self::Call(Box::new(self), name, arguments)
    }

    /// `self[index]`
    pub fn index(self, index: Self) -> Self {
        Self::Index(Box::new(self), Box::new(index))
    }

    /// `[type]self`
    pub fn cast(self, type_name: &'static str) -> Self {
        Self::Cast(type_name, Box::new(self))
    }

    /// `self operator right`
    pub fn op(self, operator: Operator, right: Self) -> Self {
        Self::Binary(Box::new(self), operator, Box::new(right))
    }

    /// `self -eq right`
    pub fn equals(self, right: Self) -> Self {
        self.op(Operator::Eq, right)
    }

    /// `self -ne right`
    pub fn differs(self, right: Self) -> Self {
        self.op(Operator::Ne, right)
    }

    /// `self -and right`
    pub fn and(self, right: Self) -> Self {
        self.op(Operator::And, right)
    }

    /// `self -or right`
    pub fn or(self, right: Self) -> Self {
        self.op(Operator::Or, right)
    }

    /// `-not self`
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    /// `$null -eq self`
    pub fn is_null(self) -> Self {
        Self::Null.equals(self)
    }

    /// `$null -ne self`
    pub fn is_some(self) -> Self {
        Self::Null.differs(self)
    }

    /// `self = value`
    pub fn assign(self, value: Self) -> Statement {
        Statement::Assign(self, value)
    }

    /// `self | command`
    pub fn pipe(self, command: Command) -> Pipeline {
        Pipeline {
            input: Some(Box::new(self)),
            commands: vec![command],
        }
    }
}

impl Command {
    /// Adds `-name value`.
    pub fn with(mut self, name: &'static str, value: Expression) -> Self {
        self.parameters.push((name, Some(value)));
        self
    }

    /// Adds `-name`.
    pub fn switch(mut self, name: &'static str) -> Self {
        self.parameters.push((name, None));
        self
    }

    /// `self | next`
    pub fn pipe(self, next: Self) -> Pipeline {
        Pipeline {
            input: None,
            commands: vec![self, next],
        }
    }

    /// The command's output as a value.
    pub fn result(self) -> Expression {
        Expression::Result(self.into())
    }

    /// The command as a statement.
    pub fn run(self) -> Statement {
        Statement::Run(self.into())
    }
}

impl From<Command> for Pipeline {
    fn from(command: Command) -> Self {
        Self {
            input: None,
            commands: vec![command],
        }
    }
}
