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

/// Declares every code once: variant, kebab-case name, severity, and what it is about.
macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $about:literal;)*) => {
        /// What kind of problem it is. The names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        }
    };
}

codes! {
    NotJson "not-json" Error "The definition is not JSON, or not a JSON object.";
    WrongType "wrong-type" Error "A member of the definition has the wrong JSON type.";
    MissingMember "missing-member" Error "A member that every definition has is not there.";
    UnknownMember "unknown-member" Warning "A member that the definition format does not know.";
    BadVersion "bad-version" Error "The definition is of another version of the format.";
    BadMethod "bad-method" Error "The method is none of GET, POST, PUT, DELETE and PATCH.";
    BadUrl "bad-url" Error "The URL is empty, or cannot become an http(s) URL.";
    RelativeUrl "relative-url" Warning "The URL has no host, so it works only inside a web page.";
    BadPlace "bad-place" Error "A parameter stands where no value can be written safely.";
    EmptyName "empty-name" Error "A field is sent without a name.";
    BadHeaderName "bad-header-name" Error "A header's name is no token of RFC 9110.";
    BadHeaderValue "bad-header-value" Error "A header's value has a line break or another control character.";
    ForbiddenHeader "forbidden-header" Error "A header that the transport writes by itself.";
    BrowserHeader "browser-header" Warning "A header that browsers refuse to set.";
    TwoAuthorizations "two-authorizations" Error "More than one of auth, signing and an Authorization header.";
    BodyWithGet "body-with-get" Error "A GET request cannot carry a body.";
    BadJsonBody "bad-json-body" Error "The JSON body is not well-formed with its parameters in place.";
    BadMarkupBody "bad-markup-body" Error "The XML or HTML body ends inside a tag, a comment or a quoted value.";
    BadParameterName "bad-parameter-name" Error "A parameter's name is not letters, digits and underscores, or is reserved.";
    ForeignSyntax "foreign-syntax" Warning "Something that looks like a parameter and is sent as it stands.";
    SlotName "slot-name" Warning "An empty value is filled by the parameter of the field's name, and no parameter can have that name.";
    BadPath "bad-path" Error "An object path does not follow the grammar.";
    SharedTarget "shared-target" Warning "Two mappings write into one parameter.";
    BadStatus "bad-status" Error "A status code is neither three digits from 200 to 599 nor a class such as 4xx.";
    DuplicateStatus "duplicate-status" Error "One status code or class has two exits.";
    TimeoutOutOfRange "timeout-out-of-range" Error "The timeout is not a whole number of seconds from 10 to 25.";
    HostParameter "host-parameter" Warning "A parameter decides which server receives the authorization.";
    FallbackEntity "fallback-entity" Error "A mapping's fallback value does not fit its parameter's entity.";
    UnknownParameter "unknown-parameter" Error "A parameter that the agent does not declare.";
    UnknownEntity "unknown-entity" Warning "An entity that is not known; it is taken as sys.any.";
    StatusParameterEntity "status-parameter-entity" Error "The status code's parameter is neither sys.any nor sys.number.";
    BadDeclaration "bad-declaration" Error "A parameter is declared twice, or under a name that none can have.";
    BadCurl "bad-curl" Error "A text is no cURL command, or says what no node can send.";
    PartlyImported "partly-imported" Warning "An imported cURL command says more than the node does, or something else.";
    SigningUnsupported "signing-unsupported" Error "The definition asks for signed requests, which this version cannot make.";
}

/// One thing that is wrong with a definition, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// One step of a JSON Pointer, with `~` and `/` escaped (RFC 6901, section 3).
pub(crate) fn pointer_step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
