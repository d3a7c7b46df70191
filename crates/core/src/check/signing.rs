//! Who signs, in; what is wrong with it, out.

use super::Findings;
use crate::{
    definition::Signing,
    problem::{Code, Problem},
    template::{Token, tokens},
};

/// Checks the API key and the application, which stand in a token as they are.
pub(crate) fn signing(signing: &Signing, findings: &mut Findings) {
    if signing.api_key.is_empty() {
        let message = "Signed requests name the account that they come from: write its API key.";
        findings.problem(Code::EmptyApiKey, "/signing/apiKey", message);
    }
    let application = signing.application_id.as_deref().map(|id| ("/signing/applicationId", id));
    for (pointer, text) in [("/signing/apiKey", &*signing.api_key)].into_iter().chain(application) {
        for token in tokens(text) {
            let Token::Parameter { range, .. } = token else { continue };
            let message = "What signs a request holds no parameters: this is signed as it stands.";
            let problem = Problem::new(Code::ForeignSyntax, pointer, message);
            findings.problems.push(problem.at(range));
        }
    }
}
