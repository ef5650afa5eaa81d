//! Which lines are the newest message, and why the others are not.

use super::{Ignored, MailText};

/// A message with the lines that count.
pub(super) struct Newest {
    /// The subject, without what marks a reply.
    pub(super) subject: Option<String>,
    /// Whether the subject says nothing new, as that of an answer.
    pub(super) is_reply: bool,
    /// Line number and text.
    pub(super) lines: Vec<(u32, String)>,
    /// What does not count.
    pub(super) ignored: Vec<Ignored>,
    /// Line at which a forwarded message begins.
    pub(super) passed_on: Option<u32>,
}

/// Labels that open a message.
const HEADERS: &[&str] = &[
    "from:",
    "sent:",
    "to:",
    "cc:",
    "bcc:",
    "date:",
    "subject:",
    "reply-to:",
    "importance:",
];
/// Lines that close one; whatever follows is a name and an address.
const CLOSINGS: &[&str] = &[
    "regards",
    "best regards",
    "kind regards",
    "warm regards",
    "best",
    "thanks",
    "many thanks",
    "thank you",
    "thanks again",
    "sincerely",
    "cheers",
    "respectfully",
    "yours truly",
    "thanks and regards",
    "thanks & regards",
];
/// Beginnings of legal notices.
const NOTICES: &[&str] = &[
    "confidentiality notice",
    "this e-mail and any",
    "this email and any",
    "this message and any",
    "this communication",
    "disclaimer",
    "the information contained in this",
    "this e-mail message",
    "this email message",
    "this electronic message",
];
/// Subjects of answers that a machine gives.
const AUTOMATIC: &[&str] = &[
    "automatic reply",
    "auto-reply",
    "autoreply",
    "auto reply",
    "out of office",
    "undeliverable",
    "delivery status notification",
];
/// Sentences of such answers.
const ABSENCE: &[&str] = &[
    "out of the office",
    "out of office",
    "annual leave",
    "on vacation",
    "on leave until",
    "limited access to e-mail",
    "limited access to email",
];

/// The newest message of a text.
pub(super) fn newest(mail: &MailText) -> Newest {
    let lines: Vec<&str> = mail.body.lines().collect();
    read(&lines, 0, mail.subject.clone(), mail.is_auto_reply)
}

/// The message that begins at a line, as one of its own.
pub(super) fn passed_on(mail: &MailText, line: u32) -> Newest {
    let lines: Vec<&str> = mail.body.lines().collect();
    let start = (line as usize).saturating_sub(1).min(lines.len());
    let own = lines.get(start).is_some_and(|line| is_forward_mark(line));
    let mut read = read(&lines, start + usize::from(own), None, false);
    // One message is passed on, not a chain of them.
    read.passed_on = None;
    read
}

fn read(lines: &[&str], start: usize, subject: Option<String>, is_auto_reply: bool) -> Newest {
    let mut message = Newest {
        subject: None,
        is_reply: false,
        lines: Vec::new(),
        ignored: Vec::new(),
        passed_on: None,
    };
    let (head, own_subject) = headers(lines, start);
    let subject = subject.or(own_subject).unwrap_or_default();
    let (stripped, mark) = without_marks(&subject);
    message.is_reply = mark.is_some();
    message.subject = (!stripped.is_empty()).then(|| stripped.to_owned());
    let folded = subject.to_lowercase();
    if is_auto_reply
        || AUTOMATIC
            .iter()
            .any(|start| folded.trim_start().starts_with(start))
    {
        message.is_reply = true;
        message.ignore("an automatic reply", head, lines.len());
        return message;
    }
    body(&mut message, lines, head, mark == Some(Mark::Forward));
    let says_absent = |(_, line): &(u32, String)| {
        let line = line.to_lowercase();
        ABSENCE.iter().any(|words| line.contains(words))
    };
    if message.lines.iter().any(says_absent) {
        message.lines.clear();
        message.is_reply = true;
        message.ignore("an absence notice", head, lines.len());
    }
    message
}

fn body(message: &mut Newest, lines: &[&str], head: usize, is_forward: bool) {
    let mut at = head;
    while at < lines.len() {
        let line = lines[at].trim();
        if let Some(quote) = quoted_from(lines, at) {
            if quote == Quote::Forwarded || (quote == Quote::Header && is_forward) {
                message.passed_on = Some(number(at));
            }
            message.ignore("an earlier message", at, lines.len());
            return;
        }
        if is_closing(line) || line == "--" {
            let end = (at..lines.len())
                .find(|next| quoted_from(lines, *next).is_some())
                .unwrap_or(lines.len());
            message.ignore("a signature", at, end);
            at = end;
            continue;
        }
        if starts_with_any(line, NOTICES) {
            let end = (at..lines.len())
                .find(|next| quoted_from(lines, *next).is_some())
                .unwrap_or(lines.len());
            message.ignore("a legal notice", at, end);
            at = end;
            continue;
        }
        if line.starts_with('>') || is_attribution(lines, at) {
            message.ignore("a quotation", at, at + 1);
        } else {
            message.lines.push((number(at), lines[at].to_owned()));
        }
        at += 1;
    }
}

