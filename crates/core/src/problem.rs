//! What is wrong with a definition: a code, the place as a JSON Pointer and a range, and a sentence for a designer.

use std::ops::Range;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The definition does not mean anything until this is mended.
    Error,
    /// The definition works; this is probably not what was meant.
    Warning,
}

impl Severity {
    /// The word of the JavaScript contract: `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// Declares every code once: variant, kebab-case name, severity, what it is about, and what to do.
macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $about:literal $advice:literal;)*) => {
        /// What kind of problem it is. The names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $about] $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The stable kebab-case name: `bad-path`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),* }
            }

            /// Whether it stops the node from sending.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// One sentence on what the code stands for.
            pub fn about(self) -> &'static str {
                match self { $(Code::$variant => $about),* }
            }

            /// What to do about it, whatever the case. The message of a problem says it of its own case.
            pub fn advice(self) -> &'static str {
                match self { $(Code::$variant => $advice),* }
            }
        }
    };
}

codes! {
    NotJson "not-json" Error "The definition is not JSON, or not a JSON object."
        "Correct the JSON at the place that the message names; a definition is one object.";
    WrongType "wrong-type" Error "A member of the definition has the wrong JSON type."
        "Write a value of the type that the message names.";
    MissingMember "missing-member" Error "A member that every definition has is not there."
        "Add it; the message names it.";
    UnknownMember "unknown-member" Warning "A member that the definition format does not know."
        "Correct its name, or remove it. It is kept as it is, and does nothing.";
    BadVersion "bad-version" Error "The definition is of another version of the format."
        "Save the definition as version 1, or update Switchhook where it is of a later one.";
    BadMethod "bad-method" Error "The method is none of GET, POST, PUT, DELETE and PATCH."
        "Choose one of the five, in capital letters.";
    BadUrl "bad-url" Error "The URL is empty, or cannot become an http(s) URL."
        "Write the whole address, such as `https://api.example.com/orders/$ID`.";
    RelativeUrl "relative-url" Warning "The URL has no host, so it works only inside a web page."
        "Write the address with its host, unless the node runs in that very page.";
    BadPlace "bad-place" Error "A parameter stands where no value can be written safely."
        "Move the parameter to a place for values: a path segment, a whole host, a quoted attribute, text.";
    EmptyName "empty-name" Error "A field is sent without a name."
        "Write the name, or remove the row.";
    BadHeaderName "bad-header-name" Error "A header's name is no token of RFC 9110."
        "Use letters, digits and “-”.";
    BadHeaderValue "bad-header-value" Error "A header's value has a line break or another control character."
        "Remove the line break or control character; the user's name of basic authorization has no colon.";
    ForbiddenHeader "forbidden-header" Error "A header that the transport writes by itself."
        "Remove the header: its value follows from the body.";
    BrowserHeader "browser-header" Warning "A header that browsers refuse to set."
        "Leave it where a server runs the node; in a browser the request goes without it.";
    RepeatedHeader "repeated-header" Warning "A header is sent more than once."
        "Keep one row: a server gets both values as one, joined by a comma.";
    TwoAuthorizations "two-authorizations" Error "More than one of auth, signing and an Authorization header."
        "Keep one of them.";
    BodyWithGet "body-with-get" Error "A GET request cannot carry a body."
        "Choose another method, or remove the body.";
    BadJsonBody "bad-json-body" Error "The JSON body is not well-formed with its parameters in place."
        "Correct the JSON. A parameter stands inside a string, or where a whole value can stand.";
    BadMarkupBody "bad-markup-body" Error "The XML or HTML body ends inside a tag, a comment or a quoted value."
        "Close what is open.";
    BadParameterName "bad-parameter-name" Error "A parameter's name is not letters, digits and underscores, or is reserved."
        "Use letters, digits and “_”, beginning with no digit; `__proto__`, `constructor` and `prototype` are taken.";
    ForeignSyntax "foreign-syntax" Warning "Something that looks like a parameter and is sent as it stands."
        "Write `$NAME`, or `${NAME}` where letters follow.";
    SlotName "slot-name" Warning "An empty value is filled by the parameter of the field's name, and no parameter can have that name."
        "Write a value, such as `$NAME`.";
    BadPath "bad-path" Error "An object path does not follow the grammar."
        "Correct the path: `order.items[0].id`, or JSONPath (RFC 9535) that begins with `$`.";
    SharedTarget "shared-target" Warning "Two mappings write into one parameter."
        "Choose another parameter for one of them, or leave it: the last that finds something wins.";
    BadStatus "bad-status" Error "A status code is neither three digits from 200 to 599 nor a class such as 4xx."
        "Write three digits from 200 to 599, or `2xx`, `3xx`, `4xx`, `5xx`.";
    DuplicateStatus "duplicate-status" Error "One status code or class has two exits."
        "Remove one of the two.";
    RedirectRoute "redirect-route" Warning "An exit for a redirect, which no browser shows to a page."
        "Leave it where a server runs the node; browsers follow redirects by themselves.";
    DefaultUnreachable "default-unreachable" Warning "An exit for 2xx takes every success, so that none is left for the exit “default”."
        "Route the codes that differ, such as 204, and leave the other ones to “default”.";
    AsyncResponse "async-response" Warning "The conversation does not wait for the answer, which mappings or exits look at."
        "Remove the mappings and exits, or let the conversation wait for the answer.";
    TimeoutOutOfRange "timeout-out-of-range" Error "The timeout is not a whole number of seconds from 10 to 25."
        "Give whole seconds from 10 to 25.";
    HostParameter "host-parameter" Warning "A parameter decides which server receives the authorization."
        "Write the host out, unless the parameter is the agent's own.";
    FallbackEntity "fallback-entity" Error "A mapping's fallback value does not fit its parameter's entity."
        "Write a fallback that the entity can hold, or null.";
    UnknownParameter "unknown-parameter" Error "A parameter that the agent does not declare."
        "Declare it, or correct its name.";
    OtherCase "other-case" Warning "A parameter that is declared in other capital and small letters: to a node these are two."
        "Write the name as it is declared, or declare the other one too.";
    UnknownEntity "unknown-entity" Warning "An entity that is not known; it is taken as sys.any."
        "Correct the entity's name; until then the parameter takes everything.";
    StatusParameterEntity "status-parameter-entity" Error "The status code's parameter is neither sys.any nor sys.number."
        "Give the parameter one of these entities, or choose another parameter.";
    BadDeclaration "bad-declaration" Error "A parameter is declared twice, under a name that none can have, or with a value that its entity cannot hold."
        "Correct the declaration: names are unique, and a predefined value fits its entity.";
    EmptyApiKey "empty-api-key" Error "Requests are to be signed, and no API key says whose they are."
        "Write the account's API key, or switch signing off.";
    BadCurl "bad-curl" Error "A text is no cURL command, or says what no node can send."
        "Change the command where the message says so, or fill in the node by hand.";
    PartlyImported "partly-imported" Warning "An imported cURL command says more than the node does, or something else."
        "Look whether the node does without it.";
}

/// One thing that is wrong with a definition, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What kind of problem it is; it decides the severity.
    pub code: Code,
    /// JSON Pointer (RFC 6901) into the definition: `/response/mappings/0/path`.
    pub pointer: String,
    /// A sentence for a designer that says what to do.
    pub message: String,
    /// Bytes of the string at `pointer`, where one part of it is at fault.
    pub range: Option<Range<usize>>,
}

impl Problem {
    /// A problem with the whole of what stands at `pointer`.
    pub fn new(code: Code, pointer: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem { code, pointer: pointer.into(), message: message.into(), range: None }
    }

    /// The same problem, with one part of the string at its pointer as the place.
    #[must_use]
    pub fn at(mut self, range: Range<usize>) -> Problem {
        self.range = Some(range);
        self
    }

    /// Whether it stops the node from sending.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// One step of a JSON Pointer, with `~` and `/` escaped (RFC 6901, section 3).
pub fn pointer_step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
