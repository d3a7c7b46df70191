//! The node as the flow shows it: label, method, URL, and its exits as ports. The nodes behind them
//! only illustrate: there is no flow around.

use std::rc::Rc;

use switchhook::Method;
use yew::prelude::*;

use crate::model::{
    draft::{RouteRow, Text},
    taken::Taken,
};

/// Height of the card above its exits, border included.
const HEAD: usize = 61;
/// Height of an exit.
const EXIT: usize = 34;
/// From one pale node to the next.
const GHOST: usize = 54;

/// Properties of [`NodeCard`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What the flow calls the node.
    pub label: Text,
    /// The method.
    pub method: Method,
    /// The URL template.
    pub url: Text,
    /// Exits by status code.
    pub routes: Rc<Vec<RouteRow>>,
    /// The exit that the last test took.
    pub taken: Option<Taken>,
}

/// One exit of the card.
struct Port {
    name: AttrValue,
    about: AttrValue,
    /// Which of the three kinds it is: decides its colour.
    kind: &'static str,
    ghost: &'static str,
    taken: bool,
}

/// The card and its surroundings.
#[component]
pub(crate) fn NodeCard(props: &Props) -> Html {
    let taken = props.taken.as_ref();
    let ports = ports(&props.routes, taken.map(|taken| taken.exit.name()));
    let address = props.url.trim();
    let address =
        address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address);
    let row = |port: &Port| {
        html! {
            <li class="exit" data-exit={port.kind} data-taken={port.taken.then_some("")}>
                <span class="exit-name">{&port.name}</span>
                <span class="exit-about" dir="auto">{&port.about}</span>
                if let Some(taken) = taken.filter(|_| port.taken) {
                    <span class="exit-taken">
                        {taken.what.clone()}
                        // With words for what came, there is no room for when.
                        <span class={(!taken.is_brief).then_some("heard")}>{" "}{taken.when}</span>
                    </span>
                }
            </li>
        }
    };
    html! {
        <section class="node scroll" aria-label="Node">
            <div class="flow">
                <div class="card">
                    <div class="card-head">
                        <div class="card-title">
                            <span class="method">{props.method.name()}</span>
                            <span dir="auto">
                                {if props.label.is_empty() { "Webhook" } else { &*props.label }}
                            </span>
                        </div>
                        <div class="card-url">
                            {if address.is_empty() { "no URL yet" } else { address }}
                        </div>
                    </div>
                    <ul aria-label="Exits">{for ports.iter().map(row)}</ul>
                </div>
                {ghosts(&ports)}
            </div>
        </section>
    }
}

fn ports(routes: &[RouteRow], taken: Option<&str>) -> Vec<Port> {
    let port = |name: AttrValue, about: AttrValue, kind, ghost| Port {
        taken: taken == Some(&*name),
        name,
        about,
        kind,
        ghost,
    };
    let mut ports = vec![port("default".into(), "2xx".into(), "default", "Say what was found")];
    ports.extend(routes.iter().filter(|route| !route.status.is_empty()).map(|route| {
        let ghost = match route.status.bytes().next() {
            Some(b'2') => "Say that it is done",
            Some(b'4') => "Ask for the number again",
            Some(b'5') => "Offer to call back",
            _ => "Go on another way",
        };
        port(route.status.clone().into(), route.label.clone().into(), "route", ghost)
    }));
    ports.push(port("failed".into(), "everything else".into(), "failed", "Hand over to a person"));
    ports
}

/// Wires and pale nodes.
fn ghosts(ports: &[Port]) -> Html {
    let height = (HEAD + EXIT * ports.len()).max(GHOST * ports.len()) + 2;
    let ghost = |(index, port): (usize, &Port)| {
        let from = HEAD + EXIT * index + EXIT / 2;
        let to = 40 + GHOST * index;
        // Letters are about 6.7 wide: text in SVG cannot ask for its own width.
        let width = port.ghost.chars().count() * 67 / 10 + 26;
        html! {
            <g data-exit={port.kind} data-taken={port.taken.then_some("")}>
                <path d={format!("M6 {from}C62 {from} 58 {to} 114 {to}")} />
                <rect x="114.5" y={(to - 17).to_string()} width={width.to_string()} height="34" rx="8" />
                <text x="127" y={(to + 4).to_string()}>{port.ghost}</text>
            </g>
        }
    };
    html! {
        <svg class="ghosts" width="330" height={height.to_string()} aria-hidden="true">
            {for ports.iter().enumerate().map(ghost)}
        </svg>
    }
}
