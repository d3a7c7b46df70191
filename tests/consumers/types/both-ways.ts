// The package's types and the contract's, assignable in both directions.
import type * as Contract from "./contract.js";
import type * as Element from "switchhook/element";
import type * as Shipped from "switchhook";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const same = <_A, _B>(_holds: Same<_A, _B>): void => {};

// Everything that has a value; the custom element is another entry's.
type Values = Omit<typeof Contract, "defineWebhookNode">;
same<Pick<typeof Shipped, keyof Values>, Values>(true);
same<typeof Shipped.WebhookNode, typeof Contract.WebhookNode>(true);
same<typeof Shipped.ResponseDocument, typeof Contract.ResponseDocument>(true);
same<typeof Shipped.SwitchhookError, typeof Contract.SwitchhookError>(true);
same<typeof Shipped.default, typeof Contract.default>(true);
same<typeof Shipped.checkPath, typeof Contract.checkPath>(true);
same<typeof Shipped.signWebhook, typeof Contract.signWebhook>(true);
same<typeof Shipped.verifyWebhook, typeof Contract.verifyWebhook>(true);

same<typeof Element.defineWebhookNode, typeof Contract.defineWebhookNode>(true);

// Everything that is a type.
same<Shipped.Json, Contract.Json>(true);
same<Shipped.Method, Contract.Method>(true);
same<Shipped.Field, Contract.Field>(true);
same<Shipped.Body, Contract.Body>(true);
same<Shipped.Mapping, Contract.Mapping>(true);
same<Shipped.StatusPattern, Contract.StatusPattern>(true);
same<Shipped.WebhookDefinition, Contract.WebhookDefinition>(true);
same<Shipped.ParameterDeclaration, Contract.ParameterDeclaration>(true);
same<Shipped.ParameterValues, Contract.ParameterValues>(true);
same<Shipped.Problem, Contract.Problem>(true);
same<Shipped.WebhookRequest, Contract.WebhookRequest>(true);
same<Shipped.ReceivedResponse, Contract.ReceivedResponse>(true);
same<Shipped.FailureReason, Contract.FailureReason>(true);
same<Shipped.MappingResult, Contract.MappingResult>(true);
same<Shipped.Outcome, Contract.Outcome>(true);
same<Shipped.RunOptions, Contract.RunOptions>(true);
same<Shipped.RunOutcome, Contract.RunOutcome>(true);
same<Shipped.ParameterUse, Contract.ParameterUse>(true);
same<Shipped.Selection, Contract.Selection>(true);
same<Shipped.PathSuggestion, Contract.PathSuggestion>(true);
same<Shipped.SigningKey, Contract.SigningKey>(true);
same<Shipped.SignedClaims, Contract.SignedClaims>(true);

// The one exception: the words of the drawer, of which the contract's element knows nothing. All else is the same.
type Added = Exclude<keyof Element.WebhookNodeElement, keyof Contract.WebhookNodeElement>;
same<Added, "strings">(true);
same<Omit<Element.WebhookNodeElement, Added>, Contract.WebhookNodeElement>(true);

// The question itself can be answered with no.
same<Shipped.Problem, Contract.Outcome>(false);
