//! What happens to the studio, from the first test to undo.

use std::rc::Rc;

use switchhook::path::Format;

use super::{Action, Banner, Deed, Done, Panel, Studio};
use crate::model::{
    cors::Surroundings,
    draft::{Draft, List, Rows, Sample, SigningDraft, Text},
    edit::Edit,
    import::import,
    place::Place,
    preview::Reading,
    run::{Finished, Phase, Received},
    sample::sample,
    say, stored,
    words::Through,
};

fn after(studio: Studio, actions: Vec<Action>) -> Studio {
    actions.into_iter().fold(studio, |studio, action| studio.after(action).unwrap_or(studio))
}

fn opened() -> Studio {
    Studio::new(sample("http://127.0.0.1:8080"))
}

/// What a server of the sample endpoints would have come to.
fn finished(studio: &Studio, body: &str) -> Action {
    let Phase::Running(job) = &studio.phase else { panic!("nothing is running") };
    let received = Received { status: 200, headers: vec![], body: body.into() };
    let response = switchhook::ReceivedResponse {
        status: received.status,
        headers: &received.headers,
        body: &received.body,
    };
    Action::Finish(Rc::new(Finished {
        serial: job.serial,
        outcome: job.node.receive(&response),
        definition: job.node.definition().clone(),
        around: Surroundings { page: String::new(), online: true, probe: None },
        received: Some(Rc::new(received)),
        through_relay: job.relay.is_some(),
        is_sample: false,
    }))
}