impl Newest {
    /// Notes a part; parts that follow each other for the same reason are one.
    fn ignore(&mut self, why: &str, from: usize, end: usize) {
        if end <= from {
            return;
        }
        let (from_line, to_line) = (number(from), number(end - 1));
        match self.ignored.last_mut() {
            Some(last) if last.why == why && last.to_line + 1 == from_line => last.to_line = to_line,
            _ => self.ignored.push(Ignored {
                why: why.to_owned(),
                from_line,
                to_line,
            }),
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

/// Where the text after pasted headers begins, and the subject among them.
fn headers(lines: &[&str], start: usize) -> (usize, Option<String>) {
    let mut at = start;
    while lines.get(at).is_some_and(|line| line.trim().is_empty()) {
        at += 1;
    }
    let (first, mut subject) = (at, None);
    while let Some(line) = lines.get(at).filter(|line| starts_with_any(line.trim(), HEADERS)) {
        let (label, value) = line.trim().split_once(':').unwrap_or_default();
        if label.eq_ignore_ascii_case("subject") {
            subject = Some(value.trim().to_owned());
        }
        at += 1;
    }
    // A single labelled line may well be the message itself: "Date: Feb 9, 2027".
    let is_head = at - first >= 2 || subject.is_some();
    if is_head { (at, subject) } else { (first, None) }
}

/// What a subject begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Reply,
    Forward,
}

/// The subject without its marks, and the first of them.
fn without_marks(subject: &str) -> (&str, Option<Mark>) {
    let (mut rest, mut first) = (subject.trim(), None);
    loop {
        let marks = [
            ("re:", Mark::Reply),
            ("aw:", Mark::Reply),
            ("fw:", Mark::Forward),
            ("fwd:", Mark::Forward),
        ];
        let found = marks.iter().find(|(text, _)| starts_with_any(rest, &[text]));
        let Some((text, mark)) = found else {
            return (rest, first);
        };
        first = first.or(Some(*mark));
        rest = rest[text.len()..].trim_start();
    }
}

/// How the rest of a text is marked as an earlier message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// As forwarded.
    Forwarded,
    /// By the headers it had.
    Header,
    /// As the message that is answered.
    Answered,
}

fn is_forward_mark(line: &str) -> bool {
    let line = line.to_lowercase();
    line.contains("forwarded message")
        && (line.trim_start().starts_with("---") || line.contains("begin forwarded"))
}

fn quoted_from(lines: &[&str], at: usize) -> Option<Quote> {
    let line = lines[at].trim();
    if is_forward_mark(line) {
        return Some(Quote::Forwarded);
    }
    let folded = line.to_lowercase();
    if folded.starts_with("--") && folded.contains("original message") {
        return Some(Quote::Header);
    }
    let is_rule = line.len() >= 10 && line.chars().all(|c| c == '_');
    if is_rule || starts_with_any(line, &["from:", "*from:*"]) {
        let following = lines
            .iter()
            .skip(at)
            .take(8)
            .map(|line| line.trim().trim_start_matches('*'));
        let labels =
            following.filter(|line| starts_with_any(line, &["from:", "sent:", "date:", "to:", "subject:"]));
        return (labels.count() >= 3).then_some(Quote::Header);
    }
    (is_attribution(lines, at) && !is_followed_by_marks(lines, at)).then_some(Quote::Answered)
}

/// "On Monday Kim wrote:", also over two lines.
fn is_attribution(lines: &[&str], at: usize) -> bool {
    let starts = lines[at].trim_start().starts_with("On ");
    let ends = |line: Option<&&str>| line.is_some_and(|line| line.trim_end().ends_with("wrote:"));
    let second =
        at > 0 && lines[at].trim_end().ends_with("wrote:") && lines[at - 1].trim_start().starts_with("On ");
    second || starts && (ends(lines.get(at)) || ends(lines.get(at + 1)))
}

/// Whether the quotation marks each of its lines, so that what is unmarked after it counts.
fn is_followed_by_marks(lines: &[&str], at: usize) -> bool {
    let mut following = lines.iter().skip(at + 1).map(|line| line.trim());
    following
        .find(|line| !line.is_empty() && !line.ends_with("wrote:"))
        .is_some_and(|line| line.starts_with('>'))
}

fn is_closing(line: &str) -> bool {
    let text = line.trim_end_matches([',', '.', '!']).to_lowercase();
    CLOSINGS.contains(&text.as_str())
}

fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    })
}
