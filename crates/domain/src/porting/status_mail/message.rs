//! The text of a mail file: headers, transfer encodings and the part that is plain text, or else the web page's words.

use std::borrow::Cow;

/// An e-mail as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailText {
    /// Its subject, where the file has headers.
    pub subject: Option<String>,
    /// The text, or everything that was pasted.
    pub body: String,
    /// Whether its headers say that a machine answered in somebody's absence.
    pub is_auto_reply: bool,
}

/// How deep parts lie in parts.
const DEEPEST: usize = 8;

struct Part {
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// Reads a mail file or a plain text; a text without headers is all body.
pub fn mail_text(bytes: &[u8]) -> MailText {
    let part = split(bytes);
    if !is_mail(&part) {
        return MailText {
            body: text(bytes, "utf-8").into_owned(),
            ..MailText::default()
        };
    }
    let header = |name: &str| value(&part, name);
    let auto = header("auto-submitted").is_some_and(|value| value.to_lowercase().starts_with("auto-replied"));
    MailText {
        subject: header("subject").map(|subject| decoded_words(&subject)),
        is_auto_reply: auto || header("x-autoreply").is_some(),
        body: body(&part, 0).map(|(text, _)| text).unwrap_or_default(),
    }
}

/// A file has headers of transport; text that somebody copied out of a mail program has not.
fn is_mail(part: &Part) -> bool {
    let has = |name: &str| part.headers.iter().any(|(known, _)| known == name);
    has("from") && (has("mime-version") || has("message-id") || has("received") || has("content-type"))
}

fn split(bytes: &[u8]) -> Part {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = bytes[at..]
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(bytes.len(), |end| at + end + 1);
        let line = text(&bytes[at..end], "utf-8");
        let line = line.trim_end_matches(['\r', '\n']);
        at = end;
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = headers.last_mut() {
                value.push(' ');
                value.push_str(line.trim_start());
            }
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.push((name.trim().to_lowercase(), value.trim().to_owned()));
    }
    Part {
        headers,
        body: bytes[at..].to_vec(),
    }
}

fn value(part: &Part, name: &str) -> Option<String> {
    part.headers
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.clone())
}

/// `charset` of `text/plain; charset="utf-8"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|piece| {
        let (key, value) = piece.split_once('=')?;
        key.trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// The text of a part and whether it is plain; of several parts the plain one.
fn body(part: &Part, depth: usize) -> Option<(String, bool)> {
    let kind = value(part, "content-type").unwrap_or_else(|| "text/plain".to_owned());
    let folded = kind.to_lowercase();
    if value(part, "content-disposition").is_some_and(|value| value.to_lowercase().starts_with("attachment"))
    {
        return None;
    }
    if folded.starts_with("multipart/") {
        if depth == DEEPEST {
            return None;
        }
        let boundary = parameter(&kind, "boundary")?;
        let texts: Vec<(String, bool)> = parts(&part.body, &boundary)
            .iter()
            .filter_map(|bytes| body(&split(bytes), depth + 1))
            .collect();
        let plain = texts.iter().find(|(_, is_plain)| *is_plain);
        return plain.or(texts.first()).cloned();
    }
    let coding = value(part, "content-transfer-encoding")
        .unwrap_or_default()
        .to_lowercase();
    let bytes = match coding.as_str() {
        "base64" => base64(&part.body),
        "quoted-printable" => quoted_printable(&part.body, false),
        _ => part.body.clone(),
    };
    let charset = parameter(&kind, "charset").unwrap_or_default();
    let text = text(&bytes, &charset).into_owned();
    match folded.split(';').next()?.trim() {
        "text/plain" => Some((text, true)),
        "text/html" => Some((of_page(&text), false)),
        _ => None,
    }
}

fn parts<'a>(bytes: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}").into_bytes();
    let mut starts = Vec::new();
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(&mark) {
            starts.push((at, at + line.len()));
        }
        at += line.len();
    }
    starts
        .windows(2)
        .map(|pair| &bytes[pair[0].1..pair[1].0])
        .collect()
}

/// Bytes as text; what is no UTF-8 is read as Windows-1252, which covers Latin-1.
fn text<'a>(bytes: &'a [u8], charset: &str) -> Cow<'a, str> {
    let is_single =
        charset.to_lowercase().starts_with("iso-8859") || charset.to_lowercase().starts_with("windows-125");
    match std::str::from_utf8(bytes) {
        Ok(text) if !is_single || text.is_ascii() => Cow::Borrowed(text),
        _ => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// The characters of Windows-1252 that are not those of Latin-1; mail programs use them for quotes and dashes.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        byte => char::from(byte),
    }
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut bits, mut count) = (Vec::with_capacity(bytes.len() * 3 / 4), 0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xff) as u8);
        }
    }
    out
}

/// `=E2=80=93`, and `=` at the end of a line that goes on; in headers an underscore is a space.
fn quoted_printable(bytes: &[u8], in_header: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let digits = rest.get(1..3).and_then(|pair| std::str::from_utf8(pair).ok());
        let code = digits.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (rest[0], code) {
            (b'=', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (b'=', None) if rest.starts_with(b"=\r\n") => at += 3,
            (b'=', None) if rest.starts_with(b"=\n") => at += 2,
            (b'_', _) if in_header => {
                out.push(b' ');
                at += 1;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

/// A header with `=?utf-8?Q?…?=` in it.
fn decoded_words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?") {
        let mut fields = after.splitn(3, '?');
        let (charset, coding, tail) = (fields.next(), fields.next(), fields.next());
        let (Some(charset), Some(coding), Some((word, tail))) =
            (charset, coding, tail.and_then(|tail| tail.split_once("?=")))
        else {
            break;
        };
        // White space between two encoded words belongs to neither.
        if !before.trim().is_empty() || out.is_empty() {
            out.push_str(before);
        }
        let bytes = match coding.to_lowercase().as_str() {
            "b" => base64(word.as_bytes()),
            _ => quoted_printable(word.as_bytes(), true),
        };
        out.push_str(&text(&bytes, charset));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The words of a web page: a line for each block, cells of a table with tabs between them.
fn of_page(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    let mut silent_until: Option<&str> = None;
    while let Some((text, after)) = rest.split_once('<') {
        if silent_until.is_none() {
            out.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            if text.ends_with(char::is_whitespace) && !text.trim().is_empty() {
                out.push(' ');
            }
        }
        let Some((tag, tail)) = after.split_once('>') else {
            rest = "";
            break;
        };
        rest = tail;
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/', '\n', '\r', '\t'])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let is_end = tag.starts_with('/');
        match (name.as_str(), silent_until) {
            (name, Some(until)) if name == until && is_end => silent_until = None,
            (_, Some(_)) => {}
            ("style", None) if !is_end => silent_until = Some("style"),
            ("script", None) if !is_end => silent_until = Some("script"),
            ("head", None) if !is_end => silent_until = Some("head"),
            ("td" | "th", None) if is_end => out.push('\t'),
            ("br", None) => out.push('\n'),
            ("p" | "div" | "tr" | "li" | "h1" | "h2" | "h3" | "table" | "blockquote", None) if is_end => {
                out.push('\n')
            }
            _ => {}
        }
    }
    if silent_until.is_none() {
        out.push_str(rest.trim());
    }
    let marks = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&rsquo;", "’"),
        ("&amp;", "&"),
    ];
    marks
        .iter()
        .fold(out, |text, (mark, sign)| text.replace(mark, sign))
}