#[test]
fn the_sample_is_sent_at_once() {
    let studio = after(opened(), vec![Action::Test]);
    assert!(matches!(studio.phase, Phase::Running(_)));
    let done = finished(&studio, r#"{"data": {"orderId": 7}}"#);
    let studio = after(studio, vec![done]);
    assert!(matches!(studio.phase, Phase::Idle) && studio.is_current() && studio.sheet);
    let edited = after(studio, vec![Action::Edit(Edit::SetLabel("x".into()))]);
    assert!(!edited.is_current());
}

#[test]
fn another_response_type_reads_the_same_response_again() {
    let studio = after(opened(), vec![Action::Test]);
    let done = finished(&studio, "<note><to>Tove</to></note>");
    let studio = after(studio, vec![done]);
    let read = |studio: Studio| {
        let received = studio.unread().expect("it is to be read").clone();
        let reading = Rc::new(Reading::new(received, studio.draft().format));
        let studio = after(studio, vec![Action::Read(reading.clone())]);
        assert!(studio.unread().is_none());
        (studio, reading)
    };
    let (studio, as_json) = read(studio);
    assert!(as_json.document().is_err());
    let waiting = after(studio.clone(), vec![Action::Edit(Edit::SetFormat(Format::Xml))]);
    assert!(waiting.reading.is_some(), "what shows the one before lives on");
    let (studio, as_xml) = read(after(studio, vec![Action::Edit(Edit::SetFormat(Format::Xml))]));
    assert!(as_xml.document().is_ok());
    // What was read another way comes too late.
    assert!(studio.after(Action::Read(as_json)).is_none());
    let (_, as_json) = read(after(studio, vec![Action::Undo]));
    assert!(as_json.document().is_err());
}

#[test]
fn what_was_told_goes_away_and_what_was_told_since_stays() {
    let told = |studio: &Studio| studio.told.as_ref().map(|told| told.serial);
    let studio = after(opened(), vec![Action::Tell(Deed::Copied.into())]);
    let one = told(&studio).expect("it is told");
    let two = after(studio.clone(), vec![Action::Tell(Deed::Copied.into())]);
    assert_eq!(told(&after(studio, vec![Action::Hush(one)])), None);
    assert!(two.after(Action::Hush(one)).is_none());
}

#[test]
fn what_cannot_be_done_for_want_of_code_is_told() {
    let studio = after(opened(), vec![Action::Test]);
    let studio = after(studio.clone(), vec![Action::Lacks(Some(serial(&studio)))]);
    assert!(matches!(studio.phase, Phase::Idle));
    let told = studio.told.as_ref().map(|told| told.deed.words());
    assert_eq!(
        told.as_deref(),
        Some("A part of this could not be loaded: check the connection, and try again.")
    );
    let studio = after(studio, vec![Action::Open(Panel::Export), Action::Lacks(None)]);
    assert_eq!(studio.panel, None);
    let studio = after(studio, vec![Action::ChooseSample, Action::Lacks(None)]);
    assert!(matches!(studio.phase, Phase::Idle));
}

#[test]
fn want_of_code_ends_the_test_that_it_is_for_and_no_other() {
    let studio = after(opened(), vec![Action::Test]);
    let cancelled = serial(&studio);
    let studio = after(studio, vec![Action::Dismiss, Action::Test]);
    assert!(studio.after(Action::Lacks(Some(cancelled))).is_none());
    // What was wanted beside it is told, and the test goes on.
    let studio = after(studio, vec![Action::Open(Panel::Export), Action::Lacks(None)]);
    assert!(matches!(studio.phase, Phase::Running(_)) && studio.told.is_some());
    assert_eq!(studio.panel, None);
}

fn serial(studio: &Studio) -> u32 {
    let Phase::Running(job) = &studio.phase else { panic!("nothing is running") };
    job.serial
}

#[test]
fn missing_values_are_asked_for_once() {
    let url = Edit::SetUrl("https://shop.example/orders/$ID".into());
    let studio = after(opened(), vec![Action::Edit(url), Action::Test]);
    let Phase::Asking(names) = &studio.phase else { panic!("nothing is asked for") };
    assert_eq!(names.join(","), "ID");
    let typed = vec![("ID".to_owned(), "A 17".to_owned())];
    let studio = after(studio, vec![Action::Send(typed)]);
    let Phase::Running(job) = &studio.phase else { panic!("nothing is running") };
    assert_eq!(
        job.node.request(&job.values).expect("a request").url,
        "https://shop.example/orders/A%2017"
    );
    let done = finished(&studio, "{}");
    let studio = after(studio, vec![done, Action::Test]);
    assert!(matches!(studio.phase, Phase::Running(_)), "the value is remembered");
    // Another server is told nothing of it.
    let done = finished(&studio, "{}");
    let url = Edit::SetUrl("https://other.example/$ID".into());
    let studio = after(studio, vec![done, Action::Edit(url), Action::Test]);
    assert!(matches!(studio.phase, Phase::Asking(_)));
}

#[test]
fn errors_are_gone_to_and_said() {
    let path = Edit::AddMapping("data[".into(), "X".into());
    let studio = after(opened(), vec![Action::Edit(path), Action::Test]);
    assert!(matches!(studio.phase, Phase::Idle));
    let notice = studio.notice();
    assert!(notice.starts_with("Not sent: 1 problem to mend first. "), "{notice}");
    let focus = studio.focus.as_ref().map(|focus| focus.id.as_str());
    assert_eq!(focus, Some("mapping-5-path"));
    let mended = after(studio, vec![Action::Edit(Edit::SetMappingPath(5, "data".into()))]);
    assert!(mended.notice().is_empty());
}

#[test]
fn the_keyboard_follows_rows() {
    let focus = |studio: &Studio| studio.focus.clone().map(|focus| focus.id);
    let add = || Action::Edit(Edit::AddField(List::Headers));
    let remove = |id| Action::Edit(Edit::Remove(Rows::Fields(List::Headers), id));
    let studio = after(Studio::new(Draft::default()), vec![add(), add()]);
    assert_eq!(focus(&studio).as_deref(), Some("header-2-name"));
    let studio = after(studio, vec![remove(1)]);
    assert_eq!(focus(&studio).as_deref(), Some("header-2-remove"));
    let studio = after(studio, vec![remove(2)]);
    assert_eq!(focus(&studio).as_deref(), Some("add-header"));
}

fn typed_value(studio: &Studio) -> Studio {
    let url = Edit::SetUrl("https://shop.example/$ID".into());
    let typed = vec![("ID".to_owned(), "A 17".to_owned())];
    after(studio.clone(), vec![Action::Edit(url), Action::Test, Action::Send(typed)])
}

fn taken_in(text: &str) -> Action {
    Action::Import(import(text).map(Box::new).map_err(Rc::new))
}

#[test]
fn an_import_is_one_step_and_forgets_what_was_typed() {
    let studio = typed_value(&opened());
    let studio = after(studio, vec![Action::Edit(Edit::Declare("ID".into()))]);
    let before = studio.draft().clone();
    assert!(!studio.typed().is_empty());
    // The same server, so that what is not there is forgotten, and not only another's.
    let json = r#"{"version": 1, "method": "POST", "url": "https://shop.example/?id=$ID"}"#;
    let imported = after(studio, vec![Action::Open(Panel::Import(None)), taken_in(json)]);
    assert_eq!(
        (&*imported.draft().url, imported.panel.as_ref()),
        ("https://shop.example/?id=$ID", None)
    );
    assert_eq!(imported.draft().parameters, before.parameters, "parameters are the agent's");
    assert!(imported.typed().is_empty());
    let undone = after(imported, vec![Action::Undo]);
    assert_eq!(*undone.draft(), before);
    assert!(undone.typed().is_empty(), "what is forgotten stays so");
}

#[test]
fn an_import_that_cannot_be_read_changes_nothing_and_says_why() {
    let studio = after(typed_value(&opened()), vec![taken_in("{")]);
    let Some(Panel::Import(Some(why))) = &studio.panel else { panic!("nothing is said") };
    let why = why.words();
    assert!(why.contains("line 1"), "{why}");
    assert!(!studio.typed().is_empty());
}

#[test]
fn another_tab_is_asked_about() {
    let label = |text: &str| Action::Edit(Edit::SetLabel(text.into()));
    let other = after(opened(), vec![label("theirs")]);
    let kept: Text = stored::text(other.draft(), "their-stamp").into();
    let mine =
        after(opened(), vec![label("mine"), Action::Kept("mine-1".into()), Action::OtherTab(kept)]);
    assert!(matches!(mine.banner, Some(Banner::OtherTab(_))));

    let taken = after(mine.clone(), vec![Action::TakeOther]);
    assert_eq!(
        (&*taken.draft().label, &*taken.stamp, taken.banner.is_none()),
        ("theirs", "their-stamp", true)
    );
    assert_eq!(&*after(taken, vec![Action::Undo]).draft().label, "mine");

    let kept = after(mine, vec![Action::KeepMine]);
    assert_eq!(
        (&*kept.draft().label, &*kept.stamp, kept.banner.is_none()),
        ("mine", "their-stamp", true)
    );
}

#[test]
fn a_signed_request_asks_for_its_secret_first() {
    let signing = SigningDraft { on: true, api_key: "k".into(), ..SigningDraft::default() };
    let sign = Action::Edit(Edit::SetSigning(signing, Place::Signing));
    let studio = after(opened(), vec![sign, Action::Test]);
    assert!(matches!(studio.phase, Phase::Idle) && studio.notice().contains("secret"));
    assert_eq!(studio.focus.as_ref().map(|focus| focus.id.as_str()), Some("signing-secret"));
    let studio = after(studio, vec![Action::SetSecret("correct horse".into()), Action::Test]);
    assert!(matches!(studio.phase, Phase::Running(_)));
}

#[test]
fn a_command_needs_every_value() {
    let url = Edit::SetUrl("https://shop.example/$ID".into());
    let studio = after(opened(), vec![Action::Edit(url)]);
    assert!(studio.command().is_err_and(|why| why.message.contains("$ID")));
    assert!(typed_value(&opened()).command().is_ok_and(|command| command.contains("A%2017")));
}

#[test]
fn late_news_of_another_request_change_nothing() {
    let studio = after(opened(), vec![Action::Test]);
    assert!(studio.after(Action::Progress(99, 5)).is_none());
    assert!(studio.after(Action::Probed(99, true)).is_none());
    assert!(studio.after(Action::Test).is_none(), "one request at a time");
}

fn used(sample: &Sample) -> Action {
    let outcome = sample.outcome(&opened().compiled.node);
    Action::UseSample(sample.clone(), Box::new(outcome))
}

#[test]
fn a_sample_takes_its_exit_and_is_kept_for_it() {
    let sample = Sample::Response(404, "{}".into());
    let studio = after(opened(), vec![Action::ChooseSample, used(&sample)]);
    assert!(matches!(studio.phase, Phase::Idle));
    assert_eq!(studio.taken().map(|taken| taken.exit.name().to_owned()).as_deref(), Some("4xx"));
    assert!(studio.is_current(), "a sample is no change of the definition");
    let kept = &studio.draft().samples;
    assert_eq!((kept.len(), &*kept[0].exit, &kept[0].sample), (1, "4xx", &sample));
    // The next one for that exit takes its place; the keyboard is on the result.
    let studio = after(studio, vec![used(&Sample::Response(410, "{}".into()))]);
    assert_eq!(studio.draft().samples.len(), 1);
    assert_eq!(studio.focus.map(|focus| focus.id).as_deref(), Some("response-tab"));
}

#[test]
fn a_response_is_kept_as_a_sample() {
    let studio = after(opened(), vec![Action::Test]);
    let done = finished(&studio, r#"{"data": 1}"#);
    let studio = after(studio, vec![done, Action::KeepResponse]);
    assert_eq!(studio.done.words(), "Kept as the sample of failed.");
    assert_eq!(studio.draft().samples.len(), 1);
    let studio = after(studio, vec![Action::Unpick]);
    assert_eq!((studio.draft().samples.len(), studio.done), (0, Done::Nothing));
}

#[test]
fn what_is_shown_is_put_into_words_when_it_is_shown() {
    let path = Edit::AddMapping("data[".into(), "X".into());
    let refused = after(opened(), vec![Action::Edit(path), Action::Test, taken_in("")]);
    let (draft, history) = (refused.draft().clone(), refused.history.clone());
    say::speak(Some(Rc::new(|text, values| match text {
        "Not sent: {count} problem to mend first. {first}" => {
            Some(format!("1 Fehler: {}", values[1].1))
        }
        "problem.bad-path" => Some("Kein Pfad.".to_owned()),
        "There is nothing here: paste a definition or a cURL command." => {
            Some("Nichts.".to_owned())
        }
        _ => None,
    })));
    let reworded = refused.reworded();
    assert_eq!(reworded.notice(), "1 Fehler: Kein Pfad.");
    let Some(Panel::Import(Some(why))) = &reworded.panel else { panic!("nothing is said") };
    assert_eq!(why.words(), "Nichts.");
    assert!(reworded.history == history && *reworded.draft() == draft);
    assert_ne!(reworded.wording, refused.wording);
    say::speak(None);
    let english = reworded.reworded();
    assert_eq!(english.notice(), refused.notice());
}

#[test]
fn a_click_says_what_it_did_until_something_else_is_done() {
    let pick = || Action::Pick(Edit::AddMapping("data.id".into(), "ID".into()));
    let studio = after(opened(), vec![pick()]);
    assert_eq!(studio.done.words(), "data.id goes to ID now.");
    let undone = after(studio.clone(), vec![Action::Unpick]);
    assert_eq!((undone.draft().mappings.len(), undone.done), (3, Done::Nothing));
    let edited = after(studio, vec![Action::Edit(Edit::SetLabel("x".into()))]);
    assert_eq!(edited.done, Done::Nothing);
}

#[test]
fn the_relay_is_for_one_test_or_for_good() {
    let relayed = |studio: &Studio| match &studio.phase {
        Phase::Running(job) => job.relay.is_some(),
        _ => panic!("nothing is running"),
    };
    let end = |studio: Studio| {
        let done = finished(&studio, "{}");
        after(studio, vec![done])
    };
    let studio = Studio { relay: Some("/relay".into()), ..opened() };
    let studio = after(studio, vec![Action::Test]);
    assert!(!relayed(&studio));
    let studio = after(end(studio), vec![Action::Through(Through::RelayOnce, true)]);
    assert!(relayed(&studio));
    let studio = after(end(studio), vec![Action::Test]);
    assert!(!relayed(&studio), "once is once");
    let studio = after(end(studio), vec![Action::Through(Through::Relay, true)]);
    let studio = after(end(studio), vec![Action::Test]);
    assert!(relayed(&studio));
}
