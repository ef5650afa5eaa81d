//! The check itself: it passes what PortFlow writes and finds one thing after another when a script is spoilt.

mod support;

use portflow_powershell::check::{FindingCode, check_file, check_script};
use portflow_powershell::render_cutover;

#[test]
fn every_script_passes() {
    for facts in [
        support::direct_routing(),
        support::operator_connect(),
        support::calling_plan(),
    ] {
        let script = render_cutover(&support::plan(&facts));
        assert_eq!(check_file(&script.to_bytes()), vec![]);
        assert!(!support::has_syntax_error(&script.to_text()));
    }
}

#[test]
fn the_file_has_a_byte_order_mark_and_crlf() {
    let script = render_cutover(&support::plan(&support::direct_routing()));
    let bytes = script.to_bytes();
    assert!(
        check_file(&bytes[3..])
            .iter()
            .any(|finding| finding.code == FindingCode::Encoding)
    );
    let unix = format!("\u{feff}{}", script.to_text());
    assert!(
        check_file(unix.as_bytes())
            .iter()
            .any(|finding| finding.code == FindingCode::Encoding)
    );
    assert!(
        check_file(b"\xff\xfe")
            .iter()
            .any(|finding| finding.code == FindingCode::Encoding)
    );
}

/// Replaces the first `from` of a good script and expects exactly this kind of finding among the results.
#[track_caller]
fn spoil(from: &str, to: &str, expected: FindingCode) {
    let good = render_cutover(&support::plan(&support::direct_routing())).to_text();
    assert!(good.contains(from), "the script has no {from}");
    let found = check_script(&good.replacen(from, to, 1));
    assert!(
        found.iter().any(|finding| finding.code == expected),
        "{from} -> {to}: {found:?}"
    );
}

#[test]
fn spoilt_scripts_are_found_out() {
    use FindingCode as Code;
    spoil(
        "Set-CsPhoneNumberAssignment",
        "Set-CsPhoneNumberAssignement",
        Code::UnknownCommand,
    );
    spoil("Get-CsOnlineUser", "Get-CsOnlineVoiceUser", Code::UnknownCommand);
    spoil("Get-CsTenant", "Invoke-Expression", Code::UnknownCommand);
    spoil("-PhoneNumberType", "-PhoneNumberTyp", Code::Parameter);
    spoil(
        "-PhoneNumberType 'DirectRouting' -L",
        "-WhatIf -L",
        Code::Parameter,
    );
    spoil(
        "-PhoneNumberType 'DirectRouting'",
        "-PhoneNumberType 'Direct'",
        Code::Value,
    );
    spoil(" -PhoneNumberType 'DirectRouting'", "", Code::ParameterSet);
    spoil(" -PolicyName $Row.DialPlan", "", Code::ParameterSet);
    spoil("-PolicyName $Row.DialPlan", "-PolicyName", Code::Value);
    spoil(
        "Get-CsOnlineUser -Identity $Row.Upn",
        "Get-CsOnlineUser $Row.Upn",
        Code::Value,
    );
    spoil(
        "-Identity $Row.Upn",
        "-Identity $Row.Upn -Identity 'x'",
        Code::Parameter,
    );
    spoil("-Message $_.Exception", "-Massage $_.Exception", Code::Parameter);
    spoil("-Outcome 'Failed' ", "", Code::ParameterSet);
    spoil(
        "'Contoso / Seattle / Phase 1'",
        "'Contoso / Seattle / Phase 1",
        Code::Quote,
    );
    spoil("'Contoso / Seattle", "'Contoso\u{2019} / Seattle", Code::Quote);
    spoil("'Contoso / Seattle", "'Contoso\u{2018}' / Seattle", Code::Quote);
    spoil("'PON-1001'", "\u{2018}PON-1001\u{2019}", Code::Quote);
    spoil("'PON-1001'", "\"PON-1001\"", Code::Dynamic);
    spoil("'PON-1001'", "'PON\u{202e}-1001'", Code::Character);
    spoil("$rows = @(", "$rows\u{a0}= @(", Code::Character);
}

#[test]
fn unbalanced_and_computed_code_is_found_out() {
    use FindingCode as Code;
    spoil("exit 0", "}\nexit 0", Code::Bracket);
    spoil("try {", "try {(", Code::Bracket);
    spoil("Get-CsTenant ", "& $tenant ", Code::Dynamic);
    spoil(
        "Get-CsOnlineUser -Identity",
        "Get-CsOnlineUser `\n-Identity",
        Code::Dynamic,
    );
    spoil("$rows = @(", "$rows = @'\n", Code::Dynamic);
    spoil("# Script", "#requires", Code::Dynamic);
    spoil("$label = ", "$name = ", Code::Variable);
}
