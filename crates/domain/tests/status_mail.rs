//! Carriers' e-mails: what is proposed, what is asked, and above all what is not proposed.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test fails by panicking, and a table is one piece"
)]

use portflow_domain::import::DateOrder;
use portflow_domain::number::Country;
use portflow_domain::porting::status_mail::{
    MailContext, MailReading, mail_text, read_mail, without_secrets,
};
use proptest::prelude::*;

const PONS: &[&str] = &["PF-0001", "PF-0002", "PF-0003", "88120045"];

fn read_as(text: &str, date_order: Option<DateOrder>) -> MailReading {
    let pons: Vec<String> = PONS.iter().map(|pon| (*pon).to_owned()).collect();
    let known = MailContext {
        pons: &pons,
        date_order,
        country: "US".parse::<Country>().unwrap(),
    };
    read_mail(&mail_text(text.as_bytes()), &known)
}

/// Each line in short: order, number, status, date, hour, zone.
fn told(reading: &MailReading) -> Vec<String> {
    let lines = reading.lines.iter().map(|line| {
        let parts = [
            Some(line.pon.clone()),
            line.e164.as_ref().map(ToString::to_string),
            line.status.clone(),
            line.foc_date.map(|date| date.to_string()),
            line.foc_time.clone(),
            line.foc_zone.clone(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    lines.collect()
}

fn check(mails: &[(&str, &[&str])]) {
    for (text, expected) in mails {
        let reading = read_as(text, None);
        assert_eq!(told(&reading), *expected, "{text}\n{reading:#?}");
    }
}

#[test]
fn commitments() {
    check(&[
        (
            "PON: PF-0001\nStatus: FOC\nFOC Date: Feb 9, 2027\nFOC Time: 10:00 AM CST\n",
            &["PF-0001 foc_received 2027-02-09 10:00 America/Chicago"],
        ),
        (
            "From: Port Desk\nSent: Monday\nTo: Team\nSubject: PF-0001 update\n\nHello,\n\nThe Firm Order Commitment for \
             your order is February 9th, 2027 at 10:00 a.m. Eastern.\n\nBest regards,\nPort Desk\n972-555-0100\n",
            &["PF-0001 foc_received 2027-02-09 10:00 America/New_York"],
        ),
        (
            "Hi team, order PF-0002 has been confirmed for 2027-02-16 14:30 UTC.",
            &["PF-0002 foc_received 2027-02-16 14:30 UTC"],
        ),
        (
            "The FOC date for order PF-0001 and its supplement has been confirmed by the losing carrier for\n\
             Tuesday, 02/09/2027 at 10:00 AM CT.",
            &["PF-0001 foc_received 2027-02-09 10:00 America/Chicago"],
        ),
        (
            "Orders PF-0001, PF-0002 and PF-0003 have an FOC of 16-Feb-2027.",
            &[
                "PF-0001 foc_received 2027-02-16",
                "PF-0002 foc_received 2027-02-16",
                "PF-0003 foc_received 2027-02-16",
            ],
        ),
        (
            "PON | TN | Status | FOC date\nPF-0001 | 214-555-0101 | FOC | 2027-02-09\nPF-0002 | 214-555-0111 | Rejected | \n",
            &[
                "PF-0001 foc_received 2027-02-09",
                "PF-0001 +12145550101",
                "PF-0002 rejected",
                "PF-0002 +12145550111",
            ],
        ),
        (
            "Verizon Order Number: VZ-99120\nPON: PF-0001\nDue date: March 3, 2027\n",
            &["PF-0001 foc_received 2027-03-03"],
        ),
        (
            "PON: PF-0001\nCarrier order ID: 4471902\nConfirmed due date: March 3, 2027\nRequested date: March 1, 2027\n",
            &["PF-0001 foc_received 2027-03-03"],
        ),
        (
            "The due date of PF-0001 was moved. FOC changed from Feb 9, 2027 to Feb 16, 2027.",
            &["PF-0001 foc_received 2027-02-16"],
        ),
        (
            "Subject: FOC received - PON 88120045 - February 9, 2027\n\nSee the portal.\n",
            &["88120045 foc_received 2027-02-09"],
        ),
        (
            "PF-0001: port date 02/25/2027, 9:00 AM EST. Bills from 02/01/2027 count.",
            &["PF-0001 foc_received 2027-02-25 09:00 America/New_York"],
        ),
    ]);
}

#[test]
fn rejections_jeopardies_and_completions() {
    check(&[
        (
            "Your order PF-0001 has been rejected.\nReason: account number does not match, 77215 was given.\n",
            &["PF-0001 rejected"],
        ),
        (
            "We regret to inform you that PON PF-0002 was rejected: ZIP code mismatch.",
            &["PF-0002 rejected"],
        ),
        (
            "PON PF-0003\nOrder status: Rejected - pending order on account\n",
            &[],
        ),
        (
            "PON PF-0003\nOrder status: Clarification\nReason: BTN mismatch\n",
            &["PF-0003 rejected"],
        ),
        (
            "Please be advised that the FOC of Feb 9, 2027 for PF-0001 is in jeopardy due to a facility problem.",
            &["PF-0001 jeopardy"],
        ),
        ("PF-0001 has been completed.", &["PF-0001 ported"]),
        (
            "PON: PF-0001\nThe following numbers ported successfully:\n214-555-0101\n(214) 555-0102\n",
            &["PF-0001 +12145550101 ported", "PF-0001 +12145550102 ported"],
        ),
        (
            "Order PF-0002 was partially ported.",
            &["PF-0002 partially_ported"],
        ),
        ("PON PF-0002: cancellation confirmed.", &["PF-0002 cancelled"]),
        (
            "Good news! The port for PON# PF-0003 is complete.",
            &["PF-0003 ported"],
        ),
        (
            "PF-0001 was rejected, PF-0002 is still in process.",
            &["PF-0001 rejected"],
        ),
    ]);
}

#[test]
fn nothing_is_proposed_where_nothing_is_asserted() {
    for text in [
        "Subject: Automatic reply: PF-0001 FOC Feb 9, 2027\n\nI am away until Monday.",
        "PF-0001: I am out of the office until Feb 9, 2027. The FOC will follow.",
        "Our newsletter: number porting in 2027. FOC dates arrive faster than ever, orders are completed in days.",
        "PON: VZ-10001\nStatus: In progress\n",
        "Has PF-0001 been rejected?",
        "Could you confirm an FOC of Feb 9, 2027 for PF-0001?",
        "Please cancel PF-0001.",
        "We requested a due date of Feb 9, 2027 for PF-0001.",
        "PF-0001: requested FOC Feb 9, 2027, pending.",
        "If PF-0001 is not corrected by Feb 9, 2027 it will be rejected.",
        "PF-0001 has not been completed.",
        "Once PF-0001 has ported, test every line.",
        "The rejection of PF-0001 was resolved.",
        "The LOA form for PF-0001 was completed on Feb 9, 2027.",
        "PF-0001 is no longer in jeopardy.",
        "We received PF-0001 on Feb 9, 2027 and are working on it.",
        "PF-0001: the invoice due date is Feb 9, 2027.",
        "PF-0001: tentative FOC Feb 9, 2027, awaiting confirmation.",
        "Orders that are rejected, such as PF-0001, can be corrected in the portal.",
        "The maintenance of the portal is scheduled for Feb 9, 2027. It does not concern PF-0001.",
        "Thanks!\n\nOn Mon, Feb 1, 2027 the port desk wrote:\n> PF-0001 has been rejected.\n> Reason: PIN invalid\n",
        "Noted.\n\nFrom: Port Desk\nSent: Monday\nTo: Team\nSubject: PF-0001\n\nPF-0001 FOC Feb 9, 2027\n",
        "PF-00012 has been rejected. PF-0001-B has been rejected.",
        "Call me about PF-0001 at 214-555-0101.",
        "PF-0001: the snapback is completed.",
    ] {
        let reading = read_as(text, None);
        assert_eq!(told(&reading), Vec::<String>::new(), "{text}\n{reading:#?}");
    }
}

#[test]
fn other_orders_are_named_as_unknown_and_never_as_ours() {
    let text = "PON: PF-0001\nStatus: In progress\n\nPON: VZ-99120\nStatus: Rejected\nReason: PIN invalid\n";
    assert_eq!(told(&read_as(text, None)), ["VZ-99120 rejected"]);
    let text = "PF-0001 is in process. Order VZ-99120 was rejected.";
    assert_eq!(told(&read_as(text, None)), ["VZ-99120 rejected"]);
}

#[test]
fn what_is_not_plain_is_asked() {
    let ambiguous = "PF-0001 FOC 02/09/2027 10:00 AM CST";
    let reading = read_as(ambiguous, None);
    assert_eq!(
        (told(&reading).len(), reading.ambiguous_dates.as_slice()),
        (0, &[1][..])
    );
    assert_eq!(
        told(&read_as(ambiguous, Some(DateOrder::MonthFirst))),
        ["PF-0001 foc_received 2027-02-09 10:00 America/Chicago"]
    );
    for (text, expected, asked) in [
        (
            "PF-0001 FOC Feb 9, 2027 2:00",
            "PF-0001 foc_received 2027-02-09",
            "morning",
        ),
        (
            "PF-0001 FOC Feb 9, 2027 between 10:00 AM and 2:00 PM",
            "PF-0001 foc_received 2027-02-09",
            "more than one hour",
        ),
        (
            "PF-0001 FOC July 9, 2027 10:00 AM EST",
            "PF-0001 foc_received 2027-07-09",
            "EST does not hold",
        ),
        (
            "PF-0001 FOC Feb 9, 2027 10:00 AM XYT",
            "PF-0001 foc_received 2027-02-09",
            "XYT is not known",
        ),
        ("PF-0001 FOC Feb 9 at 10:00 AM", "", "no year"),
        ("PF-0001 FOC Monday, Feb 9, 2027", "", "weekday"),
        (
            "PF-0001 FOC Feb 9, 2027 or Feb 10, 2027",
            "",
            "more than one date",
        ),
        (
            "We rejected one of PF-0001 today while PF-0002 is fine.",
            "",
            "several orders",
        ),
    ] {
        let reading = read_as(text, None);
        assert_eq!(told(&reading).join("; "), expected, "{text}\n{reading:#?}");
        let texts: Vec<&str> = reading
            .questions
            .iter()
            .map(|question| question.text.as_str())
            .collect();
        assert!(texts.join(" ").contains(asked), "{text}: {texts:?}");
    }
}

#[test]
fn the_newest_message_counts_and_the_rest_is_named() {
    let text = "PF-0001 has been rejected.\n\nRegards,\nPort Desk\n\n-----Original Message-----\nFrom: Port Desk\n\
                Sent: Monday\nTo: Team\nSubject: PF-0001\n\nPF-0001 FOC Feb 9, 2027\n";
    let reading = read_as(text, None);
    assert_eq!(told(&reading), ["PF-0001 rejected"]);
    let parts: Vec<_> = reading
        .ignored
        .iter()
        .map(|part| (part.why.as_str(), part.from_line, part.to_line))
        .collect();
    assert_eq!(parts, [("a signature", 3, 5), ("an earlier message", 6, 12)]);
    let forwarded = "Subject: Fwd: PF-0001\n\nFYI\n\n---------- Forwarded message ---------\nFrom: Port Desk\n\
                     Date: Monday\nSubject: PF-0001\n\nPF-0001 FOC Feb 9, 2027\n";
    assert_eq!(
        told(&read_as(forwarded, None)),
        ["PF-0001 foc_received 2027-02-09"]
    );
    let below = "On Monday the team wrote:\n> Has PF-0001 been rejected?\n\nYes, PF-0001 was rejected.\n";
    assert_eq!(told(&read_as(below, None)), ["PF-0001 rejected"]);
}

proptest! {
    /// Whatever stands in a text, it is read without an end and says nothing of orders that it does not name.
    #[test]
    fn any_text_is_read(text in "(\\PC|\n|\t){0,400}", file in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(told(&read_as(&text, None)), Vec::<String>::new());
        mail_text(&file);
    }
}

#[test]
fn mail_files_are_decoded() {
    let plain = "From: Port Desk <desk@example.com>\r\nSubject: =?utf-8?Q?PF-0001_=E2=80=93_FOC?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
        <p>web page</p>\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        PF-0001 has an FOC of Feb=20=\r\n9, 2027 at 10:00 AM=C2=A0CST.\r\n--b1--\r\n";
    let reading = read_as(plain, None);
    assert_eq!(reading.subject.as_deref(), Some("PF-0001 – FOC"));
    assert_eq!(
        told(&reading),
        ["PF-0001 foc_received 2027-02-09 10:00 America/Chicago"]
    );
    let page = "From: a@example.com\nMessage-ID: <1@example.com>\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n\
        PHN0eWxlPnAge308L3N0eWxlPjx0YWJsZT48dHI+PHRkPlBPTjwvdGQ+PHRkPlN0YXR1czwvdGQ+\n\
        PC90cj48dHI+PHRkPlBGLTAwMDI8L3RkPjx0ZD5SZWplY3RlZDwvdGQ+PC90cj48L3RhYmxlPg==\n";
    assert_eq!(told(&read_as(page, None)), ["PF-0002 rejected"]);
    let auto = "From: a@example.com\nMessage-ID: <1@example.com>\nAuto-Submitted: auto-replied\n\nPF-0001 was rejected.\n";
    assert_eq!(told(&read_as(auto, None)), Vec::<String>::new());
}

#[test]
fn secrets_of_the_text_are_not_repeated() {
    for (text, expected) in [
        ("rejected: PIN 4821 is invalid", "rejected: PIN … is invalid"),
        (
            "account number 77-215-8 does not match",
            "account number … does not match",
        ),
        ("Acct# 772158 and passcode: 4821", "Acct# … and passcode: …"),
        ("PIN:4821", "PIN:…"),
        ("PIN mismatch on PF-0001", "PIN mismatch on PF-0001"),
        (
            "account number mismatch, order PF-0001",
            "account number mismatch, order PF-0001",
        ),
    ] {
        assert_eq!(without_secrets(text), expected);
    }
    let reading = read_as("PF-0001 was rejected. Reason: wrong PIN, 4821 was given.\n", None);
    assert!(!format!("{:?}", reading.lines).contains("4821"), "{reading:#?}");
}
