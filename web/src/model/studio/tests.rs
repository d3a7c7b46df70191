//! What happens to the studio, from the first test to undo.

use std::rc::Rc;

use switchhook::path::Format;

use super::{Action, Studio};
use crate::model::{
    cors::Surroundings,
    draft::{Draft, List, Sample},
    edit::Edit,
    run::{Finished, Phase, Received},
    sample::sample,
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
        through_relay: job.through_relay,
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
    let readable =
        |studio: &Studio| studio.reading.as_ref().map(|reading| reading.document.is_ok());
    assert_eq!(readable(&studio), Some(false));
    let studio = after(studio, vec![Action::Edit(Edit::SetFormat(Format::Xml))]);
    assert_eq!(readable(&studio), Some(true));
    let studio = after(studio, vec![Action::Undo]);
    assert_eq!(readable(&studio), Some(false));
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
    assert!(studio.notice.starts_with("Not sent: 1 problem to mend first."), "{}", studio.notice);
    let focus = studio.focus.as_ref().map(|focus| focus.id.as_str());
    assert_eq!(focus, Some("mapping-5-path"));
    let mended = after(studio, vec![Action::Edit(Edit::SetMappingPath(5, "data".into()))]);
    assert!(mended.notice.is_empty());
}

#[test]
fn the_keyboard_follows_rows() {
    let focus = |studio: &Studio| studio.focus.clone().map(|focus| focus.id);
    let add = || Action::Edit(Edit::AddField(List::Headers));
    let remove = |id| Action::Edit(Edit::RemoveField(List::Headers, id));
    let studio = after(Studio::new(Draft::default()), vec![add(), add()]);
    assert_eq!(focus(&studio).as_deref(), Some("header-2-name"));
    let studio = after(studio, vec![remove(1)]);
    assert_eq!(focus(&studio).as_deref(), Some("header-2-remove"));
    let studio = after(studio, vec![remove(2)]);
    assert_eq!(focus(&studio).as_deref(), Some("add-header"));
}

#[test]
fn late_news_of_another_request_change_nothing() {
    let studio = after(opened(), vec![Action::Test]);
    assert!(studio.after(Action::Progress(99, 5)).is_none());
    assert!(studio.after(Action::Probed(99, true)).is_none());
    assert!(studio.after(Action::Test).is_none(), "one request at a time");
}

#[test]
fn a_sample_takes_its_exit_and_is_kept_for_it() {
    let sample = Sample::Response(404, "{}".into());
    let studio = after(opened(), vec![Action::ChooseSample, Action::UseSample(sample.clone())]);
    assert!(matches!(studio.phase, Phase::Idle));
    assert_eq!(studio.taken().map(|taken| taken.exit.name().to_owned()).as_deref(), Some("4xx"));
    assert!(studio.is_current(), "a sample is no change of the definition");
    let kept = &studio.draft().samples;
    assert_eq!((kept.len(), &*kept[0].exit, &kept[0].sample), (1, "4xx", &sample));
    // The next one for that exit takes its place; the keyboard is on the result.
    let studio = after(studio, vec![Action::UseSample(Sample::Response(410, "{}".into()))]);
    assert_eq!(studio.draft().samples.len(), 1);
    assert_eq!(studio.focus.map(|focus| focus.id).as_deref(), Some("response-tab"));
}

#[test]
fn a_response_is_kept_as_a_sample() {
    let studio = after(opened(), vec![Action::Test]);
    let done = finished(&studio, r#"{"data": 1}"#);
    let studio = after(studio, vec![done, Action::KeepResponse]);
    assert_eq!(&*studio.done, "Kept as the sample of failed.");
    assert_eq!(studio.draft().samples.len(), 1);
    let studio = after(studio, vec![Action::Unpick]);
    assert_eq!((studio.draft().samples.len(), &*studio.done), (0, ""));
}

#[test]
fn a_click_says_what_it_did_until_something_else_is_done() {
    let pick = || Action::Pick(Edit::AddMapping("data.id".into(), "ID".into()));
    let studio = after(opened(), vec![pick()]);
    assert_eq!(&*studio.done, "data.id goes to ID now.");
    let undone = after(studio.clone(), vec![Action::Unpick]);
    assert_eq!((undone.draft().mappings.len(), &*undone.done), (3, ""));
    let edited = after(studio, vec![Action::Edit(Edit::SetLabel("x".into()))]);
    assert_eq!(&*edited.done, "");
}

#[test]
fn the_relay_is_for_one_test_or_for_good() {
    let relayed = |studio: &Studio| match &studio.phase {
        Phase::Running(job) => job.through_relay,
        _ => panic!("nothing is running"),
    };
    let end = |studio: Studio| {
        let done = finished(&studio, "{}");
        after(studio, vec![done])
    };
    let studio = after(opened(), vec![Action::Test]);
    assert!(!relayed(&studio));
    let studio = after(end(studio), vec![Action::Through(Through::RelayOnce, true)]);
    assert!(relayed(&studio));
    let studio = after(end(studio), vec![Action::Test]);
    assert!(!relayed(&studio), "once is once");
    let studio = after(end(studio), vec![Action::Through(Through::Relay, true)]);
    let studio = after(end(studio), vec![Action::Test]);
    assert!(relayed(&studio));
}
