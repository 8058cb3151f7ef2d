export interface paths {
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, with their last use
         * @description Roles: practice, establishment.
         *
         *     Scope: access:read.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Issue an API key; its text is in this answer alone
         * @description Issues an API key: a practice for itself or a platform, an establishment for itself. No key issues keys. Sent again under its Idempotency-Key it is answered alike but without the key's text, which is kept nowhere: where the first answer was lost, revoke the key and issue another.
         *
         *     Roles: practice, establishment.
         *
         *     Scope: access:write.
         */
        post: operations["issueApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an API key, with its last use
         * @description Roles: practice, establishment.
         *
         *     Scope: access:read.
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key, at once and for good
         * @description Revokes a key, for good. No If-Match: what must be possible at once is never refused for a stale version.
         *
         *     Roles: practice, establishment.
         *
         *     Scope: access:write.
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an API key a new secret; its text is in this answer alone
         * @description Gives a key a new secret. The one before is taken for an overlap, so that nothing stops while it is replaced. Sent again under its Idempotency-Key it is answered alike but without the key's text, which is kept nowhere: where the first answer was lost, rotate again.
         *
         *     Roles: practice, establishment.
         *
         *     Scope: access:write.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the auditors' grants
         * @description Roles: practice, auditor.
         *
         *     Scope: access:read.
         */
        get: operations["listAuditGrants"];
        put?: never;
        /**
         * Grant an auditor to read histories
         * @description Grants an auditor to read histories, pseudonymised; each look will be recorded, and read by the members it is about.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["grantAuditAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an auditor's grant
         * @description Roles: practice, auditor.
         *
         *     Scope: access:read.
         */
        get: operations["getAuditGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an auditor's grant back
         * @description Takes an auditor's grant back, at once.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["revokeAuditAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a bilan
         * @description Roles: facilitator, member, practice, establishment.
         *
         *     Scope: bilans:read.
         */
        get: operations["getBilan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the bilan is agreed
         * @description Records that the bilan is agreed: every party approved or stood aside, no objection stands (S2).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["agreeBilan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose an amendment
         * @description A party proposes another text for a section, at any time before the bilan is agreed.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["proposeAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/amendments/{part}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an amendment into the text
         * @description The facilitator takes an amendment into the text; every approval given before is void (S2).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["acceptAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/amendments/{part}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse an amendment
         * @description The facilitator does not take an amendment, and says why.
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["refuseAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the exact text
         * @description A party approves the locked text, naming its hash.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["approveBilan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/dissents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stand aside
         * @description A party stands aside; it does not block.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["dissentFromBilan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a failed negotiation
         * @description Records that the negotiation failed: its deadline passed, or an objection stands (S2).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["failNegotiation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock the text
         * @description Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on.
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["lockBilan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/namings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask or agree to be named
         * @description Asks or agrees to be named in this text: the person concerned alone, for this text alone (S3).
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["agreeToBeNamed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/namings/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one's agreement to be named back
         * @description Takes one's agreement to be named back, until the text is published (S3); what names them is withheld from then on.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["revokeNaming"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object
         * @description A party objects to the locked text, with a reason that the group sees; it blocks and reopens amendment.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["objectToBilan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/objections/{part}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw one's own objection
         * @description Its author takes an objection back.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["withdrawObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/orientation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recommend an orientation
         * @description Recommends an orientation: a final bilan alone may (S2).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["recommendOrientation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bilans/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand an agreed bilan to the establishment
         * @description Hands the agreed bilan to the establishment, or of a failed negotiation the failure without any text; nothing before it is agreed (S2).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["publishBilan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own links to calendars, those revoked too
         * @description Roles: facilitator, member.
         *
         *     Scope: sessions:read.
         */
        get: operations["listCalendarLinks"];
        put?: never;
        /**
         * Make a link to the calendar of one's own sessions; its address is in this answer alone
         * @description Makes a link to the calendar of one's own sessions, for a program that holds no token. Whoever has its address reads when the sessions are, and nothing else. Sent again under its Idempotency-Key it is answered alike but without the address, which is kept nowhere: where the first answer was lost, revoke the link and make another.
         *
         *     Roles: facilitator, member.
         *
         *     Scope: sessions:write.
         */
        post: operations["issueCalendarLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a link to a calendar, without its address
         * @description Roles: facilitator, member.
         *
         *     Scope: sessions:read.
         */
        get: operations["getCalendarLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-links/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a link to a calendar, at once and for good
         * @description Revokes a link, at once and for good: its address answers as one that never was.
         *
         *     Roles: facilitator, member.
         *
         *     Scope: sessions:write.
         */
        post: operations["revokeCalendarLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendars/{secret}/sessions.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the calendar behind a link, without a token
         * @description For everybody, without a token.
         */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/charter-clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the clauses that charters are made of
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["listCharterClauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the disclosures
         * @description Roles: practice, auditor.
         *
         *     Scope: access:read.
         */
        get: operations["listDisclosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a disclosure
         * @description Roles: practice, auditor.
         *
         *     Scope: access:read.
         */
        get: operations["getDisclosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree, as a second person, that what was said in a session is read
         * @description Agrees that another person reads the narratives of a session, for some hours. Who agrees reads nothing.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["approveDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a disclosure back
         * @description Takes it back, at once.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["endDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{id}/narratives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was said in a session, under an approved disclosure
         * @description Roles: auditor.
         *
         *     Scope: history:read.
         */
        get: operations["listDisclosureNarratives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosures/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse that what was said in a session is read
         * @description Refuses it.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["refuseDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the engagements you may see
         * @description Roles: practice, facilitator, establishment, member.
         *
         *     Scope: engagements:read.
         */
        get: operations["listEngagements"];
        put?: never;
        /**
         * Open the engagement of a qualified request
         * @description Opens the engagement of a qualified request, under the id that the request reserved for it.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["openEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{engagement}/bilans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an engagement's bilans
         * @description Roles: facilitator, member, practice, establishment.
         *
         *     Scope: bilans:read.
         */
        get: operations["listEngagementBilans"];
        put?: never;
        /**
         * Draft the final bilan
         * @description Drafts a bilan of a period: of one group (intermediate), or of every group of an engagement (final).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["draftBilanOfEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an engagement
         * @description Roles: practice, facilitator, establishment, member.
         *
         *     Scope: engagements:read.
         */
        get: operations["getEngagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/abandon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Abandon an engagement before it is active
         * @description Abandons an engagement before it is active, with a reason.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["abandonEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate an engagement
         * @description Activates an engagement: charter ratified, every group sealed. Its sessions run by what it pinned.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["activateEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/attestations/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attest a person's hours in a year
         * @description Roles: practice, establishment, member.
         *
         *     Scope: engagements:read.
         */
        get: operations["getEngagementAttestation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/charter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose the charter
         * @description Proposes the charter (S1, S2, S3); proposed again, it replaces the text, acceptances are void, and everyone is asked again.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["proposeCharter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/charter/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the charter
         * @description Accepts the charter, confidentiality among it, on its exact text: each member of each group, and the facilitator, for themselves.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["acceptCharter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/charter/ratify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ratify the charter
         * @description Ratifies the charter that every member of every group and the facilitator accepted.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["ratifyCharter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign the commitment of those who lead
         * @description Those who lead the establishment sign their own commitment: to let themselves be changed by what is said of the work (S3).
         *
         *     Roles: establishment.
         *
         *     Scope: engagements:write.
         */
        post: operations["signCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Conclude an engagement
         * @description Concludes an engagement whose final bilan is agreed, or whose negotiation of it failed (S2).
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["concludeEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read whether an engagement kept to its frames and protocols
         * @description Roles: auditor.
         *
         *     Scope: history:read.
         */
        get: operations["getEngagementConformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the diagnosis
         * @description Starts the diagnosis: what the facilitator finds before anything is designed (S0, S3).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["startDiagnosis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what changed between two moments
         * @description Roles: auditor.
         *
         *     Scope: history:read.
         */
        get: operations["getEngagementDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/dispositif": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose or revise the dispositif
         * @description Proposes a dispositif after the diagnosis; proposed again, it is revised until it is agreed.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["proposeDispositif"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/dispositif/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree the dispositif
         * @description Agrees the proposed dispositif; groups are constituted from then on.
         *
         *     Roles: practice, establishment.
         *
         *     Scope: engagements:write.
         */
        post: operations["agreeDispositif"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/dispositif/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend the agreed dispositif
         * @description Amends an agreed dispositif, with a reason: lengths, rhythm, term, number, rate. Frames, kind, protocol and sizes stand. What is absent stays.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["amendDispositif"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/dispositif/upgrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Follow other versions of the frames
         * @description Makes an engagement follow other versions of its frames: an explicit act, with a reason. What was done is judged by the versions of its time.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["upgradeFrames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/end-early": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an engagement before its term
         * @description Ends an engagement before its term, with a reason (S3, S4). Its final bilan comes first all the same (S2).
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["endEarly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/establishments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the engagement span one more establishment
         * @description Lets an engagement span one more establishment of the practice, outside of which its facilitator stands too where a frame asks it. It reads the engagement and its prevention plan; bilans and syntheses go to the one that asked.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["joinEstablishment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a history as OCEL 2.0 JSON, XES, W3C PROV-JSON or CSV
         * @description Roles: auditor.
         *
         *     Scope: history:read.
         */
        get: operations["getEngagementExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/facilitator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign the facilitator
         * @description Assigns a facilitator, who declared to hold no hierarchical authority over members (S0, S2) and may read the request from now on.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["assignFacilitator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a finding of the diagnosis
         * @description Records a finding of the diagnosis, at its level (S0: individual, collective, organisational).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["recordFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Constitute a group
         * @description Constitutes a group of an engagement whose dispositif is agreed.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["constituteGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an engagement's history; as application/x-ndjson one entry a line
         * @description Roles: auditor.
         *
         *     Scope: history:read.
         */
        get: operations["getEngagementHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose the support process to the protagonists
         * @description Proposes the support process to the protagonists; proposed again, it is validated anew (S3, regulation).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["proposeProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/protagonists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a protagonist was heard
         * @description Records that a protagonist was heard, what they ask and what is at stake for them (S3). Who it was is not kept.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["hearProtagonist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/protagonists/{protagonist}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a protagonist validated the process
         * @description Records that a protagonist validated the process, as they told the facilitator (S3, regulation).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["validateProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what the dispositif costs
         * @description Roles: practice, establishment, facilitator.
         *
         *     Scope: engagements:read.
         */
        get: operations["getEngagementQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/redirect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redirect an engagement to another kind
         * @description Redirects an engagement to another kind: the demand proposed one, a person decides another, with a reason (S2, S3). What was is kept.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["redirectKind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew an engagement
         * @description Renews an engagement for some months more.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["renewEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/restitute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restitute the diagnosis
         * @description Gives the diagnosis back to those it concerns; a dispositif may be designed from then on.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["restituteDiagnosis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a suspended engagement
         * @description Resumes a suspended engagement.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["resumeEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state of an engagement's resources at a moment
         * @description Roles: auditor.
         *
         *     Scope: history:read.
         */
        get: operations["listEngagementStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/engagements/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an active engagement
         * @description Suspends an active engagement, with a reason.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["suspendEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List establishments, or find one by its FINESS or SIRET number
         * @description Roles: practice, facilitator, establishment, platform.
         *
         *     Scope: registry:read.
         */
        get: operations["listEstablishments"];
        put?: never;
        /**
         * Register an establishment
         * @description Registers an establishment: its name, SIRET and, in the sector, its FINESS number.
         *
         *     Roles: practice.
         *
         *     Scope: registry:write.
         */
        post: operations["registerEstablishment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an establishment
         * @description Roles: practice, facilitator, establishment.
         *
         *     Scope: registry:read.
         */
        get: operations["getEstablishment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments/{id}/action-tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export action tracks and decisions for the establishment's prevention plan
         * @description Roles: establishment, practice.
         *
         *     Scope: tracks:read.
         */
        get: operations["listEstablishmentActionTracks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments/{id}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the indicators of an establishment for a closed quarter
         * @description Roles: establishment, practice, platform.
         *
         *     Scope: indicators:read.
         */
        get: operations["listEstablishmentIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments/{id}/indicators/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a series of the indicators of an establishment as a chart
         * @description Roles: establishment, practice, platform.
         *
         *     Scope: indicators:read.
         */
        get: operations["getEstablishmentIndicatorChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments/{id}/indicators/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was released of an establishment
         * @description Roles: establishment, practice, platform.
         *
         *     Scope: indicators:read.
         */
        get: operations["listEstablishmentIndicatorReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/establishments/{id}/platform-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a platform access to what is the establishment's own
         * @description An establishment grants a platform some of what is its own. The establishment alone: not the practice for it.
         *
         *     Roles: establishment.
         *
         *     Scope: access:write.
         */
        post: operations["grantPlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the schemas of stored events
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["listEventSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-schemas/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the JSON Schema of a stored event, the newest version where none is asked
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["getEventSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull what happened since a cursor
         * @description Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:read.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilitators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a facilitator
         * @description Registers a facilitator (intervenant) and what the file shows (S0).
         *
         *     Roles: practice.
         *
         *     Scope: registry:write.
         */
        post: operations["registerFacilitator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilitators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a facilitator's file
         * @description Roles: practice, facilitator.
         *
         *     Scope: registry:read.
         */
        get: operations["getFacilitator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilitators/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a qualification to a facilitator's file
         * @description Adds a qualification to a facilitator's file (S0).
         *
         *     Roles: practice.
         *
         *     Scope: registry:write.
         */
        post: operations["evidenceQualification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilitators/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a facilitator's name
         * @description Roles: practice, facilitator.
         *
         *     Scope: persons:read.
         */
        get: operations["getFacilitatorIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilitators/{id}/independence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare to hold no hierarchical authority over members
         * @description Declares to hold no hierarchical authority over members (S0, S2).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: registry:write.
         */
        post: operations["declareIndependence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilitators/{id}/secrecy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Establish that a legal text binds a facilitator to professional secrecy
         * @description Establishes that a legal text binds a facilitator to professional secrecy (226-13). It is not the group's confidentiality.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: registry:write.
         */
        post: operations["establishSecrecy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the frames
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["listFrames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frames/compose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what frames ask together: which rules, which sizes remain
         * @description Roles: practice, facilitator, establishment.
         *
         *     Scope: frames:read.
         */
        post: operations["postFrameCompose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frames/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a frame, in its newest version or a given one
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["getFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/bilans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's bilans
         * @description Roles: facilitator, member, practice, establishment.
         *
         *     Scope: bilans:read.
         */
        get: operations["listGroupBilans"];
        put?: never;
        /**
         * Draft an intermediate bilan
         * @description Drafts a bilan of a period: of one group (intermediate), or of every group of an engagement (final).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["draftBilanOfGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read each member's part in the group, in counts
         * @description Roles: facilitator, member.
         *
         *     Scope: sessions:read.
         */
        get: operations["listGroupParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's sessions
         * @description Roles: facilitator, member.
         *
         *     Scope: sessions:read.
         */
        get: operations["listGroupSessions"];
        put?: never;
        /**
         * Schedule a session
         * @description Schedules a session of a group whose engagement is active. A passed interval is recorded and told, never refused.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["scheduleSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/situations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the group's backlog of situations
         * @description Roles: facilitator, member.
         *
         *     Scope: sessions:read.
         */
        get: operations["listGroupSituations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/syntheses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's syntheses
         * @description Roles: facilitator, member, practice, establishment.
         *
         *     Scope: bilans:read.
         */
        get: operations["listGroupSyntheses"];
        put?: never;
        /**
         * Draft a synthesis
         * @description Drafts the synthesis of a session or of a period. What may leave is a closed list (S3): main axes, action tracks, decisions.
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["draftSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's action tracks
         * @description Roles: facilitator, member.
         *
         *     Scope: tracks:read.
         */
        get: operations["listGroupTracks"];
        put?: never;
        /**
         * Open an action track
         * @description Opens an action track from a session that was held, co-built with at least one of its members (S0, S3).
         *
         *     Roles: facilitator, member.
         *
         *     Scope: tracks:write.
         */
        post: operations["openTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a group
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: engagements:read.
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/audit-trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who looked at a group's history
         * @description Roles: member, facilitator, practice.
         *
         *     Scope: history:read.
         */
        get: operations["getGroupAuditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/bilans-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's bilans that fell due
         * @description Roles: facilitator, member, practice.
         *
         *     Scope: bilans:read.
         */
        get: operations["getGroupBilansDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/dissolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dissolve a group
         * @description Dissolves a group before its engagement is active, or once it is over, with a reason.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["dissolveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/evolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a group's evolution
         * @description Roles: facilitator, member, practice, auditor.
         *
         *     Scope: history:read.
         */
        get: operations["getGroupEvolution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the group for an exception to its stability
         * @description Asks the group for an exception to its stability: one person more, or one less, with a reason that the group reads (S4).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["askStabilityException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/exceptions/{exception}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to an exception to the group's stability
         * @description A member agrees to an exception; agreed by every member, one person may join or leave by it (S4).
         *
         *     Roles: member.
         *
         *     Scope: engagements:write.
         */
        post: operations["agreeStabilityException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the names of a group's facilitator and members
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: persons:read.
         */
        get: operations["listGroupIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a member leaves
         * @description A member leaves a group, with a reason (S4): of themself at any time, by the practice's or facilitator's word as the group's stability allows.
         *
         *     Roles: practice, facilitator, member.
         *
         *     Scope: engagements:write.
         */
        post: operations["leaveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol a member
         * @description Enrols a member in a group; the answer's last member is the one enrolled, under a new opaque id.
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["enrolMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seal a group
         * @description Seals a group that has its minimum of members: its membership stands for the term (S4).
         *
         *     Roles: practice, facilitator.
         *
         *     Scope: engagements:write.
         */
        post: operations["sealGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/volunteering/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm to volunteer
         * @description A member confirms to volunteer: expressly, personally (S3).
         *
         *     Roles: member.
         *
         *     Scope: engagements:write.
         */
        post: operations["confirmVolunteering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{id}/volunteering/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke one's volunteering, at once
         * @description A member revokes their volunteering, at any time and without a reason; it takes effect at once (S3).
         *
         *     Roles: member.
         *
         *     Scope: engagements:write.
         */
        post: operations["revokeVolunteering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/establishments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import establishments, a line each
         * @description Roles: practice.
         *
         *     Scope: imports:write.
         */
        post: operations["importEstablishments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import members, a line each
         * @description Roles: practice.
         *
         *     Scope: imports:write.
         */
        post: operations["importMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/past-engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import past engagements, a line each
         * @description Roles: practice.
         *
         *     Scope: imports:write.
         */
        post: operations["importPastEngagements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicator-periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the closed quarters and what was released of each
         * @description Roles: practice.
         *
         *     Scope: indicators:read.
         */
        get: operations["listIndicatorPeriods"];
        put?: never;
        /**
         * Close a quarter for the release of its indicators
         * @description Closes a quarter that has ended: its figures may be released from now on, under these floors.
         *
         *     Roles: practice.
         *
         *     Scope: indicators:write.
         */
        post: operations["closePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicator-periods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a closed quarter and what was released of it
         * @description Roles: practice.
         *
         *     Scope: indicators:read.
         */
        get: operations["getIndicatorPeriod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicator-periods/{id}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the indicators of a scope for a closed quarter, or their correction
         * @description Publishes the figures of a scope for a closed quarter; or, where they were published, their correction.
         *
         *     Roles: practice.
         *
         *     Scope: indicators:write.
         */
        post: operations["publishRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicator-periods/{id}/releases/{release}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract a release
         * @description Retracts a release, visibly: it is listed as retracted, and its figures are no longer served.
         *
         *     Roles: practice.
         *
         *     Scope: indicators:write.
         */
        post: operations["retractRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operations
         * @description Roles: practice.
         *
         *     Scope: operations:read.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an operation is; Retry-After, while it runs
         * @description Roles: practice.
         *
         *     Scope: operations:read.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what came of each line of an operation; as application/x-ndjson one a line
         * @description Roles: practice.
         *
         *     Scope: operations:read.
         */
        get: operations["listOperationResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an operation go on where it was
         * @description Has an operation go on where it was: one that was stopped, or one that says to be running and is not.
         *
         *     Roles: practice.
         *
         *     Scope: operations:write.
         */
        post: operations["resumeOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an operation, which may be resumed
         * @description Stops an operation after the lines that are being done. No If-Match: it moves on by itself.
         *
         *     Roles: practice.
         *
         *     Scope: operations:write.
         */
        post: operations["stopOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/past-engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the past engagements that were taken over, of one establishment or all
         * @description Roles: practice.
         *
         *     Scope: engagements:read.
         */
        get: operations["listPastEngagements"];
        put?: never;
        /**
         * Take over an engagement from before this system, in counts
         * @description Takes over an engagement from before the practice worked with this system, in counts alone. It enters no history, no conformance and no indicator. Its establishment is named by one of id, SIRET and FINESS.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["takeOverPastEngagement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/past-engagements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a past engagement, as the practice told of it
         * @description Roles: practice.
         *
         *     Scope: engagements:read.
         */
        get: operations["getPastEngagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what all services hold of oneself
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: persons:read.
         */
        get: operations["getPersonMeExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/me/export/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what this service holds of oneself
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: persons:read.
         */
        get: operations["getPersonMeExportEngagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/me/export/reporting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what this service holds of oneself
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: persons:read.
         */
        get: operations["getPersonMeExportReporting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/me/export/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what this service holds of oneself
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: persons:read.
         */
        get: operations["getPersonMeExportSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far the erasure of a person is
         * @description Roles: practice, facilitator, member.
         *
         *     Scope: persons:read.
         */
        get: operations["getPersonErasure"];
        put?: never;
        /**
         * Ask that a person be erased
         * @description Asks that a person be erased in all three services: by themself, or by the practice on their request. It cannot be taken back.
         *
         *     Roles: practice, facilitator, member.
         *
         *     Scope: persons:write.
         */
        post: operations["requestErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/persons/{id}/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a person's name
         * @description Corrects a person's name: themself, or the practice on their request. What is recorded is that it was corrected.
         *
         *     Roles: practice, facilitator, member.
         *
         *     Scope: persons:write.
         */
        post: operations["rectifyName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the grants to platforms: an establishment's own, a platform's own
         * @description Roles: establishment, practice, platform.
         *
         *     Scope: access:read.
         */
        get: operations["listPlatformGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform-grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a grant to a platform
         * @description Roles: establishment, practice, platform.
         *
         *     Scope: access:read.
         */
        get: operations["getPlatformGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/platform-grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a grant back, at once
         * @description The establishment takes a grant back. No If-Match: what must be possible at once is never refused for a stale version.
         *
         *     Roles: establishment.
         *
         *     Scope: access:write.
         */
        post: operations["revokePlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the practice's own frames
         * @description Roles: practice, facilitator.
         *
         *     Scope: frames:read.
         */
        get: operations["listPolicySets"];
        put?: never;
        /**
         * Draft a frame of the practice's own
         * @description Drafts a frame of the practice's own, or a new version of one; no code changes for it.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["draftFrame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a frame of the practice's own, with its report
         * @description Roles: practice, facilitator.
         *
         *     Scope: frames:read.
         */
        get: operations["getPolicySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-sets/{id}/deprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deprecate a frame
         * @description Deprecates a published frame: no new dispositif follows it; what pinned it is judged by it still.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["deprecateFrame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-sets/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a frame
         * @description Publishes a draft: immutable from now on, dispositifs may follow it.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["publishFrame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-sets/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revise a draft
         * @description Revises a draft.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["reviseFrame"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the latest checkpoint as a signed note
         * @description Roles: auditor, practice, operator.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofCheckpointOfProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the checkpoints from a size on
         * @description Roles: auditor, practice, operator.
         *
         *     Scope: proof:read.
         */
        get: operations["listProofCheckpoints"];
        put?: never;
        /**
         * Have a checkpoint signed now
         * @description Roles: auditor, operator.
         *
         *     Scope: proof:write.
         */
        post: operations["postProofCheckpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/checkpoints/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the checkpoint of a size
         * @description Roles: auditor, practice, operator.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofCheckpointOfProofBySize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/checkpoints/{size}/cosignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a witness's cosignature to a checkpoint
         * @description Roles: auditor, operator.
         *
         *     Scope: proof:write.
         */
        post: operations["postProofCheckpointCosignatures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that the ledger only grew between two sizes
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the entries of the ledger, to verify them
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["listProofEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/heads/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the chain heads of the engagement service
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofHeadEngagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/heads/reporting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the chain heads of the reporting service
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofHeadReporting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/heads/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the chain heads of the session service
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofHeadSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that an entry is in the ledger
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["getProofInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the keys that verify checkpoints
         * @description Roles: auditor, practice, operator.
         *
         *     Scope: proof:read.
         */
        get: operations["listProofKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof/tiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read hashes of the ledger's tree
         * @description Roles: auditor.
         *
         *     Scope: proof:read.
         */
        get: operations["listProofTiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocol-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the practice's own protocols
         * @description Roles: practice, facilitator.
         *
         *     Scope: frames:read.
         */
        get: operations["listProtocolTemplates"];
        put?: never;
        /**
         * Draft a protocol of the practice's own
         * @description Drafts a protocol of the practice's own, in the shape of the shipped ones; no code changes for it.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["draftProtocol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocol-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a protocol of the practice's own
         * @description Roles: practice, facilitator.
         *
         *     Scope: frames:read.
         */
        get: operations["getProtocolTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocol-templates/{id}/deprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deprecate a protocol
         * @description Deprecates a published protocol.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["deprecateProtocol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocol-templates/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a protocol
         * @description Publishes a draft.
         *
         *     Roles: practice.
         *
         *     Scope: frames:write.
         */
        post: operations["publishProtocol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the protocols
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["listProtocols"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/protocols/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a protocol's newest version
         * @description Roles: practice, facilitator, member, establishment, platform, auditor, operator.
         *
         *     Scope: frames:read.
         */
        get: operations["getProtocol"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pulses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the pulses that you may answer, or asked for
         * @description Roles: member, facilitator.
         *
         *     Scope: sessions:read.
         */
        get: operations["listPulses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pulses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a pulse asks
         * @description Roles: member, facilitator.
         *
         *     Scope: sessions:read.
         */
        get: operations["getPulsis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pulses/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a pulse, without a name
         * @description Answers a pulse, once, without a name.
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["answerPulse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a request
         * @description Submits a request (demande): what an establishment asks, and its context (S2, S3).
         *
         *     Roles: practice, establishment.
         *
         *     Scope: engagements:write.
         */
        post: operations["submitRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a request
         * @description Roles: practice, establishment, facilitator.
         *
         *     Scope: engagements:read.
         */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a request
         * @description Declines a request: the practice will not take it, and says why.
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["declineRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/qualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Qualify a request
         * @description Qualifies a request: a person decides the kind that the demand proposes, or another, and says why (S3).
         *
         *     Roles: practice.
         *
         *     Scope: engagements:write.
         */
        post: operations["qualifyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a request
         * @description Withdraws a request: the one who asked no longer does, and says why.
         *
         *     Roles: practice, establishment.
         *
         *     Scope: engagements:write.
         */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roll-ups/{kind}/{code}/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the indicators of a roll-up for a closed quarter
         * @description Roles: practice, platform.
         *
         *     Scope: indicators:read.
         */
        get: operations["listRollUpIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roll-ups/{kind}/{code}/indicators/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a series of the indicators of a roll-up as a chart
         * @description Roles: practice, platform.
         *
         *     Scope: indicators:read.
         */
        get: operations["getRollUpIndicatorChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roll-ups/{kind}/{code}/indicators/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was released of a roll-up
         * @description Roles: practice, platform.
         *
         *     Scope: indicators:read.
         */
        get: operations["listRollUpIndicatorReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which generation the sandbox is in, and whether its seed stands
         * @description Roles: practice, establishment, platform.
         *
         *     Scope: access:read.
         */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the sandbox anew, with its fixed seed
         * @description Begins the sandbox anew. What was written in it is reached no more; the fixed seed is told to the new generation.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["resetSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/seeded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the sandbox's fixed seed stands
         * @description Says that the fixed seed stands: told by whoever loads it.
         *
         *     Roles: practice.
         *
         *     Scope: access:write.
         */
        post: operations["seedSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a session
         * @description Roles: facilitator, member.
         *
         *     Scope: sessions:read.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record who is present
         * @description Records who is present; attendance reaches the establishment as a rate only (S3).
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["recordAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a session
         * @description Cancels a session that was not opened yet.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["cancelSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a session
         * @description Closes a session: every phase is completed, its themes are coded, it ends on what can be changed, an action track, a common decision or an explicit 'none'.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["closeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/confidentiality-exception": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invoke the exception to confidentiality
         * @description Invokes the exception of penal code 226-14: recorded as a fact with its basis, never with content (design).
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["invokeConfidentialityException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Contribute
         * @description Brings a question, an interpretation, a piste … in the phase that runs, as the protocol says who may.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["contribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/contributions/{contribution}/pronounce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pronounce on an interpretation
         * @description The narrator pronounces on an interpretation; every one is pronounced upon (S2).
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["pronounceInterpretation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/contributions/{contribution}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw one's own contribution
         * @description Takes one's own contribution back; nobody edits or withdraws another's (S1, S3).
         *
         *     Roles: member, facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["withdrawContribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a decision
         * @description Proposes a decision to be agreed in common, in the phase that asks for one (S3, regulation).
         *
         *     Roles: member, facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["proposeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/decisions/{decision}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to a decision
         * @description Agrees to a decision; once everyone present agrees it is adopted in common (S3).
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["agreeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who asked to read what was said in a session, and who did
         * @description Roles: member, facilitator.
         *
         *     Scope: history:read.
         */
        get: operations["listSessionDisclosures"];
        put?: never;
        /**
         * Ask to read what was said in a session
         * @description Asks to read the narratives of a session, for a lawful purpose: nothing is read before another person agrees.
         *
         *     Roles: auditor.
         *
         *     Scope: history:write.
         */
        post: operations["requestDisclosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/echoes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an echo
         * @description A member says what the session stirred in them; once each (S4).
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["giveEcho"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the narrator's feedback
         * @description The narrator gives feedback to the group, against the position from which they started (S4).
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["giveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the frame was broken
         * @description Records that something broke the frame: judgement, therapy, complaint without perspective, breach of confidence (S3). The practice learns which; the words stay in the group.
         *
         *     Roles: facilitator, member.
         *
         *     Scope: sessions:write.
         */
        post: operations["recordFrameIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/objective": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State the narrator's objective
         * @description The narrator says what they want; the objective must depend on the narrator (S4).
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["stateObjective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a session
         * @description Opens a scheduled session for the group as it is now.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["openSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/phases/{phase}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a phase
         * @description Completes the phase that runs, once it has what the protocol asks, or as far as the protocol may be left.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["completePhase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/phases/{phase}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a phase
         * @description Starts a phase: the next one of the protocol, or another as far as the protocol may be left.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["startPhase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/pulses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask those who were present, anonymously, how a session was
         * @description Asks those who were present, shortly and anonymously, how a session was. Nobody has to ask, and nobody has to answer.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["openPulse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a session
         * @description Moves a session that was not opened yet.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["rescheduleSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a session
         * @description Goes on with a suspended session from where it was; the rest of its time box runs again.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["resumeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/situations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer a situation
         * @description Offers a lived work situation to the group; any member present may, before one is chosen.
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["raiseSituation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/situations/{situation}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the situation to work on
         * @description Records the situation that the group chose because it federates (S4); its author becomes the narrator.
         *
         *     Roles: facilitator.
         *
         *     Scope: sessions:write.
         */
        post: operations["chooseSituation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/starting-position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State the narrator's starting position
         * @description The narrator says from where they start; the feedback is measured against it (S4).
         *
         *     Roles: member.
         *
         *     Scope: sessions:write.
         */
        post: operations["stateStartingPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a session
         * @description Interrupts a session, which goes on later; whoever is there may, when the facilitator is lost.
         *
         *     Roles: facilitator, member.
         *
         *     Scope: sessions:write.
         */
        post: operations["suspendSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/tracks-to-follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tracks that this session has still to follow
         * @description Roles: member, facilitator.
         *
         *     Scope: sessions:read.
         */
        get: operations["getSessionTracksToFollow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a synthesis
         * @description Roles: facilitator, member, practice, establishment.
         *
         *     Scope: bilans:read.
         */
        get: operations["getSynthesis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the exact text
         * @description A party approves the locked text, naming its hash.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["approveSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock the text
         * @description Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on.
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["lockSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/namings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask or agree to be named
         * @description Asks or agrees to be named in this text: the person concerned alone (S3).
         *
         *     Roles: member.
         *
         *     Scope: bilans:write.
         */
        post: operations["agreeToBeNamedInSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/namings/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one's agreement to be named back
         * @description Takes one's agreement to be named back, until the text is published (S3); what names them is withheld from then on.
         *
         *     Roles: member.
         *
         *     Scope: bilans:write.
         */
        post: operations["revokeNamingInSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a validated synthesis to the establishment
         * @description Hands a validated synthesis to the establishment; nothing before the group validated it (S3).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["publishSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a synthesis anew
         * @description Writes the synthesis anew; every approval given before is void.
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["reviseSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/syntheses/{id}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the group validated the synthesis
         * @description Records that the group validated the synthesis: those approved the exact text whose word the frame asks for (S3).
         *
         *     Roles: facilitator.
         *
         *     Scope: bilans:write.
         */
        post: operations["validateSynthesis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an action track
         * @description Roles: facilitator, member.
         *
         *     Scope: tracks:read.
         */
        get: operations["getTrack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks/{id}/abandon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Abandon an action track
         * @description Gives a track up.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: tracks:write.
         */
        post: operations["abandonTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an action track
         * @description Completes a track.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: tracks:write.
         */
        post: operations["completeTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks/{id}/endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Endorse an action track
         * @description A member stands behind a track.
         *
         *     Roles: member.
         *
         *     Scope: tracks:write.
         */
        post: operations["endorseTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tracks/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what moved on an action track
         * @description Says what moved since the last session.
         *
         *     Roles: member, facilitator.
         *
         *     Scope: tracks:write.
         */
        post: operations["progressTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your webhooks
         * @description Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:read.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Ask to be called when something happens
         * @description Asks to be called when something happens.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["subscribeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook
         * @description Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:read.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the delivery log, the newest calls first, or those of one event
         * @description Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:read.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do not call it for now
         * @description Is not to be called for now.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["disableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call it again
         * @description Is to be called again; what happened meanwhile can be sent again, or read in the feed.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove it for good
         * @description Is never to be called again.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["removeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what happened in a span of time
         * @description Sends again what happened in a span of time, one event or many.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["resendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a new signing secret
         * @description Takes a new secret; the old one signs beside it for a while, so that no call is lost.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description Sends an event that says nothing, to see that calls arrive.
         *
         *     Roles: practice, establishment, platform.
         *
         *     Scope: webhooks:write.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Abandons an engagement before it is active, with a reason. */
        AbandonEngagement: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Gives a track up. */
        AbandonTrack: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: uuid
             * @description The session at which the group says so, where it is at one.
             */
            at?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The facilitator takes an amendment into the text; every approval given before is void (S2). */
        AcceptAmendment: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Accepts the charter, confidentiality among it, on its exact text: each member of each group, and the facilitator, for themselves. */
        AcceptCharter: {
            /** @description The hash of the exact text, as the engagement's charter shows it. */
            textHash: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Activates an engagement: charter ratified, every group sealed. Its sessions run by what it pinned. */
        ActivateEngagement: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Records that the bilan is agreed: every party approved or stood aside, no objection stands (S2). */
        AgreeBilan: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Agrees to a decision; once everyone present agrees it is adopted in common (S3). */
        AgreeDecision: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Agrees the proposed dispositif; groups are constituted from then on. */
        AgreeDispositif: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A member agrees to an exception; agreed by every member, one person may join or leave by it (S4). */
        AgreeStabilityException: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Asks or agrees to be named in this text: the person concerned alone, for this text alone (S3). */
        AgreeToBeNamed: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Asks or agrees to be named in this text: the person concerned alone (S3). */
        AgreeToBeNamedInSynthesis: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Amends an agreed dispositif, with a reason: lengths, rhythm, term, number, rate. Frames, kind, protocol and sizes stand. What is absent stays. */
        AmendDispositif: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: int32
             * @description Planned length of a session, 15 to 600.
             */
            sessionMinutes?: null | number;
            /**
             * Format: int32
             * @description 1 to 120, from the activation.
             */
            termMonths?: null | number;
            /**
             * Format: int32
             * @description 1 to 1000.
             */
            sessionsPlanned?: null | number;
            /**
             * Format: int32
             * @description Cents an hour, up to 1000000.
             */
            rateCents?: null | number;
            /**
             * Format: int32
             * @description Most days between two sessions, 1 to 366.
             */
            intervalDays?: null | number;
            /** @description Why the rate lies outside a frame's range, where the frame allows it with a reason. */
            rateReason?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description How an amendment stands.
         * @enum {string}
         */
        AmendmentState: "proposed" | "accepted" | "refused";
        /** @description An amendment as the parties see it. */
        AmendmentView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            by: string;
            dimension: components["schemas"]["ReportingDimension"];
            text: string | null;
            state: components["schemas"]["AmendmentState"];
            /** Format: int32 */
            now: null | number;
        };
        /** @description Answers a pulse, once, without a name. */
        AnswerPulse: {
            /** @description Each item of the instrument, once. */
            answers: components["schemas"]["ItemAnswer"][];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A key as the API shows it. */
        ApiKeyView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            label: string;
            role: string;
            /** Format: uuid */
            person: string;
            /** Format: uuid */
            establishment: null | string;
            scopes: string[];
            /**
             * Format: date-time
             * @description When its current secret ends.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description Until when the secret before is taken too, where it was rotated.
             */
            previousUntil: null | string;
            /** Format: date-time */
            revokedAt: null | string;
            /** @description The key's whole text: once, in the answer that makes it, and never again. */
            key?: string | null;
            /**
             * Format: date-time
             * @description To within a minute or so; absent before its first use, and in answers to changes.
             */
            lastUsedAt?: null | string;
        };
        /** @description A page of keys. */
        ApiKeysView: {
            items: components["schemas"]["ApiKeyView"][];
        };
        /** @description A party approves the locked text, naming its hash. */
        ApproveBilan: {
            textHash: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Agrees that another person reads the narratives of a session, for some hours. Who agrees reads nothing. */
        ApproveDisclosure: {
            /**
             * Format: int32
             * @description For how long, 72 at most.
             */
            hours: number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A party approves the locked text, naming its hash. */
        ApproveSynthesis: {
            textHash: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Asks the group for an exception to its stability: one person more, or one less, with a reason that the group reads (S4). */
        AskStabilityException: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Where the group stands along one dimension, as the parties agree (S2). */
        Assessment: {
            dimension: components["schemas"]["ReportingDimension"];
            /**
             * Format: int32
             * @description 1 (badly) to 5 (well).
             */
            now: number;
            /**
             * Format: int32
             * @description Where it stood at the diagnosis, where that is said.
             */
            atDiagnosis: null | number;
            /**
             * Format: int32
             * @description Where it stood in the bilan before, where that said so.
             */
            before: null | number;
        };
        /** @description Where the group stands along one dimension (S2). */
        AssessmentDraft: {
            dimension: components["schemas"]["ReportingDimension"];
            /**
             * Format: int32
             * @description 1 (badly) to 5 (well).
             */
            now: number;
            /**
             * Format: int32
             * @description Where it stood at the diagnosis, where that was not said before.
             */
            atDiagnosis?: null | number;
        };
        /** @description Assigns a facilitator, who declared to hold no hierarchical authority over members (S0, S2) and may read the request from now on. */
        AssignFacilitator: {
            /**
             * Format: uuid
             * @description The facilitator's id.
             */
            facilitator: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A person's hours in a calendar year (eaje): how long, and nothing of content. */
        Attestation: {
            /** Format: uuid */
            engagement: string;
            /** Format: uuid */
            person: string;
            /** Format: int32 */
            year: number;
            /** Format: int32 */
            sessions: number;
            /** Format: int32 */
            minutes: number;
            /** @description January to April, May to August, September to December. */
            minutesEachFourMonths: number[];
            /** @description The rules of hours that are not reached, where the engagement's frames ask for any. */
            lacking: components["schemas"]["Rule"][];
        };
        /** @description A grant as the practice and its auditor read it. */
        AuditGrantView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            auditor: string;
            engagements: null | string[];
            purpose: components["schemas"]["AuditPurpose"];
            /** Format: date-time */
            until: string;
            /**
             * Format: uuid
             * @description Under this id /v1/engagements/{id}/history tells what became of the grant, to who is granted the whole practice.
             */
            register: string;
            revoked: boolean;
            /**
             * Format: int64
             * @description How often a history was read under it.
             */
            looks: number;
        };
        /** @description Some grants. */
        AuditGrantsView: {
            items: components["schemas"]["AuditGrantView"][];
        };
        /**
         * @description What an auditor reads histories for.
         * @enum {string}
         */
        AuditPurpose: "quality-evaluation" | "certification" | "financial-audit" | "legal-obligation" | "incident-review" | "data-protection";
        /** @description The looks at a group's engagement. */
        AuditTrailView: {
            /** Format: uuid */
            group: string;
            /** Format: uuid */
            engagement: string;
            items: components["schemas"]["LookView"][];
        };
        /**
         * @description Gollac's six axes of psychosocial risks; working hours are coded apart, as the seven factors of RPS-DU ask.
         * @enum {string}
         */
        Axis: "work-intensity-and-time" | "working-hours" | "emotional-demands" | "lack-of-autonomy" | "degraded-social-relations" | "conflicts-of-values" | "insecurity-of-work-situation";
        /** @description A main axis, as it is drafted. */
        AxisDraft: {
            /** @description One of those coded in the sessions it is of. */
            axis: string;
            /** @description individual, collective or organisational, as it was coded. */
            level: string;
            text: components["schemas"]["Narrative"];
            /** @description Opaque ids of those whom the text names; each must agree before it is locked (S3). */
            names?: null | string[];
        };
        /** @description A situation of the backlog as the group reads it. */
        BacklogView: {
            /** Format: uuid */
            situation: string;
            /** Format: uuid */
            author: string;
            /** Format: uuid */
            session: string;
            /** Format: date-time */
            raisedFor: string;
            text: string | null;
        };
        /**
         * @description Where a bilan is.
         * @enum {string}
         */
        BilanState: "draft" | "locked" | "agreed" | "published" | "failed";
        /** @description A bilan as one reader sees it: the parties all of it, the establishment the agreed text and the dissents as a count, the practice its state and figures until it is published. */
        BilanView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            engagement: string;
            final: boolean;
            groups: string[];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            state: components["schemas"]["BilanState"];
            figures: null | components["schemas"]["Figures"];
            sections: null | components["schemas"]["SectionView"][];
            orientations: null | components["schemas"]["OrientationView"][];
            /** @description What is approved: the hash of the exact text, once it is locked. */
            textHash: string | null;
            /** Format: date-time */
            deadline: null | string;
            /** Format: int32 */
            approvals: number;
            /** Format: int32 */
            dissents: number;
            /**
             * Format: int32
             * @description How many parties have neither approved nor stood aside.
             */
            stillToDecide: number;
            amendments: null | components["schemas"]["AmendmentView"][];
            objections: null | components["schemas"]["ObjectionView"][];
            assessments: null | components["schemas"]["Assessment"][];
            /** Format: uuid */
            previous: null | string;
            listed: null | components["schemas"]["ListedView"][];
            approval: components["schemas"]["ReportingApproval"];
            namedByConsent: null | string[];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A kind of contribution and who may bring it. */
        Bringing: {
            kind: components["schemas"]["ContributionKind"];
            by: components["schemas"]["Part"][];
        };
        /**
         * @description The language of a calendar's few words.
         * @enum {string}
         */
        CalendarLanguage: "fr" | "en";
        /** @description A link as the API shows it. */
        CalendarLinkView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            language: components["schemas"]["CalendarLanguage"];
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            revokedAt: null | string;
            /** @description The calendar's path at this origin, which holds the secret: once, in the answer that makes it, and never again. */
            address?: string | null;
        };
        /** @description Cancels a session that was not opened yet. */
        CancelSession: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description In which capacity a protagonist was heard.
         * @enum {string}
         */
        Capacity: "direction" | "manager" | "professional" | "team" | "representative" | "other";
        /** @description One link of a stream's chain. */
        ChainLink: {
            /** Format: int64 */
            version: number;
            link: string;
        };
        /** @description The charter as the API shows it: its exact text's hash, how many accepted it and how many are missing, and whether the reader did. */
        CharterView: {
            text: string | null;
            outward: components["schemas"]["OutwardItem"][];
            /** Format: int32 */
            number: number;
            /** Format: int32 */
            catalogue: null | number;
            clauses: string[];
            textHash: string | null;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            missing: number;
            acceptedByYou: boolean;
            ratified: boolean;
        };
        /** @description A checkpoint as it is written down: outside the database too. */
        Checkpoint: {
            /** Format: int64 */
            size: number;
            /** @description The tree's root, in base64. */
            root: string;
            /** @description The key that signed, as C2SP writes it. */
            key: string;
            /** @description The signed note, with what witnesses added. */
            note: string;
            /** Format: date-time */
            signedAt: string;
            /** @description The RFC 3161 token over the note as it was signed, in base64, where an authority is configured. */
            timestamp?: string | null;
        };
        /** @description Records the situation that the group chose because it federates (S4); its author becomes the narrator. */
        ChooseSituation: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A clause of charters, in French and English. */
        Clause: {
            code: string;
            /** @description The document it comes from. */
            source: string;
            /** @description Whether every charter holds it. */
            required: boolean;
            fr: string;
            en: string;
        };
        /** @description The clauses that charters are made of: versioned data; what was accepted under a version reads the same for ever. */
        ClauseCatalogue: {
            /** Format: int32 */
            version: number;
            clauses: components["schemas"]["Clause"][];
        };
        /** @description Closes a quarter that has ended: its figures may be released from now on, under these floors. */
        ClosePeriod: {
            /** @description The quarter, such as 2026-Q3. */
            period: string;
            /**
             * Format: int32
             * @description Fewest distinct persons behind a figure: 5, 10 or 11; 5, where absent.
             */
            floor?: null | number;
            /**
             * Format: int32
             * @description The same for platforms: 10 or 11, never lower than the floor; 10, where absent.
             */
            platformFloor?: null | number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Closes a session: every phase is completed, its themes are coded, it ends on what can be changed, an action track, a common decision or an explicit 'none'. */
        CloseSession: {
            /**
             * Format: int32
             * @description How long it lasted, 1 to 600.
             */
            minutes: number;
            /** @description Axis and level, each pair once; at least one. */
            themes: components["schemas"]["CodedTheme"][];
            outcome: components["schemas"]["Outcome"];
            /** @description Why a guided protocol is left before its end, where it is. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A theme: one of Gollac's six axes and one of three levels. */
        CodedTheme: {
            axis: components["schemas"]["Axis"];
            level: components["schemas"]["Level"];
        };
        /** @description Completes the phase that runs, once it has what the protocol asks, or as far as the protocol may be left. */
        CompletePhase: {
            /** @description Why a guided protocol is left, where it is. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Completes a track. */
        CompleteTrack: {
            /**
             * Format: uuid
             * @description The session at which the group says so, where it is at one.
             */
            at?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Which frames to compose, one to eight. */
        ComposeFrames: {
            frames: components["schemas"]["EngagementPin"][];
        };
        /** @description One rule that holds in a composition: its value, and the frame and document that ask for it. */
        ComposedRule: {
            rule: string;
            value: string;
            frame: string;
            source: string;
        };
        /**
         * @description What institutions the members of a group come from.
         * @enum {string}
         */
        Composition: "any" | "one-institution" | "distinct-institutions";
        /** @description What frames ask together, to be read: whether anything can satisfy it, which sizes remain, which rules hold. */
        CompositionReport: {
            satisfiable: boolean;
            /**
             * Format: int32
             * @description Fewest members that remain, or null where nothing is asked.
             */
            smallestGroup: null | number;
            /**
             * Format: int32
             * @description Most members that remain, or null where nothing is asked.
             */
            largestGroup: null | number;
            rules: components["schemas"]["ComposedRule"][];
            /** @description Two rules that nothing can satisfy together. */
            conflict: components["schemas"]["Rule"][];
        };
        /** @description Concludes an engagement whose final bilan is agreed, or whose negotiation of it failed (S2). */
        ConcludeEngagement: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A member confirms to volunteer: expressly, personally (S3). */
        ConfirmVolunteering: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Whether a history kept to its frames and protocols. */
        ConformanceView: {
            /** Format: uuid */
            engagement: string;
            /**
             * Format: int64
             * @description The version of the ledger that was judged.
             */
            version: number;
            /** @description No rule is broken; breaches that are recorded are shown, and close nothing. */
            conformant: boolean;
            /** @description The frames it was judged by, as it pinned them. */
            frames: string[];
            /** @description Pinned frames or protocols whose rules are nowhere to be read: nothing is said of them. */
            unknown: string[];
            rules: components["schemas"]["Judgement"][];
        };
        /** @description Proves that one tree is the beginning of another (RFC 9162, 2.1.4). */
        ConsistencyProof: {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            fromRoot: string;
            toRoot: string;
            hashes: string[];
        };
        /** @description Constitutes a group of an engagement whose dispositif is agreed. */
        ConstituteGroup: {
            /** @description 1 to 80 characters; no person's name. */
            label: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Brings a question, an interpretation, a piste … in the phase that runs, as the protocol says who may. */
        Contribute: {
            kind: components["schemas"]["ContributionKind"];
            text: components["schemas"]["Narrative"];
            /**
             * @description For the narrator alone.
             * @default false
             */
            private: boolean;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Kinds of contribution.
         * @enum {string}
         */
        ContributionKind: "expose" | "question" | "interpretation" | "piste" | "response" | "distance" | "reading" | "thread" | "problem" | "analysis" | "change" | "resonance" | "knot" | "communication" | "expectation" | "organisation" | "representation" | "proposal" | "contract" | "consultation" | "action-plan" | "learning" | "evaluation";
        /** @description A contribution as one reader sees it: a private one shows its text to its author and the narrator alone, a withdrawn one to nobody. */
        ContributionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            author: string;
            phase: string;
            kind: components["schemas"]["ContributionKind"];
            text: string | null;
            private: boolean;
            withdrawn: boolean;
            stance: null | components["schemas"]["Stance"];
            pronouncement: string | null;
        };
        /** @description What a witness brings: its line for the checkpoint. */
        Cosignature: {
            /** @description An em dash, the witness's name, and its key's id with time and signature in base64. */
            line: string;
        };
        /** @description What the other services told. */
        Course: {
            /** Format: int32 */
            sessionsHeld: number;
            /** Format: int32 */
            minutesHeld: number;
            /**
             * Format: int32
             * @description How often a session came later than the frame allows.
             */
            intervalBreaches: number;
            /** Format: int32 */
            intermediateBilans: number;
            /**
             * Format: uuid
             * @description The final bilan that was agreed.
             */
            finalBilan: null | string;
            /** @description What it recommends, by code. */
            orientations: string[];
            /** @description Whether the negotiation of a final bilan failed. */
            finalNegotiationFailed: boolean;
            /** @description Frame incidents, by their word, and how often; the exception of 226-14 among them. */
            incidents?: null | {
                [key: string]: number;
            };
        };
        /** @description A decision as the group reads it. */
        DecisionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            author: string;
            text: string | null;
            agreedBy: string[];
            adopted: boolean;
        };
        /** @description Declares to hold no hierarchical authority over members (S0, S2). */
        DeclareIndependence: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Declines a request: the practice will not take it, and says why. */
        DeclineRequest: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The calls of a webhook, the newest first. */
        DeliveriesView: {
            items: components["schemas"]["Delivery"][];
        };
        /** @description One call of a webhook as the delivery log keeps it. */
        Delivery: {
            /** @description Webhook, when, and event: in the order of the calls. */
            id: string;
            /** Format: uuid */
            webhook: string;
            /** Format: uuid */
            event: string;
            type: string;
            /** Format: int32 */
            attempt: number;
            /** Format: date-time */
            at: string;
            /** @description delivered, failed (and tried again), given-up, or not-sent where the webhook was not enabled any more. */
            outcome: string;
            /**
             * Format: int32
             * @description What the receiver answered, where it did.
             */
            status: null | number;
            /** @description Why there was no answer: a word, never the receiver's text. */
            failure: string | null;
            /** Format: int32 */
            milliseconds: number;
            /**
             * Format: date-time
             * @description When it is tried again.
             */
            nextAt: null | string;
            /** @description The body that was sent. */
            request: string;
            /** @description The first characters of the receiver's answer. */
            answer: string | null;
        };
        /**
         * @description What a request (demande) is about; the kind of dispositif proposed follows from it (S3).
         * @enum {string}
         */
        Demand: "complex-situation" | "relation" | "team-working" | "managers-practice";
        /** @description Deprecates a published frame: no new dispositif follows it; what pinned it is judged by it still. */
        DeprecateFrame: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Deprecates a published protocol. */
        DeprecateProtocol: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A departure from the protocol as the group reads it. */
        DeviationView: {
            phase: string | null;
            reason: string | null;
        };
        /** @description What changed from one moment to another. */
        DifferenceView: {
            /** Format: uuid */
            engagement: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            items: components["schemas"]["MemberChange"][];
        };
        /** @description Is not to be called for now. */
        DisableWebhook: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Why a webhook is not called any more.
         * @enum {string}
         */
        DisabledReason: "asked" | "undeliverable" | "gone";
        /**
         * @description What the law may ask to read a narrative for.
         * @enum {string}
         */
        DisclosurePurpose: "judicial-order" | "person-in-danger" | "data-protection" | "incident-review";
        /**
         * @description Where a disclosure is.
         * @enum {string}
         */
        DisclosureState: "requested" | "approved" | "refused" | "ended";
        /** @description A disclosure as those see it who ask, who approve, and whose words are read. Persons are not named: the roles are. */
        DisclosureView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            session: string;
            purpose: components["schemas"]["DisclosurePurpose"];
            private: boolean;
            state: components["schemas"]["DisclosureState"];
            /** @description The role of who asks. */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /** @description The role of who agreed, once somebody did. */
            approvedBy: string | null;
            /** Format: date-time */
            until: null | string;
            /** @description When the narratives were read. */
            readings: string[];
        };
        /** @description Some disclosures. */
        DisclosuresView: {
            items: components["schemas"]["DisclosureView"][];
        };
        /** @description A dispositif as the API shows it; Dispositif says what its members mean. */
        DispositifView: {
            kind: components["schemas"]["Kind"];
            audience: components["schemas"]["EngagementAudience"];
            frames: components["schemas"]["EngagementPin"][];
            protocol: components["schemas"]["EngagementPin"];
            /** Format: int32 */
            sessionMinutes: number;
            /** Format: int32 */
            termMonths: number;
            /** Format: int32 */
            sessionsPlanned: number;
            /** Format: int32 */
            rateCents: number;
            /** Format: int32 */
            intervalDays: null | number;
            /** Format: int32 */
            groupMinimum: number;
            /** Format: int32 */
            groupMaximum: number;
            /** Format: int32 */
            bilanMonths: null | number;
            rateReason: string | null;
        };
        /** @description A party stands aside; it does not block. */
        DissentFromBilan: {
            textHash: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Dissolves a group before its engagement is active, or once it is over, with a reason. */
        DissolveGroup: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Drafts a bilan of a period: of one group (intermediate), or of every group of an engagement (final). */
        DraftBilan: {
            /**
             * Format: date
             * @description First day it covers.
             */
            from: string;
            /**
             * Format: date
             * @description Last day it covers.
             */
            to: string;
            /** @description What it says along S1's dimensions and S0's outcomes, each once at most. */
            sections: components["schemas"]["SectionDraft"][];
            /** @description Evolution measures of the dispositif along them (S2), each once at most. */
            assessments?: null | components["schemas"]["AssessmentDraft"][];
            /** @description Tracks and decisions whose text the establishment will read once the bilan is agreed (S3). */
            listed?: null | components["schemas"]["ListedDraft"][];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Drafts a frame of the practice's own, or a new version of one; no code changes for it. */
        DraftFrame: {
            /** @description The frame, in the shape of the shipped ones. */
            frame: components["schemas"]["Frame"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Drafts a protocol of the practice's own, in the shape of the shipped ones; no code changes for it. */
        DraftProtocol: {
            protocol: components["schemas"]["Protocol"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Drafts the synthesis of a session or of a period. What may leave is a closed list (S3): main axes, action tracks, decisions. */
        DraftSynthesis: {
            axes: components["schemas"]["AxisDraft"][];
            listed: components["schemas"]["ListedDraft"][];
            /**
             * Format: uuid
             * @description The session it is of; else give a period.
             */
            session?: null | string;
            /**
             * Format: date
             * @description First day of the period.
             */
            from?: null | string;
            /**
             * Format: date
             * @description Last day of the period.
             */
            to?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A bilan that is due. */
        DueBilan: {
            /**
             * Format: uuid
             * @description The group, or null for the final bilan.
             */
            group: null | string;
            /** Format: date */
            due: string;
        };
        /** @description A bilan that fell due, and whether one was agreed for it. */
        DueBilanView: {
            /** Format: date */
            due: string;
            final: boolean;
            agreed: boolean;
        };
        /** @description An echo as one reader sees it. */
        EchoView: {
            /** Format: uuid */
            author: string;
            text: string | null;
            private: boolean;
        };
        /** @description Is to be called again; what happened meanwhile can be sent again, or read in the feed. */
        EnableWebhook: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Takes it back, at once. */
        EndDisclosure: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Ends an engagement before its term, with a reason (S3, S4). Its final bilan comes first all the same (S2). */
        EndEarly: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A member stands behind a track. */
        EndorseTrack: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A group as its engagement shows it. */
        EngagedGroupView: {
            /** Format: uuid */
            group: string;
            /** Format: int32 */
            members: number;
            sealed: boolean;
        };
        /**
         * @description Who must approve a bilan; the stricter comes later.
         * @enum {string}
         */
        EngagementApproval: "facilitator-and-majority" | "facilitator-and-every-member";
        /**
         * @description Whom a dispositif is for.
         * @enum {string}
         */
        EngagementAudience: "any-team" | "professionals" | "managers" | "team-in-difficulty" | "peers";
        /** @description What the dispositif passes of what a frame asks for. */
        EngagementBreach: {
            rule: components["schemas"]["Rule"];
            /** Format: int32 */
            planned: number;
            /** Format: int32 */
            allowed: number;
        };
        /**
         * @description The dimensions along which the diagnosis measures and bilans speak: S1's four, and S0's outcomes.
         * @enum {string}
         */
        EngagementDimension: "continuous-improvement" | "bond" | "professional-development" | "rps-prevention" | "wear-prevented" | "cohesion" | "quality-of-support" | "sense-of-competence";
        /** @description A published version of a frame or of a protocol, by name: what an engagement pins. */
        EngagementPin: {
            name: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Where an engagement is. The order is the one in which they come.
         * @enum {string}
         */
        EngagementState: "opened" | "diagnosing" | "designing" | "chartering" | "active" | "suspended" | "concluding" | "concluded" | "abandoned";
        /**
         * @description How closely a session follows its protocol; the stricter comes later.
         * @enum {string}
         */
        EngagementStrictness: "free" | "guided" | "strict";
        /** @description An engagement as the API shows it: no person but the facilitator; members read the charter's text alone. */
        EngagementView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            state: components["schemas"]["EngagementState"];
            /** Format: uuid */
            request: string;
            /** Format: uuid */
            establishment: string;
            kind: components["schemas"]["Kind"];
            /** Format: uuid */
            facilitator: null | string;
            findings: components["schemas"]["FindingView"][];
            protagonists: components["schemas"]["ProtagonistView"][];
            summary: string | null;
            dispositif: null | components["schemas"]["DispositifView"];
            breaches: components["schemas"]["EngagementBreach"][];
            charter: null | components["schemas"]["CharterView"];
            groups: components["schemas"]["EngagedGroupView"][];
            /** Format: date-time */
            activatedAt: null | string;
            reason: string | null;
            course: components["schemas"]["Course"];
            spans: string[];
            process: string | null;
            committed: boolean;
            /** Format: date-time */
            until: null | string;
            endsEarly: boolean;
            due: components["schemas"]["DueBilan"][];
            frequencyBreaches: components["schemas"]["FrequencyBreach"][];
            /** Format: int32 */
            attendancePercent: null | number;
            measures: components["schemas"]["Measured"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description The engagements that a reader sees. */
        EngagementsView: {
            items: components["schemas"]["EngagementView"][];
        };
        /** @description Enrols a member in a group; the answer's last member is the one enrolled, under a new opaque id. */
        EnrolMember: {
            /** @description The person's name, 1 to 200 characters; kept in the identity record alone. */
            displayName: string;
            /**
             * Format: uuid
             * @description Opaque id of the institution the person belongs to.
             */
            institution: string;
            /**
             * @description Whether the facilitator is the person's superior; then they cannot be in one group (S0, S2).
             * @default false
             */
            underFacilitatorsAuthority: boolean;
            /**
             * @description Whether the person volunteers; asked where the frame says so, and confirmed by the person before the group is sealed (S3).
             * @default false
             */
            volunteers: boolean;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A service that told that it erased, and when it did. */
        ErasedIn: {
            service: string;
            /** Format: date-time */
            at: string;
        };
        /** @description How far the erasure of a person is. */
        ErasureView: {
            /** Format: uuid */
            person: string;
            /** @description none, requested or completed. */
            state: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            requestedAt: null | string;
            /** @description The services that have erased, and when. */
            erased: components["schemas"]["ErasedIn"][];
            /** @description The services that have not told yet. */
            waiting: string[];
            /**
             * Format: int32
             * @description How often they had to be asked again.
             */
            delays: number;
            /**
             * Format: date-time
             * @description When the name was corrected last.
             */
            rectifiedAt: null | string;
        };
        /** @description Establishes that a legal text binds a facilitator to professional secrecy (226-13). It is not the group's confidentiality. */
        EstablishSecrecy: {
            basis: components["schemas"]["SecrecyBasis"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description An establishment; one of the same SIRET and FINESS is there already. */
        EstablishmentLine: {
            /** @description As it is registered. */
            establishment: components["schemas"]["RegisterEstablishment"];
            /** @description The practice's own reference, where it has one: 1 to 64 letters without accents, digits and . _ : / -. */
            reference?: string | null;
        };
        /** @description An establishment as the API shows it. */
        EstablishmentView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            name: string;
            siret: string;
            finess: string | null;
            sector: string;
            entity: string | null;
            territory: string | null;
        };
        /** @description The establishments that a reader sees. */
        EstablishmentsView: {
            items: components["schemas"]["EstablishmentView"][];
        };
        /** @description An event, by its service, its stream and its version there. */
        EventReference: {
            service: string;
            /** Format: uuid */
            stream: string;
            /** Format: int64 */
            version: number;
            eventType: string;
        };
        /** @description One type of event. */
        EventSchemaView: {
            /** @description Its service and its name, such as session.contribution_made. */
            type: string;
            /**
             * Format: int32
             * @description The newest version of its schema; ?version= asks for an older one.
             */
            version: number;
            path: string;
        };
        /** @description The types of events. */
        EventSchemasView: {
            items: components["schemas"]["EventSchemaView"][];
        };
        /** @description Adds a qualification to a facilitator's file (S0). */
        EvidenceQualification: {
            kind: components["schemas"]["Qualification"];
            /** @description What it is. */
            title: components["schemas"]["Narrative"];
            /**
             * Format: int32
             * @description Years of experience, where it counts in years.
             */
            years?: null | number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A piece of evidence as the API shows it. */
        EvidenceView: {
            kind: components["schemas"]["Qualification"];
            title: string | null;
            /** Format: int32 */
            years: null | number;
        };
        /** @description One step of a group: what happened, its figures, and its source event. No person is in it, attendance is a rate. */
        EvolutionLine: {
            /** Format: date-time */
            occurredAt: string;
            /** @description sealed, activated, member-joined, member-left, volunteering-revoked, facilitator-assigned, suspended, resumed, renewed, terms-changed, ends-early, session-held, themes-coded, decision-adopted, track-opened …, bilan-due, final-bilan-due, bilan-agreed, minimum-term-reached, concluded. */
            what: string;
            /**
             * Format: int32
             * @description Sessions held up to here.
             */
            sessionsSoFar: number;
            /**
             * Format: int32
             * @description Minutes held up to here.
             */
            minutesSoFar: number;
            source: components["schemas"]["Source"];
            /** Format: int32 */
            minutes?: null | number;
            /**
             * Format: int32
             * @description Of a session: members present in a hundred expected.
             */
            attendancePercent?: null | number;
            /** @description Of a coding: axis and level. */
            themes?: null | string[];
            /**
             * Format: uuid
             * @description Of an agreement: which bilan.
             */
            bilan?: null | string;
        };
        /** @description An evolution as the API shows it. */
        EvolutionView: {
            /** Format: uuid */
            group: string;
            /**
             * Format: int64
             * @description How far it is: facts of the group's record taken in. Ask for it again with ?version=.
             */
            version: number;
            lines: components["schemas"]["EvolutionLine"][];
        };
        /**
         * @description On which ground of penal code 226-14 the exception to secrecy is invoked.
         * @enum {string}
         */
        ExceptionBasis: "minor-or-vulnerable-person" | "report-by-care-professional" | "partner-violence" | "dangerous-person";
        /** @description A fact that a person told or that speaks of them. */
        ExportedFact: {
            /** Format: uuid */
            stream: string;
            /** @description What it is a fact of, such as session. */
            kind: string;
            /** Format: int64 */
            version: number;
            /** @description What happened, such as contribution_made. */
            fact: string;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Whether the person told it. */
            byYou: boolean;
            /** @description What the fact says: the person's own texts in clear, others' as a hash, and nobody else's id. */
            holds: unknown;
        };
        /**
         * @description Whether the facilitator stands outside the establishment; the stricter comes later.
         * @enum {string}
         */
        Externality: "customary" | "required";
        /** @description A facilitator's file as the API shows it. */
        FacilitatorView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            employer: null | string;
            independenceDeclared: boolean;
            evidence: components["schemas"]["EvidenceView"][];
            professionalSecrecy: null | components["schemas"]["SecrecyBasis"];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description Records that the negotiation failed: its deadline passed, or an objection stands (S2). */
        FailNegotiation: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A page of the feed, in the order in which things were recorded. */
        FeedView: {
            /** @description CloudEvents 1.0 envelopes. */
            items: unknown[];
            /** @description The cursor after the last one; ask again with it, also when nothing came. */
            next: string | null;
        };
        /** @description One figure as it is read. */
        Figure: {
            /** @description The indicator's stable code, as the methodology page lists it. */
            code: string;
            name: string;
            class: string;
            unit: string;
            /**
             * Format: int32
             * @description Rounded to the base, sessions and minutes aside; null where it is withheld.
             */
            value: null | number;
            /** @description released or masked. */
            quality: string;
            /** @description Where it is masked: always the same, whatever masked it. */
            reason: string | null;
            /** @description How many groups are behind it, in bands; none where it is masked. */
            groups: string | null;
            /**
             * Format: int32
             * @description The ratio that the methodology names, of two released figures.
             */
            ratio: null | number;
            /**
             * Format: int32
             * @description The value of the quarter before, where that was released.
             */
            before: null | number;
            /**
             * Format: int32
             * @description The ratio of the practice's pooled figures, where those were released before.
             */
            reference: null | number;
        };
        /** @description What the sessions of a bilan's period showed, drawn up when it was drafted. */
        Figures: {
            /** Format: int32 */
            sessions: number;
            /** Format: int32 */
            minutes: number;
            /**
             * Format: int32
             * @description Members present in a hundred expected.
             */
            attendancePercent: number;
            themes: components["schemas"]["ThemeCount"][];
        };
        /**
         * @description The level of a finding (S0).
         * @enum {string}
         */
        FindingLevel: "individual" | "collective" | "organisational";
        /** @description A finding as the API shows it. */
        FindingView: {
            /** Format: uuid */
            id: string;
            text: string | null;
            level: components["schemas"]["FindingLevel"];
        };
        /** @description A frame: a named, versioned, immutable set of rules that a dispositif follows. */
        Frame: {
            name: string;
            /** Format: int32 */
            version: number;
            /** @description The document it comes from: S0 to S4, eaje, or design. */
            source: string;
            title: string;
            kind: components["schemas"]["Kind"];
            /** @description Whom it is for; a dispositif for somebody else is refused. */
            audiences: components["schemas"]["EngagementAudience"][];
            rules: components["schemas"]["FrameRules"];
            /** @description The facilitator's toolbox where the document names it (S0), in words of the field. */
            methods?: null | string[];
        };
        /** @description The rules of a frame, each with its source tag; an absent rule asks nothing. */
        FrameRules: {
            /** @description Members of a group. */
            size?: null | components["schemas"]["Limits"];
            /** @description Institutions of a group's members. */
            composition?: null | components["schemas"]["RuledOfComposition"];
            /** @description How members come to take part. */
            participation?: null | components["schemas"]["RuledOfParticipation"];
            /** @description No hierarchical link between the facilitator and a member: always so, said here for its source. */
            independence?: null | components["schemas"]["RuledOfboolean"];
            /** @description The facilitator outside the establishment. */
            externality?: null | components["schemas"]["RuledOfExternality"];
            /** @description What the facilitator's file must show. */
            qualification?: null | components["schemas"]["RuledOfIReadOnlyListOfQualification"];
            /** @description Most days between two sessions; a breach is recorded. */
            interval?: null | components["schemas"]["RuledOfint"];
            /** @description Sessions a month; a breach is recorded. */
            frequency?: null | components["schemas"]["Limits"];
            /** @description Months; a breach is recorded. */
            minimumTerm?: null | components["schemas"]["RuledOfint"];
            /** @description Cents an hour. */
            rate?: null | components["schemas"]["Limits"];
            /** @description Whether membership may change once the group is sealed. */
            stability?: null | components["schemas"]["RuledOfStability"];
            /** @description The protocol of every session. */
            protocol?: null | components["schemas"]["ProtocolRule"];
            /** @description Whether a session may end with an explicit 'none'. */
            outcome?: null | components["schemas"]["OutcomeRule"];
            /** @description Who must approve a bilan. */
            approval?: null | components["schemas"]["RuledOfApproval"];
            /** @description The protagonists validate the process together before anything is designed. */
            jointValidation?: null | components["schemas"]["RuledOfboolean"];
            /** @description Those who lead the establishment sign their own commitment. */
            managementCommitment?: null | components["schemas"]["RuledOfboolean"];
            /** @description Hours for each professional in a calendar year; a lack is shown. */
            hoursAYear?: null | components["schemas"]["RuledOfint"];
            /** @description Hours in each of its three four-month periods; a lack is shown. */
            hoursEachFourMonths?: null | components["schemas"]["RuledOfint"];
            /** @description No child is present at a session. */
            noChildrenPresent?: null | components["schemas"]["RuledOfboolean"];
        };
        /** @description Every frame, in every published version. */
        FramesView: {
            items: components["schemas"]["Frame"][];
        };
        /** @description A month in which a group held fewer or more sessions than the frame asks for. */
        FrequencyBreach: {
            /** Format: uuid */
            group: string;
            /** Format: date */
            month: string;
            /** Format: int32 */
            held: number;
            /** Format: int32 */
            asked: number;
            rule: components["schemas"]["Rule"];
        };
        /** @description A member says what the session stirred in them; once each (S4). */
        GiveEcho: {
            text: components["schemas"]["Narrative"];
            /**
             * @description For the narrator alone.
             * @default false
             */
            private: boolean;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The narrator gives feedback to the group, against the position from which they started (S4). */
        GiveFeedback: {
            text: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Grants an auditor to read histories, pseudonymised; each look will be recorded, and read by the members it is about. */
        GrantAuditAccess: {
            /**
             * Format: uuid
             * @description Opaque id of the person, the one in their token.
             */
            auditor: string;
            purpose: components["schemas"]["AuditPurpose"];
            /**
             * Format: date-time
             * @description When it ends: a year from now at most.
             */
            until: string;
            /** @description Whose histories; absent for those of the whole practice. */
            engagements?: null | string[];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description An establishment grants a platform some of what is its own. The establishment alone: not the practice for it. */
        GrantPlatform: {
            /**
             * Format: uuid
             * @description Opaque id of the platform, the person of its tokens.
             */
            platform: string;
            /** @description What for, of the scopes that platforms have: indicators:read, webhooks:read, webhooks:write. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it ends; five years ahead at most.
             */
            until: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A group as the API shows it. */
        GroupView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            engagement: string;
            /** Format: uuid */
            facilitator: string;
            label: string;
            members: components["schemas"]["Member"][];
            sealed: boolean;
            dissolved: boolean;
            exceptions: components["schemas"]["StabilityExceptionView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description Records that a protagonist was heard, what they ask and what is at stake for them (S3). Who it was is not kept. */
        HearProtagonist: {
            capacity: components["schemas"]["Capacity"];
            asks?: string | null;
            stakes?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description An entry of a history: the event as the ledger shows it, persons under the names of the grant, and when it was known of. */
        HistoryEntry: {
            source: string;
            /** Format: int64 */
            sequence: number;
            /** Format: uuid */
            subject: string;
            /** Format: uuid */
            stream: string;
            streamType: string;
            /** Format: int64 */
            version: number;
            eventType: string;
            clock: string;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            actor: string;
            redacted: string;
            /** @description SHA-256 of the canonical bytes that the ledger holds, in which persons bear their own opaque ids. */
            hash: string;
            /**
             * Format: int64
             * @description Its place in the engagement's ledger, by arrival; it never changes.
             */
            position: number;
            /**
             * Format: date-time
             * @description When it arrived there, beside when it happened and when its service recorded it.
             */
            arrivedAt: string;
            /** @description Where this entry is: ?after= goes on behind it. */
            cursor: string;
        };
        /** @description A history, as far as the ledger is. */
        HistoryView: {
            /** Format: uuid */
            engagement: string;
            /**
             * Format: int64
             * @description How many entries the ledger of this engagement holds; ask for it again with ?version=.
             */
            version: number;
            entries: components["schemas"]["HistoryEntry"][];
        };
        /** @description Names, in the order of the resource they belong to; a name that was erased is absent. */
        IdentitiesView: {
            items: components["schemas"]["IdentityView"][];
        };
        /** @description A person's name, beside the opaque id that stands for them everywhere else. */
        IdentityView: {
            /** Format: uuid */
            id: string;
            displayName: string;
        };
        /**
         * @description What may break the frame of a session (S3).
         * @enum {string}
         */
        IncidentKind: "judgement" | "therapy" | "complaint-without-perspective" | "breach-of-confidence";
        /** @description What broke the frame, as the group reads it. */
        IncidentView: {
            kind: components["schemas"]["IncidentKind"];
            text: string | null;
            /** Format: uuid */
            contribution: null | string;
        };
        /** @description Proves that an entry is in the tree (RFC 9162, 2.1.3). */
        InclusionProof: {
            /** Format: int64 */
            position: number;
            /** Format: int64 */
            size: number;
            /** @description The entry's hash, in base64 like all of them. */
            leaf: string;
            root: string;
            hashes: string[];
        };
        /** @description A release as it is read: the same bytes at every time. */
        IndicatorsView: {
            /**
             * Format: uuid
             * @description Its id.
             */
            release: string;
            scope: components["schemas"]["Scope"];
            period: string;
            /**
             * Format: int32
             * @description Of this scope and period: a correction has the next one.
             */
            number: number;
            /**
             * Format: uuid
             * @description The release that it takes the place of.
             */
            corrects: null | string;
            /** Format: date-time */
            publishedAt: string;
            /**
             * Format: int32
             * @description Fewest distinct persons behind a figure of class B or C.
             */
            floor: number;
            /**
             * Format: int32
             * @description Figures of class B and C are multiples of it.
             */
            base: number;
            /** Format: int32 */
            catalogue: number;
            /** Format: int32 */
            mapping: number;
            /** @description Where the indicators are defined. */
            methodology: string;
            cells: components["schemas"]["Figure"][];
        };
        /** @description Invokes the exception of penal code 226-14: recorded as a fact with its basis, never with content (design). */
        InvokeConfidentialityException: {
            basis: components["schemas"]["ExceptionBasis"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Issues an API key: a practice for itself or a platform, an establishment for itself. No key issues keys. Sent again under its Idempotency-Key it is answered alike but without the key's text, which is kept nowhere: where the first answer was lost, revoke the key and issue another. */
        IssueApiKey: {
            /** @description What it is for; 1 to 80 characters, no person's name. */
            label: string;
            /** @description practice, platform or establishment. */
            role: string;
            /** @description What it may do, of the role's scopes. */
            scopes: string[];
            /**
             * Format: date-time
             * @description When it ends, a year ahead at most.
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description For a platform: its opaque id, if it has one already; else the key's own.
             */
            platform?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Makes a link to the calendar of one's own sessions, for a program that holds no token. Whoever has its address reads when the sessions are, and nothing else. Sent again under its Idempotency-Key it is answered alike but without the address, which is kept nowhere: where the first answer was lost, revoke the link and make another. */
        IssueCalendarLink: {
            /** @description Of the calendar's few words: fr or en. */
            language?: components["schemas"]["CalendarLanguage"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The answer to one item. */
        ItemAnswer: {
            /** @description Its code. */
            item: string;
            /**
             * Format: int32
             * @description On the instrument's scale.
             */
            value: number;
        };
        /** @description Lets an engagement span one more establishment of the practice, outside of which its facilitator stands too where a frame asks it. It reads the engagement and its prevention plan; bilans and syntheses go to the one that asked. */
        JoinEstablishment: {
            /**
             * Format: uuid
             * @description Its id.
             */
            establishment: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        JsonNode: unknown;
        JsonObject: Record<string, never>;
        /** @description A rule, as the history stands to it. */
        Judgement: {
            rule: string;
            /** @description The frame or protocol that asks for it, as it was pinned, or always. */
            frame: string;
            /** @description The document it comes from. */
            source: string;
            says: string;
            verdict: components["schemas"]["Verdict"];
            /** @description The events that were judged. */
            by: components["schemas"]["EventReference"][];
            breaches: components["schemas"]["ReportingBreach"][];
        };
        /**
         * @description The nature of a dispositif, which comes from the context of the request (S2, S3).
         * @enum {string}
         */
        Kind: "practice-analysis" | "supervision" | "regulation";
        /** @description A member leaves a group, with a reason (S4): of themself at any time, by the practice's or facilitator's word as the group's stability allows. */
        LeaveGroup: {
            /**
             * Format: uuid
             * @description Who leaves; oneself, where a member says it.
             */
            person: string;
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description The level a theme stands at (S0).
         * @enum {string}
         */
        Level: "individual" | "collective" | "organisational";
        /** @description A rule that asks for a value between bounds, both allowed; an absent bound asks nothing. */
        Limits: {
            /** @description The document it comes from. */
            source: string;
            /** Format: int32 */
            minimum?: null | number;
            /** Format: int32 */
            maximum?: null | number;
            /**
             * @description Whether a value outside is accepted with a reason, and recorded.
             * @default false
             */
            override: boolean;
        };
        /** @description What came of a line, as the API shows it. */
        LineResultView: {
            /**
             * Format: int32
             * @description The line's number in the body, from 1.
             */
            line: number;
            /** @description What the practice calls it. */
            reference: string | null;
            state: components["schemas"]["LineState"];
            /**
             * Format: uuid
             * @description The id of what was made of it, or was there; of a member, the person's.
             */
            id: null | string;
            /** @description Why it was refused: the problem that the single command answers. */
            problem: null | components["schemas"]["Problem"];
        };
        /**
         * @description What came of a line.
         * @enum {string}
         */
        LineState: "created" | "unchanged" | "refused" | "would-create";
        /** @description The text of a track or decision as the establishment will read it; it need not be the group's own words. */
        ListedDraft: {
            kind: components["schemas"]["ListedKind"];
            /** Format: uuid */
            id: string;
            text: components["schemas"]["Narrative"];
        };
        /**
         * @description What may be listed for the establishment beside a text's axes (S3).
         * @enum {string}
         */
        ListedKind: "action-track" | "decision";
        /** @description A listed text as one reader sees it. */
        ListedView: {
            kind: components["schemas"]["ListedKind"];
            /** Format: uuid */
            id: string;
            text: string | null;
        };
        /** @description Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on. */
        LockBilan: {
            /**
             * Format: date-time
             * @description Past it the negotiation has failed.
             */
            deadline?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on. */
        LockSynthesis: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description One look of an auditor. */
        LookView: {
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description The auditor under another name, one for each grant.
             */
            auditor: string;
            purpose: components["schemas"]["AuditPurpose"];
            /** @description history, states, difference, evolution, conformance, export and its form, or ledger: that of the whole practice, to verify it. */
            what: string;
            /**
             * Format: uuid
             * @description The one resource that was looked at, where it was one.
             */
            of: null | string;
            /**
             * Format: date-time
             * @description When the grant that it was under ends.
             */
            grantedUntil: string;
        };
        /** @description A main axis as one reader sees it. */
        MainAxisView: {
            axis: string;
            level: string;
            text: string | null;
            names: null | string[];
        };
        /** @description Where the group stood along one dimension at the diagnosis. */
        Measured: {
            dimension: components["schemas"]["EngagementDimension"];
            /**
             * Format: int32
             * @description 1 (badly) to 5 (well).
             */
            value: number;
        };
        /** @description A member of a group. */
        Member: {
            /** Format: uuid */
            person: string;
            /** Format: uuid */
            institution: string;
            /** @description Whether the member is said to volunteer. */
            volunteers: boolean;
            /**
             * @description Whether the member said so, in person.
             * @default false
             */
            confirmed: boolean;
        };
        /** @description One member that is not what it was. */
        MemberChange: {
            service: string;
            type: string;
            /** Format: uuid */
            id: string;
            /** @description Where, as a JSON pointer (RFC 6901) into the resource's state; an item that a list gained or lost stands at -. */
            path: string;
            /** @description What it was; null where it was not there. */
            before: unknown;
            /** @description What it is; null where it is gone. */
            after: unknown;
        };
        /** @description A member of a group. */
        MemberLine: {
            /**
             * Format: uuid
             * @description The group's id.
             */
            group: string;
            /** @description As they are enrolled. */
            member: components["schemas"]["EnrolMember"];
            /** @description The practice's own reference, no name: 1 to 64 letters without accents, digits and . _ : / -. */
            reference: string;
        };
        /** @description Free text on its way in: it never shows in a log, trace or error, whoever writes it there. */
        Narrative: string;
        /** @description One thing that was said. */
        NarrativeView: {
            /** @description situation, starting-position, the kind of contribution, pronouncement, objective, feedback, echo, decision or incident. */
            what: string;
            phase: string | null;
            /** @description Null where it was erased; erased lists where. */
            text: string | null;
            private: boolean;
        };
        /** @description What was said in a session. */
        NarrativesView: {
            /** Format: uuid */
            session: string;
            items: components["schemas"]["NarrativeView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /**
         * @description What a phase may ask before it is completed.
         * @enum {string}
         */
        Need: "situation-raised" | "situation-chosen" | "exposed" | "starting-position-stated" | "interpreted" | "every-interpretation-pronounced" | "responded" | "objective-stated" | "piste-from-every-member" | "feedback-given" | "echo-from-every-member" | "facilitator-shares" | "decided-in-common";
        /** @description A party objects to the locked text, with a reason that the group sees; it blocks and reopens amendment. */
        ObjectToBilan: {
            textHash: string;
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description An objection as the parties see it. */
        ObjectionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            party: string;
            reason: string | null;
            withdrawn: boolean;
        };
        /** @description Opens the engagement of a qualified request, under the id that the request reserved for it. */
        OpenEngagement: {
            /**
             * Format: uuid
             * @description The request; it is converted with it.
             */
            request: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Asks those who were present, shortly and anonymously, how a session was. Nobody has to ask, and nobody has to answer. */
        OpenPulse: {
            /**
             * @description The instrument; the newest version of it.
             * @default end-of-session
             */
            instrument: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Opens a scheduled session for the group as it is now. */
        OpenSession: {
            /** @description Whether children are present; it is said where the frame allows none (eaje). */
            childrenPresent?: null | boolean;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Opens an action track from a session that was held, co-built with at least one of its members (S0, S3). */
        OpenTrack: {
            /** Format: uuid */
            session: string;
            text: components["schemas"]["Narrative"];
            /** @description Opaque ids of the members who build it. */
            with: string[];
            /**
             * Format: uuid
             * @description The contribution of the session that it comes from, where it is one.
             */
            finding?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description What an operation does.
         * @enum {string}
         */
        OperationKind: "import-establishments" | "import-members" | "import-past-engagements";
        /**
         * @description Where an operation is.
         * @enum {string}
         */
        OperationState: "running" | "stopped" | "ended";
        /** @description An operation as the API shows it. */
        OperationView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            kind: components["schemas"]["OperationKind"];
            /** @description Whether it decides everything and does nothing. */
            dryRun: boolean;
            state: components["schemas"]["OperationState"];
            /**
             * Format: int32
             * @description How many lines there are in all.
             */
            lines: number;
            /**
             * Format: int32
             * @description How many have their result.
             */
            done: number;
            /**
             * Format: int32
             * @description Of which something was made, or would be in a dry run.
             */
            created: number;
            /**
             * Format: int32
             * @description Of which everything was there.
             */
            unchanged: number;
            /**
             * Format: int32
             * @description That were refused, each with its problem.
             */
            refused: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: null | string;
        };
        /** @description An orientation. */
        OrientationView: {
            code: string;
            text: string | null;
        };
        /**
         * @description What a session ends with.
         * @enum {string}
         */
        Outcome: "change" | "action-track" | "none" | "decision";
        /** @description A rule on what a session must end with. */
        OutcomeRule: {
            /** @description Whether an explicit 'none' will do (S1: no ready-made answers). */
            noneAllowed: boolean;
            /** @description The document it comes from. */
            source: string;
        };
        /**
         * @description What an establishment may receive: the list is closed (S3).
         * @enum {string}
         */
        OutwardItem: "bilans" | "syntheses" | "action-tracks" | "decisions" | "indicators" | "attendance-rate";
        /** @description A list as the API answers it. */
        PageOfBacklogView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["BacklogView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfBilanView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["BilanView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfCalendarLinkView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["CalendarLinkView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfDueBilanView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["DueBilanView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfGuid: {
            /** @description What is listed, in order. */
            items: string[];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfLineResultView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["LineResultView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfOperationView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["OperationView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfPartView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["PartView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfPastEngagementView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["PastEngagementView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfPlanLine: {
            /** @description What is listed, in order. */
            items: components["schemas"]["PlanLine"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfPlatformGrantView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["PlatformGrantView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfPolicySetView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["PolicySetView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfProtocolTemplateView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["ProtocolTemplateView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfPulseView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["PulseView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfSessionView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["SessionView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfSynthesisView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["SynthesisView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A list as the API answers it. */
        PageOfTrackView: {
            /** @description What is listed, in order. */
            items: components["schemas"]["TrackView"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /**
         * @description The part a person has in a session.
         * @enum {string}
         */
        Part: "narrator" | "member" | "facilitator";
        /** @description One member's part in a group, in counts: nobody speaks or is silent always, and the narrator changes (S1, S3, S4). */
        PartView: {
            /** Format: uuid */
            person: string;
            /**
             * Format: int32
             * @description Sessions held while they were a member.
             */
            expected: number;
            /**
             * Format: int32
             * @description Sessions at which they were.
             */
            present: number;
            /**
             * Format: int32
             * @description Sessions whose narrator they were.
             */
            narrated: number;
            /**
             * Format: int32
             * @description What they brought, withdrawn contributions aside.
             */
            contributed: number;
        };
        /**
         * @description How members come to take part; the stricter comes later.
         * @enum {string}
         */
        Participation: "by-involvement" | "volunteers";
        /**
         * @description How a past engagement ended.
         * @enum {string}
         */
        PastEnd: "concluded" | "ended-early" | "abandoned";
        /** @description A past engagement. */
        PastEngagementLine: {
            /** @description As it is taken over. */
            pastEngagement: components["schemas"]["TakeOverPastEngagement"];
            /** @description The practice's own reference: 1 to 64 letters without accents, digits and . _ : / -. */
            reference: string;
        };
        /** @description A past engagement as the API shows it: told by the practice, and not witnessed by this system. */
        PastEngagementView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            establishment: string;
            kind: components["schemas"]["Kind"];
            audience: components["schemas"]["EngagementAudience"];
            /**
             * Format: date
             * @description The day it began.
             */
            from: string;
            /**
             * Format: date
             * @description The day it ended.
             */
            to: string;
            /**
             * Format: int32
             * @description How many sessions were held.
             */
            sessions: number;
            /**
             * Format: int32
             * @description How long they were, all together.
             */
            minutes: number;
            /**
             * Format: int32
             * @description How many persons took part.
             */
            participants: number;
            end: components["schemas"]["PastEnd"];
            /**
             * Format: date-time
             * @description When the practice told of it.
             */
            takenOverAt: string;
        };
        /** @description A release as its practice sees it: what is withheld, and why. */
        PeriodRelease: {
            /** Format: uuid */
            release: string;
            scope: components["schemas"]["Scope"];
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            publishedAt: string;
            hash: string;
            platformHash: string;
            /** Format: uuid */
            corrects: null | string;
            /** Format: date-time */
            retractedAt: null | string;
            retraction: null | components["schemas"]["RetractionReason"];
            withheld: components["schemas"]["SuppressedCell"][];
        };
        /** @description A closed quarter as its practice sees it. */
        PeriodView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            period: string;
            /** Format: int32 */
            floor: number;
            /** Format: int32 */
            platformFloor: number;
            releases: components["schemas"]["PeriodRelease"][];
        };
        /** @description The closed quarters. */
        PeriodsView: {
            items: components["schemas"]["PeriodView"][];
        };
        /** @description What a service holds of a person: their name, what they wrote, what was recorded of them. */
        PersonExportView: {
            service: string;
            /** Format: uuid */
            person: string;
            displayName: string | null;
            facts: components["schemas"]["ExportedFact"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description One phase: who may bring what, and what must be there before the next. */
        Phase: {
            code: string;
            /** @description Its name in French, as the field says it. */
            label: string;
            brings: components["schemas"]["Bringing"][];
            needs: components["schemas"]["Need"][];
            /** @description Kinds of contribution of which at least one each must stand before the next phase. */
            asks?: null | components["schemas"]["ContributionKind"][];
            /**
             * Format: int32
             * @description A soft time box: when it has passed the group is reminded, and nothing is cut.
             */
            minutes?: null | number;
        };
        /** @description One line for the establishment's prevention plan (DUERP, PAPRIPACT): an action track or a decision, with no content of sessions. */
        PlanLine: {
            /** Format: uuid */
            engagement: string;
            kind: components["schemas"]["ListedKind"];
            /** Format: uuid */
            id: string;
            /** @description opened, progressed, completed or abandoned; of a decision adopted. */
            state: string;
            /** Format: date */
            opened: string;
            /** Format: date */
            changed: string;
            /** @description Only once an agreed bilan or a validated synthesis lists it (S3). */
            text: string | null;
        };
        /** @description A grant as the API shows it. */
        PlatformGrantView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            establishment: string;
            /** Format: uuid */
            platform: string;
            scopes: string[];
            /** Format: date-time */
            until: string;
            /**
             * Format: date-time
             * @description When it was taken back, or null.
             */
            revokedAt: null | string;
        };
        /**
         * @description Where a practice's frame is.
         * @enum {string}
         */
        PolicySetState: "draft" | "published" | "deprecated";
        /** @description A practice's frame as the API shows it, with what it asks and which sizes remain. */
        PolicySetView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            state: components["schemas"]["PolicySetState"];
            frame: components["schemas"]["Frame"];
            report: components["schemas"]["CompositionReport"];
        };
        /** @description A refusal (RFC 9457). It never quotes what was sent. */
        Problem: {
            /**
             * @description The kind of problem: a page that says what it means and what to do.
             * @enum {string}
             */
            type: "/problems/rule-broken" | "/problems/unsatisfiable" | "/problems/wrong-order" | "/problems/ledger-broken" | "/problems/malformed" | "/problems/unauthenticated" | "/problems/forbidden" | "/problems/not-found" | "/problems/retracted" | "/problems/method-not-allowed" | "/problems/precondition-required" | "/problems/precondition-failed" | "/problems/idempotency-key-reused" | "/problems/too-large" | "/problems/unsupported-media-type" | "/problems/too-many-requests" | "/problems/unavailable" | "/problems/outcome-unknown" | "/problems/not-yet" | "/problems/unexpected";
            /** @description The kind of problem, in words, in the language asked for. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What is wrong. */
            detail: string;
            /** @description What would satisfy it. */
            satisfy: string;
            /** @description The trace, for the operator. */
            traceId?: string;
            /** @description The rules of the field that are broken; two where a composition cannot be satisfied. */
            rules?: {
                /** @description The frame that asks for it; always, where it holds whatever the frame. */
                frame: string;
                /** @description The rule's name, stable. */
                rule: string;
                /** @description The document that it comes from. */
                source: string;
            }[];
        };
        /** @description Says what moved since the last session. */
        ProgressTrack: {
            text: components["schemas"]["Narrative"];
            /**
             * Format: uuid
             * @description The session at which the group says so, where it is at one.
             */
            at?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The narrator pronounces on an interpretation; every one is pronounced upon (S2). */
        PronounceInterpretation: {
            stance: components["schemas"]["Stance"];
            text?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The keys that verify what the log says. */
        ProofKeys: {
            origin: string;
            keys: components["schemas"]["SigningKey"][];
            witnesses: string[];
        };
        /** @description A party proposes another text for a section, at any time before the bilan is agreed. */
        ProposeAmendment: {
            dimension: components["schemas"]["ReportingDimension"];
            text: components["schemas"]["Narrative"];
            /**
             * Format: int32
             * @description Where the group stands along the dimension, 1 to 5, where that is amended too.
             */
            now?: null | number;
            /** @description Opaque ids of those whom the text names; each must agree before it is locked (S3). */
            names?: null | string[];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Proposes the charter (S1, S2, S3); proposed again, it replaces the text, acceptances are void, and everyone is asked again. */
        ProposeCharter: {
            /** @description What is its own, beside the clauses. */
            text: components["schemas"]["Narrative"];
            /** @description What the establishment will receive (S2); at least one item. */
            outward: components["schemas"]["OutwardItem"][];
            /** @description Codes of clauses, beside those that every charter holds; GET /v1/charter-clauses lists them. */
            clauses?: null | string[];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Proposes a decision to be agreed in common, in the phase that asks for one (S3, regulation). */
        ProposeDecision: {
            text: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Proposes a dispositif after the diagnosis; proposed again, it is revised until it is agreed. */
        ProposeDispositif: {
            /** @description Its nature: the engagement's, which a person decided (S2). */
            kind: components["schemas"]["Kind"];
            /** @description Whom it is for. */
            audience: components["schemas"]["EngagementAudience"];
            /** @description One to eight frames to follow, each in a published version; the engagement pins them. */
            frames: components["schemas"]["EngagementPin"][];
            /** @description The protocol of every session, pinned. */
            protocol: components["schemas"]["EngagementPin"];
            /**
             * Format: int32
             * @description Planned length of a session, 15 to 600.
             */
            sessionMinutes: number;
            /**
             * Format: int32
             * @description 1 to 120.
             */
            termMonths: number;
            /**
             * Format: int32
             * @description 1 to 1000.
             */
            sessionsPlanned: number;
            /**
             * Format: int32
             * @description Cents an hour, up to 1000000.
             */
            rateCents: number;
            /**
             * Format: int32
             * @description Most days between two sessions, 1 to 366.
             */
            intervalDays?: null | number;
            /**
             * Format: int32
             * @description Fewest members of a group; the frames' bound, or 3, where absent.
             */
            groupMinimum?: null | number;
            /**
             * Format: int32
             * @description Most members of a group; the frames' bound, or 12, where absent.
             */
            groupMaximum?: null | number;
            /**
             * Format: int32
             * @description Months between two intermediate bilans, 1 to 60, where they are scheduled.
             */
            bilanMonths?: null | number;
            /** @description Why the rate lies outside a frame's range, where the frame allows it with a reason. */
            rateReason?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Proposes the support process to the protagonists; proposed again, it is validated anew (S3, regulation). */
        ProposeProcess: {
            text: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A protagonist as the API shows them. */
        ProtagonistView: {
            /** Format: uuid */
            id: string;
            capacity: components["schemas"]["Capacity"];
            asks: string | null;
            stakes: string | null;
            validated: boolean;
        };
        /** @description A protocol (déroulement): ordered phases; the order is immutable. Data, versioned, immutable once shipped. */
        Protocol: {
            name: string;
            /** Format: int32 */
            version: number;
            /** @description The document it comes from, S0 to S4. */
            source: string;
            /** @description How far a session may leave it, where its frame does not ask for more. */
            strictness: components["schemas"]["SessionStrictness"];
            phases: components["schemas"]["Phase"][];
        };
        /** @description A rule that asks for a protocol and says how closely it is followed. */
        ProtocolRule: {
            name: string;
            /** Format: int32 */
            version: number;
            strictness: components["schemas"]["EngagementStrictness"];
            /** @description The document it comes from. */
            source: string;
        };
        /**
         * @description Where a practice's protocol is.
         * @enum {string}
         */
        ProtocolState: "draft" | "published" | "deprecated";
        /** @description A practice's protocol as the API shows it. */
        ProtocolTemplateView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            state: components["schemas"]["ProtocolState"];
            protocol: components["schemas"]["Protocol"];
        };
        /** @description Every protocol, in every published version. */
        ProtocolsView: {
            items: components["schemas"]["Protocol"][];
        };
        /** @description Hands the agreed bilan to the establishment, or of a failed negotiation the failure without any text; nothing before it is agreed (S2). */
        PublishBilan: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Publishes a draft: immutable from now on, dispositifs may follow it. */
        PublishFrame: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Publishes a draft. */
        PublishProtocol: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Publishes the figures of a scope for a closed quarter; or, where they were published, their correction. */
        PublishRelease: {
            /** @description What they are over. */
            kind: components["schemas"]["ScopeKind"];
            /** @description The establishment's id, an association's SIREN, an entity's FINESS number, a department's code; all for the practice. */
            code: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Hands a validated synthesis to the establishment; nothing before the group validated it (S3). */
        PublishSynthesis: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description An instrument as versioned data: what it asks by code, its scale and its scoring. */
        PulseInstrument: {
            name: string;
            /** Format: int32 */
            version: number;
            /** @description Who made it. */
            source: string;
            /** @description Under what it may be used. */
            licence: string;
            /**
             * Format: int32
             * @description The lowest value of the scale.
             */
            least: number;
            /**
             * Format: int32
             * @description The highest one.
             */
            most: number;
            /**
             * Format: int32
             * @description A dimension is favourable where the mean of its items is this or more, reversed ones turned round.
             */
            favourableFrom: number;
            items: components["schemas"]["PulseItem"][];
            /** @description The dimensions, in the order of their items. */
            dimensions?: null | string[];
        };
        /** @description An item of an instrument: its code, never its text, which may be somebody's. */
        PulseItem: {
            code: string;
            /** @description What it measures. */
            dimension: string;
            /** @description Whether a high value speaks against the dimension. */
            reversed: boolean;
        };
        /**
         * @description Where a pulse is.
         * @enum {string}
         */
        PulseState: "open" | "over";
        /** @description A pulse as those who are asked read it, and who asks: never how many answered, nor what. */
        PulseView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            session: string;
            state: components["schemas"]["PulseState"];
            /** Format: date-time */
            until: string;
            /** @description What is asked, by code; whoever shows it words it. */
            instrument: components["schemas"]["PulseInstrument"];
        };
        /**
         * @description What a facilitator's file may show (S0).
         * @enum {string}
         */
        Qualification: "diploma" | "training" | "managerial-experience" | "field-experience";
        /** @description Qualifies a request: a person decides the kind that the demand proposes, or another, and says why (S3). */
        QualifyRequest: {
            kind: components["schemas"]["Kind"];
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description What a dispositif costs: its sessions at its hourly rate, in integer cents; travel and taxes are not in it. */
        Quote: {
            /**
             * Format: int32
             * @description Groups that it is for.
             */
            groups: number;
            /**
             * Format: int32
             * @description Sessions of each group.
             */
            sessionsEach: number;
            /**
             * Format: int64
             * @description Minutes in all.
             */
            minutes: number;
            /**
             * Format: int32
             * @description Cents an hour.
             */
            rateCents: number;
            /**
             * Format: int64
             * @description Cents in all.
             */
            totalCents: number;
            currency: string;
        };
        /** @description Offers a lived work situation to the group; any member present may, before one is chosen. */
        RaiseSituation: {
            text: components["schemas"]["Narrative"];
            /**
             * Format: uuid
             * @description The situation of the group's backlog that its author tells again, where it is one.
             */
            from?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Ratifies the charter that every member of every group and the facilitator accepted. */
        RatifyCharter: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Recommends an orientation: a final bilan alone may (S2). */
        RecommendOrientation: {
            /** @description A word of the field: continue, new-request, supervision, regulation, training, stop. */
            code: string;
            text: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Records who is present; attendance reaches the establishment as a rate only (S3). */
        RecordAttendance: {
            /** @description Opaque ids of the members present. */
            present: string[];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Records a finding of the diagnosis, at its level (S0: individual, collective, organisational). */
        RecordFinding: {
            text: components["schemas"]["Narrative"];
            level: components["schemas"]["FindingLevel"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Records that something broke the frame: judgement, therapy, complaint without perspective, breach of confidence (S3). The practice learns which; the words stay in the group. */
        RecordFrameIncident: {
            kind: components["schemas"]["IncidentKind"];
            text?: string | null;
            /**
             * Format: uuid
             * @description The contribution that is flagged by it, where it is one; its author alone may take it back (S1, S3).
             */
            contribution?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Corrects a person's name: themself, or the practice on their request. What is recorded is that it was corrected. */
        RectifyName: {
            /** @description The person's name, 1 to 200 characters; kept in the identity record alone. */
            displayName: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Redirects an engagement to another kind: the demand proposed one, a person decides another, with a reason (S2, S3). What was is kept. */
        RedirectKind: {
            /** @description The kind from now on; a dispositif proposed before is to be revised. */
            kind: components["schemas"]["Kind"];
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The facilitator does not take an amendment, and says why. */
        RefuseAmendment: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Refuses it. */
        RefuseDisclosure: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Registers an establishment: its name, SIRET and, in the sector, its FINESS number. */
        RegisterEstablishment: {
            /** @description Public name, 1 to 200 characters. */
            name: string;
            /** @description 14 digits. */
            siret: string;
            /** @description The sector it works in. */
            sector: components["schemas"]["Sector"];
            /** @description Nine characters; absent outside the sector. */
            finess?: string | null;
            /** @description FINESS number of its legal entity (EJ), where it has one. */
            entity?: string | null;
            /** @description Code of its department, such as 38, 2A or 974. */
            territory?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Registers a facilitator (intervenant) and what the file shows (S0). */
        RegisterFacilitator: {
            /** @description The person's name, 1 to 200 characters; kept in the identity record alone. */
            displayName: string;
            /** @description Whether the facilitator declares to hold no hierarchical authority over members (S0, S2). */
            independenceDeclared: boolean;
            /** @description Qualifications, at most 50. */
            evidence: components["schemas"]["ShownEvidence"][];
            /**
             * Format: uuid
             * @description The establishment the facilitator works for beside, if any: where a frame asks externality, not the one that asks.
             */
            employer?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A release, as it is listed. */
        ReleaseLine: {
            /** Format: uuid */
            release: string;
            period: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            publishedAt: string;
            hash: string;
            /** Format: uuid */
            corrects: null | string;
            /** Format: date-time */
            retractedAt: null | string;
            retraction: null | components["schemas"]["RetractionReason"];
        };
        /** @description The releases of a scope. */
        ReleasesView: {
            items: components["schemas"]["ReleaseLine"][];
        };
        /** @description Is never to be called again. */
        RemoveWebhook: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Renews an engagement for some months more. */
        RenewEngagement: {
            /**
             * Format: int32
             * @description 1 to 120, from the end of the present term.
             */
            months: number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Who must approve a text (S2); an objection blocks in either case.
         * @enum {string}
         */
        ReportingApproval: "facilitator-and-every-member" | "facilitator-and-majority";
        /**
         * @description For whom a figure is withheld.
         * @enum {string}
         */
        ReportingAudience: "everyone" | "platforms";
        /** @description Where a rule was passed. */
        ReportingBreach: {
            /**
             * Format: uuid
             * @description The group, session, bilan, or other resource.
             */
            where: string;
            /** @description What was found there, in figures and words of the field. */
            what: string;
            /** @description The events that show it. */
            events: components["schemas"]["EventReference"][];
        };
        /**
         * @description The dimensions along which a bilan speaks: S1's four, and S0's outcomes.
         * @enum {string}
         */
        ReportingDimension: "continuous-improvement" | "bond" | "professional-development" | "rps-prevention" | "wear-prevented" | "cohesion" | "quality-of-support" | "sense-of-competence";
        /** @description Asks to read the narratives of a session, for a lawful purpose: nothing is read before another person agrees. */
        RequestDisclosure: {
            purpose: components["schemas"]["DisclosurePurpose"];
            /**
             * @description Whether what was said to the narrator alone is asked for too.
             * @default false
             */
            private: boolean;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Asks that a person be erased in all three services: by themself, or by the practice on their request. It cannot be taken back. */
        RequestErasure: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Where a request is.
         * @enum {string}
         */
        RequestState: "submitted" | "qualified" | "declined" | "withdrawn" | "converted";
        /** @description A request as the API shows it. */
        RequestView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            state: components["schemas"]["RequestState"];
            /** Format: uuid */
            establishment: string;
            demand: components["schemas"]["Demand"];
            /** @description The kind that the demand proposes. */
            proposed: components["schemas"]["Kind"];
            /** @description The kind that was decided, once it is. */
            kind: null | components["schemas"]["Kind"];
            /**
             * Format: uuid
             * @description The id reserved for the engagement; it is there once the request is converted.
             */
            engagement: string;
            asked: string | null;
            context: string | null;
            sector: null | components["schemas"]["Sector"];
            territory: string | null;
            /** Format: int32 */
            headcount: null | number;
            reason: string | null;
            /** Format: uuid */
            following: null | string;
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description Moves a session that was not opened yet. */
        RescheduleSession: {
            /** Format: date-time */
            plannedFor: string;
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Sends again what happened in a span of time, one event or many. */
        ResendEvents: {
            /**
             * Format: date-time
             * @description From this moment.
             */
            from: string;
            /**
             * Format: date-time
             * @description To this one, itself included.
             */
            to: string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Begins the sandbox anew. What was written in it is reached no more; the fixed seed is told to the new generation. */
        ResetSandbox: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The state of one resource as the ledger tells it: what was last said of it, with a hash in place of each text. */
        ResourceState: {
            /** @description The service that keeps it; what the others learned of it they keep beside. */
            service: string;
            type: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: int64
             * @description How many of its events are told here.
             */
            version: number;
            /** Format: date-time */
            lastOccurredAt: string;
            state: components["schemas"]["JsonObject"];
        };
        /** @description Gives the diagnosis back to those it concerns; a dispositif may be designed from then on. */
        RestituteDiagnosis: {
            summary: components["schemas"]["Narrative"];
            /** @description Where the group stands, each dimension once at most; bilans are compared with it (S2). */
            measures?: null | components["schemas"]["Measured"][];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Resumes a suspended engagement. */
        ResumeEngagement: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Has an operation go on where it was: one that was stopped, or one that says to be running and is not. */
        ResumeOperation: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Goes on with a suspended session from where it was; the rest of its time box runs again. */
        ResumeSession: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Retracts a release, visibly: it is listed as retracted, and its figures are no longer served. */
        RetractRelease: {
            /** @description Why: wrong-data, wrong-scope or asked-by-establishment. */
            why: components["schemas"]["RetractionReason"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Why a release was retracted.
         * @enum {string}
         */
        RetractionReason: "wrong-data" | "wrong-scope" | "asked-by-establishment";
        /** @description Revises a draft. */
        ReviseFrame: {
            /** @description The frame, whole. */
            frame: components["schemas"]["Frame"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Writes the synthesis anew; every approval given before is void. */
        ReviseSynthesis: {
            axes: components["schemas"]["AxisDraft"][];
            listed: components["schemas"]["ListedDraft"][];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Revokes a key, for good. No If-Match: what must be possible at once is never refused for a stale version. */
        RevokeApiKey: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Takes an auditor's grant back, at once. */
        RevokeAuditAccess: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Revokes a link, at once and for good: its address answers as one that never was. */
        RevokeCalendarLink: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Takes one's agreement to be named back, until the text is published (S3); what names them is withheld from then on. */
        RevokeNaming: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Takes one's agreement to be named back, until the text is published (S3); what names them is withheld from then on. */
        RevokeNamingInSynthesis: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The establishment takes a grant back. No If-Match: what must be possible at once is never refused for a stale version. */
        RevokePlatform: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A member revokes their volunteering, at any time and without a reason; it takes effect at once (S3). */
        RevokeVolunteering: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Gives a key a new secret. The one before is taken for an overlap, so that nothing stops while it is replaced. Sent again under its Idempotency-Key it is answered alike but without the key's text, which is kept nowhere: where the first answer was lost, rotate again. */
        RotateApiKey: {
            /**
             * Format: date-time
             * @description When the new secret ends, a year ahead at most.
             */
            expiresAt: string;
            /**
             * Format: int32
             * @description How long the one before is still taken: 0 to 10080 (a week).
             * @default 60
             */
            overlapMinutes: number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Takes a new secret; the old one signs beside it for a while, so that no call is lost. */
        RotateSecret: {
            /**
             * Format: int32
             * @description How long, 0 to 72; 24 where absent.
             * @default 24
             */
            overlapHours: number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A rule of the field, by its name: the frame that asks for it, the rule, the document it comes from. */
        Rule: {
            /** @description The policy set, such as team, or always for what holds whatever the frame. */
            frame: string;
            /** @description The rule, such as size. */
            name: string;
            /** @description The document's tag, S0 to S4, eaje, or design. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfApproval: {
            value: components["schemas"]["EngagementApproval"];
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfComposition: {
            value: components["schemas"]["Composition"];
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfExternality: {
            value: components["schemas"]["Externality"];
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfIReadOnlyListOfQualification: {
            value: null | components["schemas"]["Qualification"][];
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfParticipation: {
            value: components["schemas"]["Participation"];
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfStability: {
            value: components["schemas"]["Stability"];
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfboolean: {
            value: boolean;
            /** @description The document it comes from. */
            source: string;
        };
        /** @description A rule that asks for one value. */
        RuledOfint: {
            /** Format: int32 */
            value: number;
            /** @description The document it comes from. */
            source: string;
        };
        /**
         * @description How far the current generation is.
         * @enum {string}
         */
        SandboxState: "loading" | "ready";
        /** @description The sandbox as the API shows it. */
        SandboxView: {
            /** Format: int64 */
            version: number;
            /**
             * Format: int32
             * @description Counted from 1.
             */
            generation: number;
            state: components["schemas"]["SandboxState"];
            /**
             * Format: date-time
             * @description When the generation began, or its seed stood.
             */
            since: string;
        };
        /** @description Schedules a session of a group whose engagement is active. A passed interval is recorded and told, never refused. */
        ScheduleSession: {
            /**
             * Format: date-time
             * @description When it will be held.
             */
            plannedFor: string;
            /**
             * Format: int32
             * @description Its planned length; the dispositif's where absent.
             */
            minutes?: null | number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description What a release is over. */
        Scope: {
            kind: components["schemas"]["ScopeKind"];
            /** @description The establishment's id, the SIREN, the FINESS number, the department; all for the practice. */
            code: string;
        };
        /**
         * @description What figures are over.
         * @enum {string}
         */
        ScopeKind: "establishment" | "association" | "entity" | "territory" | "practice";
        /** @description Seals a group that has its minimum of members: its membership stands for the term (S4). */
        SealGroup: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description The texts by which a profession or a mission is bound to professional secrecy.
         * @enum {string}
         */
        SecrecyBasis: "social-worker" | "health-professional" | "child-protection" | "minister-of-religion";
        /** @description The text of a section, as it is drafted. */
        SectionDraft: {
            dimension: components["schemas"]["ReportingDimension"];
            text: components["schemas"]["Narrative"];
            /** @description Opaque ids of those whom it names; each must agree before it is locked (S3). */
            names?: null | string[];
        };
        /** @description A section as one reader sees it. */
        SectionView: {
            dimension: components["schemas"]["ReportingDimension"];
            text: string | null;
            /** @description Those whom it names, for the parties alone. */
            names?: null | string[];
        };
        /**
         * @description The sector a request comes from.
         * @enum {string}
         */
        Sector: "social" | "health" | "medico-social" | "education" | "other";
        /** @description Says that the fixed seed stands: told by whoever loads it. */
        SeedSandbox: {
            /**
             * Format: int32
             * @description In which generation.
             */
            generation: number;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A version of a data file that a service pins: its name and its version number. */
        SessionPin: {
            name: string;
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Where a session is.
         * @enum {string}
         */
        SessionState: "scheduled" | "cancelled" | "open" | "closed" | "suspended";
        /**
         * @description How far a session may leave its protocol.
         * @enum {string}
         */
        SessionStrictness: "strict" | "guided" | "free";
        /** @description A session as its group and facilitator read it. */
        SessionView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            engagement: string;
            /** Format: uuid */
            group: string;
            protocol: components["schemas"]["SessionPin"];
            /** Format: date-time */
            plannedFor: string;
            state: components["schemas"]["SessionState"];
            intervalPassed: boolean;
            present: string[];
            situations: components["schemas"]["SituationView"][];
            /** Format: uuid */
            chosenSituation: null | string;
            /** Format: uuid */
            narrator: null | string;
            startingPosition: string | null;
            currentPhase: string | null;
            completedPhases: string[];
            contributions: components["schemas"]["ContributionView"][];
            objective: string | null;
            feedback: string | null;
            echoes: components["schemas"]["EchoView"][];
            themes: components["schemas"]["CodedTheme"][];
            /** Format: int32 */
            minutes: null | number;
            outcome: null | components["schemas"]["Outcome"];
            timeBox: null | components["schemas"]["TimeBoxView"];
            deviations: components["schemas"]["DeviationView"][];
            decisions: components["schemas"]["DecisionView"][];
            incidents: components["schemas"]["IncidentView"][];
            confidentialityExceptions: components["schemas"]["ExceptionBasis"][];
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description A piece of evidence that is shown. */
        ShownEvidence: {
            kind: components["schemas"]["Qualification"];
            /** @description What it is. */
            title: components["schemas"]["Narrative"];
            /**
             * Format: int32
             * @description Years of experience, where it counts in years.
             */
            years?: null | number;
        };
        /** @description Those who lead the establishment sign their own commitment: to let themselves be changed by what is said of the work (S3). */
        SignCommitment: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A key that signs or signed checkpoints: which sizes it signed. A checkpoint by an old key after its last size is none. */
        SigningKey: {
            /** @description As C2SP writes a verifier key. */
            key: string;
            /**
             * Format: int64
             * @description The first size it signed; null when it signed none yet.
             */
            firstSize: null | number;
            /**
             * Format: int64
             * @description The last size it signed, where another key followed; null for the one that signs.
             */
            lastSize: null | number;
        };
        /** @description A situation as the group reads it. */
        SituationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            author: string;
            text: string | null;
            /** Format: uuid */
            from: null | string;
        };
        /** @description The event that a line comes from. */
        Source: {
            service: string;
            /** Format: uuid */
            stream: string;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description Whether a group's membership may change; the stricter comes later.
         * @enum {string}
         */
        Stability: "open" | "by-agreement" | "fixed";
        /** @description An exception to stability as the API shows it: how many agreed, and whether the reader did. */
        StabilityExceptionView: {
            /** Format: uuid */
            id: string;
            reason: string | null;
            /** Format: int32 */
            approvals: number;
            approvedByYou: boolean;
            agreed: boolean;
            used: boolean;
        };
        /**
         * @description How the narrator pronounces on an interpretation.
         * @enum {string}
         */
        Stance: "holds" | "partly" | "does-not-hold";
        /** @description Starts the diagnosis: what the facilitator finds before anything is designed (S0, S3). */
        StartDiagnosis: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Starts a phase: the next one of the protocol, or another as far as the protocol may be left. */
        StartPhase: {
            /**
             * Format: int32
             * @description A soft time box, 1 to 600; the protocol's where absent.
             */
            minutes?: null | number;
            /** @description Why a guided protocol is left, where it is. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The narrator says what they want; the objective must depend on the narrator (S4). */
        StateObjective: {
            text: components["schemas"]["Narrative"];
            /** @description Whether reaching it is in the narrator's own hands. */
            dependsOnNarrator: boolean;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The narrator says from where they start; the feedback is measured against it (S4). */
        StateStartingPosition: {
            text: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The state of an engagement's resources. */
        StatesView: {
            /** Format: uuid */
            engagement: string;
            /**
             * Format: int64
             * @description The version of the ledger that it is folded from.
             */
            version: number;
            items: components["schemas"]["ResourceState"][];
        };
        /** @description Stops an operation after the lines that are being done. No If-Match: it moves on by itself. */
        StopOperation: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description The end of one stream's chain, computed from the service's own events. */
        StreamHead: {
            source: string;
            /** Format: uuid */
            stream: string;
            tenant: string;
            /** @description The last link that was recorded by the time that was asked for; null where there was none yet. The ledger must hold it. */
            settled: null | components["schemas"]["ChainLink"];
            /** @description The last link; the ledger may be on its way to it and must not be past it. */
            head: components["schemas"]["ChainLink"];
        };
        /** @description Submits a request (demande): what an establishment asks, and its context (S2, S3). */
        SubmitRequest: {
            /**
             * Format: uuid
             * @description Who asks.
             */
            establishment: string;
            /** @description The context. */
            context: components["schemas"]["Narrative"];
            /** @description The sector. */
            sector: components["schemas"]["Sector"];
            /** @description Where, 1 to 200 characters: a town, a department. */
            territory: string;
            /**
             * Format: int32
             * @description How many professionals it concerns, 1 to 100000.
             */
            headcount: number;
            /** @description What is asked. */
            asked: components["schemas"]["Narrative"];
            /** @description What it is about. */
            demand: components["schemas"]["Demand"];
            /**
             * Format: uuid
             * @description The engagement whose final bilan recommended it, if any (S2).
             */
            following?: null | string;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Asks to be called when something happens. */
        SubscribeWebhook: {
            /** @description Where: https, without credentials or fragment, 2,048 characters at most, a public address. */
            url: components["schemas"]["Narrative"];
            /** @description What for; absent or empty means every type that the role may know of. */
            types?: null | string[];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description A figure that is withheld, and from whom. */
        SuppressedCell: {
            code: string;
            why: components["schemas"]["Withheld"];
            from: components["schemas"]["ReportingAudience"];
        };
        /** @description Suspends an active engagement, with a reason. */
        SuspendEngagement: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Interrupts a session, which goes on later; whoever is there may, when the facilitator is lost. */
        SuspendSession: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Where a synthesis is.
         * @enum {string}
         */
        SynthesisState: "draft" | "locked" | "validated" | "published";
        /** @description A synthesis as one reader sees it: the parties all of it, the practice its state until it is published, the establishment its text once it is. */
        SynthesisView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            engagement: string;
            /** Format: uuid */
            group: string;
            /** Format: uuid */
            session: null | string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            state: components["schemas"]["SynthesisState"];
            axes: null | components["schemas"]["MainAxisView"][];
            listed: null | components["schemas"]["ListedView"][];
            textHash: string | null;
            /** Format: int32 */
            approvals: number;
            /** Format: int32 */
            stillToDecide: number;
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description Takes over an engagement from before the practice worked with this system, in counts alone. It enters no history, no conformance and no indicator. Its establishment is named by one of id, SIRET and FINESS. */
        TakeOverPastEngagement: {
            kind: components["schemas"]["Kind"];
            audience: components["schemas"]["EngagementAudience"];
            /**
             * Format: date
             * @description The day it began, 1970 at the earliest.
             */
            from: string;
            /**
             * Format: date
             * @description The day it ended, 120 months later at most.
             */
            to: string;
            /**
             * Format: int32
             * @description How many sessions were held, 0 to 1000.
             */
            sessions: number;
            /**
             * Format: int32
             * @description How long they were, all together: 15 to 600 for each.
             */
            minutes: number;
            /**
             * Format: int32
             * @description How many persons took part, 1 to 1000.
             */
            participants: number;
            /** @description How it ended. */
            end: components["schemas"]["PastEnd"];
            /**
             * Format: uuid
             * @description The establishment's id.
             */
            establishment?: null | string;
            /** @description Its SIRET. */
            siret?: string | null;
            /** @description Its FINESS number. */
            finess?: string | null;
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Sends an event that says nothing, to see that calls arrive. */
        TestWebhook: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description How often a theme was coded. */
        ThemeCount: {
            axis: string;
            level: string;
            /** Format: int32 */
            count: number;
        };
        /** @description Hashes of the tree side by side, from which an auditor computes any proof. */
        Tile: {
            /**
             * Format: int32
             * @description 0 for entries, 1 for each 256 of them, and so on.
             */
            level: number;
            /**
             * Format: int64
             * @description The tile's place in its level: it begins at 256 times this.
             */
            index: number;
            hashes: string[];
        };
        /** @description The soft time box of the phase that runs. */
        TimeBoxView: {
            phase: string;
            /**
             * Format: date-time
             * @description When it ends; null while the session is suspended.
             */
            endsAt: null | string;
            /** @description Whether the group was reminded; nothing is cut. */
            passed: boolean;
        };
        /**
         * @description Where a track is.
         * @enum {string}
         */
        TrackState: "opened" | "progressed" | "completed" | "abandoned";
        /** @description A track as its group and facilitator read it. */
        TrackView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** Format: uuid */
            group: string;
            /** Format: uuid */
            session: string;
            with: string[];
            text: string | null;
            state: components["schemas"]["TrackState"];
            endorsedBy: string[];
            progress: string[];
            followedAt: string[];
            /** Format: uuid */
            finding: null | string;
            /** @description Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was. */
            erased?: null | string[];
        };
        /** @description Makes an engagement follow other versions of its frames: an explicit act, with a reason. What was done is judged by the versions of its time. */
        UpgradeFrames: {
            /** @description The same frames by name, each in a published version. */
            frames: components["schemas"]["EngagementPin"][];
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Records that a protagonist validated the process, as they told the facilitator (S3, regulation). */
        ValidateProcess: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Records that the group validated the synthesis: those approved the exact text whose word the frame asks for (S3). */
        ValidateSynthesis: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description How a history stands to a rule.
         * @enum {string}
         */
        Verdict: "kept" | "breached" | "broken" | "not-applicable" | "not-told";
        /**
         * @description Whether a webhook is called.
         * @enum {string}
         */
        WebhookState: "enabled" | "disabled" | "removed";
        /** @description A webhook as its owner sees it. */
        WebhookView: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** @description The address that is called; null once its text is erased. */
            url: string | null;
            types: string[];
            /** @description The newest signing secret, as Standard Webhooks writes it: whsec_ and base64. */
            secret: string | null;
            state: components["schemas"]["WebhookState"];
            reason: null | components["schemas"]["DisabledReason"];
        };
        /** @description The reader's own webhooks. */
        WebhooksView: {
            items: components["schemas"]["WebhookView"][];
        };
        /** @description Takes one's own contribution back; nobody edits or withdraws another's (S1, S3). */
        WithdrawContribution: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Its author takes an objection back. */
        WithdrawObjection: {
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /** @description Withdraws a request: the one who asked no longer does, and says why. */
        WithdrawRequest: {
            reason: components["schemas"]["Narrative"];
            /**
             * Format: date-time
             * @description When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.
             */
            occurredAt?: null | string;
        };
        /**
         * @description Why a figure is withheld. Outside they all look the same.
         * @enum {string}
         */
        Withheld: "few" | "dominance" | "single-group" | "single-facilitator" | "unanimity" | "complementary";
    };
    responses: {
        /** @description The token may not do this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was there, and was taken back. */
        Gone: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request cannot be read: a parameter or the body is not as this document says. */
        Malformed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not there, or not yours. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is as it was: If-None-Match names its ETag. */
        NotModified: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The resource has changed since the ETag in If-Match. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A change of state names the version that it changes, in If-Match. */
        PreconditionRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rule of the field is broken: the problem names it, its source and what would satisfy it. */
        RuleBroken: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This client asks too often. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no valid token. */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service cannot answer now; nothing was changed, and it may be tried again. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something failed that should not have; nothing was changed. */
        Unexpected: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not of a media type that is read here. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It comes in the wrong order, or in conflict with the state. */
        WrongOrder: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                traceparent: components["headers"]["traceparent"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Content-Language": components["headers"]["Content-Language"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The language of titles and details: fr or en.
         * @example fr
         */
        AcceptLanguage: string;
        /**
         * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
         * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
         */
        IdempotencyKey: string;
        /**
         * @description The ETag of the last read: the version that is changed.
         * @example "12"
         */
        IfMatch: string;
        /**
         * @description ETags that are known: 304 where one of them still holds.
         * @example "12"
         */
        IfNoneMatch: string;
        /**
         * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
         * @example wait=10
         */
        Prefer: string;
        /**
         * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
         * @example 01a20d7e-0000-7000-8000-000000000001@12
         */
        Reflects: string;
        /**
         * @description An id of the caller's for this request; echoed.
         * @example order-4711
         */
        RequestId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The language of title, detail and satisfy.
         * @example fr
         */
        "Content-Language": string;
        /**
         * @description The version, for If-Match and If-None-Match.
         * @example "12"
         */
        ETag: string;
        /**
         * @description Nothing happened again: this is the answer of before.
         * @example true
         */
        "Idempotent-Replayed": string;
        /**
         * @description Where more of a list follows (next), and where a page says what to use instead (deprecation).
         * @example </v1/engagements?limit=50&after=01a20d7e000070008000000000000001>; rel="next"
         */
        Link: string;
        /**
         * @description The path of what was created.
         * @example /v1/establishments/01a20d7e-0000-7000-8000-000000000001
         */
        Location: string;
        /**
         * @description How many more requests this client may make now.
         * @example "client";r=399;t=1
         */
        RateLimit: string;
        /**
         * @description How often one client may ask: a quota for a window of seconds.
         * @example "client";q=200;w=1
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before asking again.
         * @example 2
         */
        "Retry-After": string;
        /**
         * @description The id of this request: the caller's own, or a new one.
         * @example order-4711
         */
        "X-Request-Id": string;
        /**
         * @description The trace that this request belongs to (W3C).
         * @example 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
         */
        traceparent: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeysView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueApiKey"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeApiKey"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateApiKey"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAuditGrants: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditGrantsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    grantAuditAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantAuditAccess"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditGrantView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAuditGrant: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditGrantView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeAuditAccess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeAuditAccess"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditGrantView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBilan: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    agreeBilan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeBilan"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    proposeAmendment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeAmendment"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptAmendment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: part. */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptAmendment"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    refuseAmendment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: part. */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseAmendment"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveBilan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveBilan"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    dissentFromBilan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DissentFromBilan"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    failNegotiation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailNegotiation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    lockBilan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockBilan"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    agreeToBeNamed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeToBeNamed"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeNaming: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeNaming"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    objectToBilan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectToBilan"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawObjection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: part. */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawObjection"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    recommendOrientation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendOrientation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishBilan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBilan"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCalendarLinks: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCalendarLinkView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueCalendarLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCalendarLink"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCalendarLink: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeCalendarLink: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeCalendarLink"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCalendar: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description What the address of the link holds: whoever has it reads. */
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "text/calendar": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCharterClauses: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClauseCatalogue"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDisclosures: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosuresView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDisclosure: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveDisclosure: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDisclosure"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    endDisclosure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDisclosure"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDisclosureNarratives: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NarrativesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    refuseDisclosure: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseDisclosure"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEngagements: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    openEngagement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenEngagement"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEngagementBilans: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: engagement. */
                engagement: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBilanView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftBilanOfEngagement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: engagement. */
                engagement: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBilan"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagement: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    abandonEngagement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbandonEngagement"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    activateEngagement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateEngagement"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagementAttestation: {
        parameters: {
            query: {
                /** @description A calendar year. */
                year: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: person. */
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attestation"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    proposeCharter: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeCharter"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptCharter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptCharter"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    ratifyCharter: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatifyCharter"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    signCommitment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignCommitment"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    concludeEngagement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeEngagement"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagementConformance: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    startDiagnosis: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartDiagnosis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagementDifference: {
        parameters: {
            query: {
                /** @description from. */
                from: string;
                /** @description to. */
                to: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferenceView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    proposeDispositif: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeDispositif"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    agreeDispositif: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeDispositif"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    amendDispositif: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendDispositif"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    upgradeFrames: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpgradeFrames"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    endEarly: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndEarly"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    joinEstablishment: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinEstablishment"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagementExport: {
        parameters: {
            query: {
                /** @description The form of the answer: json, where none is named, or csv. */
                format: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": unknown;
                    /** @example Relire ensemble la transmission du soir. */
                    "application/xml": string;
                    /** @example Relire ensemble la transmission du soir. */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    assignFacilitator: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignFacilitator"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordFinding: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFinding"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    constituteGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConstituteGroup"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagementHistory: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryView"];
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    proposeProcess: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeProcess"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    hearProtagonist: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearProtagonist"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    validateProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: protagonist. */
                protagonist: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateProcess"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEngagementQuote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    redirectKind: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedirectKind"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewEngagement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewEngagement"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    restituteDiagnosis: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestituteDiagnosis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeEngagement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeEngagement"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEngagementStates: {
        parameters: {
            query?: {
                /** @description of. */
                of?: string;
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    suspendEngagement: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendEngagement"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEstablishments: {
        parameters: {
            query?: {
                /** @description finess. */
                finess?: string;
                /** @description siret. */
                siret?: string;
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstablishmentsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerEstablishment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterEstablishment"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstablishmentView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEstablishment: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstablishmentView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEstablishmentActionTracks: {
        parameters: {
            query?: {
                /** @description The form of the answer: json, where none is named, or csv. */
                format?: string;
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPlanLine"];
                    /** @example Relire ensemble la transmission du soir. */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEstablishmentIndicators: {
        parameters: {
            query: {
                /** @description period. */
                period: string;
                /** @description The form of the answer: json, where none is named, or csv. */
                format?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsView"];
                    /** @example Relire ensemble la transmission du soir. */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEstablishmentIndicatorChart: {
        parameters: {
            query: {
                /** @description period. */
                period: string;
                /** @description series. */
                series: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEstablishmentIndicatorReleases: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    grantPlatform: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantPlatform"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformGrantView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEventSchemas: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventSchemasView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEventSchema: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "application/schema+json": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description type. */
                type?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerFacilitator: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterFacilitator"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFacilitator: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    evidenceQualification: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceQualification"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFacilitatorIdentity: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitiesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    declareIndependence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareIndependence"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    establishSecrecy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstablishSecrecy"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilitatorView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFrames: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FramesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    postFrameCompose: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComposeFrames"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositionReport"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFrame: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: name. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Frame"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupBilans: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBilanView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftBilanOfGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBilan"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilanView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupParts: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPartView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupSessions: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSessionView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    scheduleSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleSession"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupSituations: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBacklogView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupSyntheses: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSynthesisView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftSynthesis: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftSynthesis"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupTracks: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTrackView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    openTrack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: group. */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenTrack"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroup: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroupAuditTrail: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditTrailView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroupBilansDue: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDueBilanView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    dissolveGroup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DissolveGroup"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroupEvolution: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvolutionView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    askStabilityException: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskStabilityException"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    agreeStabilityException: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: exception. */
                exception: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeStabilityException"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupIdentities: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitiesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    leaveGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveGroup"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    enrolMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolMember"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    sealGroup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SealGroup"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmVolunteering: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmVolunteering"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeVolunteering: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeVolunteering"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    importEstablishments: {
        parameters: {
            query?: {
                /** @description Whether everything is decided and nothing done. */
                dryRun?: boolean;
            };
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["EstablishmentLine"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    importMembers: {
        parameters: {
            query?: {
                /** @description Whether everything is decided and nothing done. */
                dryRun?: boolean;
            };
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["MemberLine"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    importPastEngagements: {
        parameters: {
            query?: {
                /** @description Whether everything is decided and nothing done. */
                dryRun?: boolean;
            };
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["PastEngagementLine"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIndicatorPeriods: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    closePeriod: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosePeriod"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getIndicatorPeriod: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishRelease: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRelease"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    retractRelease: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: release. */
                release: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractRelease"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOperationView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOperationResults: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLineResultView"];
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeOperation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    stopOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopOperation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPastEngagements: {
        parameters: {
            query?: {
                /** @description establishment. */
                establishment?: string;
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPastEngagementView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeOverPastEngagement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOverPastEngagement"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEngagementView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPastEngagement: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEngagementView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonMeExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        engagement: components["schemas"]["PersonExportView"];
                        reporting: components["schemas"]["PersonExportView"];
                        session: components["schemas"]["PersonExportView"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonMeExportEngagement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExportView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonMeExportReporting: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExportView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonMeExportSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExportView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonErasure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestErasure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestErasure"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            202: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    rectifyName: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectifyName"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            202: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlatformGrants: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPlatformGrantView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlatformGrant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformGrantView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokePlatform: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokePlatform"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformGrantView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPolicySets: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPolicySetView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftFrame: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftFrame"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySetView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPolicySet: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySetView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    deprecateFrame: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeprecateFrame"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySetView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishFrame: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishFrame"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySetView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    reviseFrame: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseFrame"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySetView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofCheckpointOfProof: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProofCheckpoints: {
        parameters: {
            query?: {
                /** @description from. */
                from?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    postProofCheckpoints: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofCheckpointOfProofBySize: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: size. */
                size: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    postProofCheckpointCosignatures: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: size. */
                size: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cosignature"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofConsistency: {
        parameters: {
            query: {
                /** @description from. */
                from: number;
                /** @description to. */
                to?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProofEntries: {
        parameters: {
            query?: {
                /** @description from. */
                from?: number;
                /** @description size. */
                size?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofHeadEngagement: {
        parameters: {
            query?: {
                /** @description settled. */
                settled?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofHeadReporting: {
        parameters: {
            query?: {
                /** @description settled. */
                settled?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofHeadSession: {
        parameters: {
            query?: {
                /** @description settled. */
                settled?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "application/x-ndjson": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProofInclusion: {
        parameters: {
            query: {
                /** @description position. */
                position: number;
                /** @description size. */
                size?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProofKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofKeys"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProofTiles: {
        parameters: {
            query: {
                /** @description level. */
                level: number;
                /** @description index. */
                index: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tile"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProtocolTemplates: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfProtocolTemplateView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftProtocol: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftProtocol"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolTemplateView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProtocolTemplate: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolTemplateView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    deprecateProtocol: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeprecateProtocol"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolTemplateView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishProtocol: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishProtocol"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolTemplateView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProtocols: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProtocolsView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProtocol: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: name. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Protocol"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPulses: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPulseView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPulsis: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PulseView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerPulse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerPulse"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PulseView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitRequest"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRequest: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    declineRequest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineRequest"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    qualifyRequest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualifyRequest"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawRequest"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRollUpIndicators: {
        parameters: {
            query: {
                /** @description period. */
                period: string;
                /** @description The form of the answer: json, where none is named, or csv. */
                format?: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: kind. */
                kind: string;
                /** @description Opaque id or name: code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsView"];
                    /** @example Relire ensemble la transmission du soir. */
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRollUpIndicatorChart: {
        parameters: {
            query: {
                /** @description period. */
                period: string;
                /** @description series. */
                series: string;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: kind. */
                kind: string;
                /** @description Opaque id or name: code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example Relire ensemble la transmission du soir. */
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRollUpIndicatorReleases: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: kind. */
                kind: string;
                /** @description Opaque id or name: code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetSandbox"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    seedSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeedSandbox"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordAttendance: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordAttendance"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSession"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseSession"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    invokeConfidentialityException: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvokeConfidentialityException"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    contribute: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contribute"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    pronounceInterpretation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: contribution. */
                contribution: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PronounceInterpretation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawContribution: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: contribution. */
                contribution: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawContribution"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    proposeDecision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeDecision"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    agreeDecision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: decision. */
                decision: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeDecision"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessionDisclosures: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosuresView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestDisclosure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestDisclosure"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosureView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    giveEcho: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveEcho"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    giveFeedback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveFeedback"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordFrameIncident: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFrameIncident"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    stateObjective: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateObjective"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSession"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    completePhase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: phase. */
                phase: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePhase"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    startPhase: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: phase. */
                phase: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartPhase"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    openPulse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPulse"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PulseView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    rescheduleSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleSession"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeSession"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    raiseSituation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseSituation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    chooseSituation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
                /** @description Opaque id or name: situation. */
                situation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseSituation"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    stateStartingPosition: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateStartingPosition"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    suspendSession: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendSession"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSessionTracksToFollow: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfGuid"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSynthesis: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveSynthesis: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    lockSynthesis: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    agreeToBeNamedInSynthesis: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeToBeNamedInSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeNamingInSynthesis: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeNamingInSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishSynthesis: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    reviseSynthesis: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    validateSynthesis: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateSynthesis"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SynthesisView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrack: {
        parameters: {
            query?: {
                /** @description As of this version: after so many of its facts. */
                version?: number;
                /** @description As recorded at this time (RFC 3339 with offset). */
                at?: string;
                /** @description As it had happened by this time, whenever it was recorded. */
                occurredBy?: string;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    abandonTrack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbandonTrack"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeTrack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteTrack"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    endorseTrack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndorseTrack"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    progressTrack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgressTrack"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
            };
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    subscribeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeWebhook"];
            };
        };
        responses: {
            /** @description Created: its state, and where it is. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description event. */
                event?: string;
                /** @description The cursor of the link or of the answer that is followed; the beginning, where none is given. */
                after?: string;
                /** @description How many items at most, 1 to 200; 200 where it is not said. */
                limit?: number;
                /**
                 * @description A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, five seconds at most or as Prefer says; past that the answer is 503, not-yet.
                 * @example 01a20d7e-0000-7000-8000-000000000001@12
                 */
                reflects?: components["parameters"]["Reflects"];
            };
            header?: {
                /**
                 * @description wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.
                 * @example wait=10
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description ETags that are known: 304 where one of them still holds.
                 * @example "12"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesView"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableWebhook"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnableWebhook"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveWebhook"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendEvents"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The ETag of the last read: the version that is changed.
                 * @example "12"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecret"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of this command's own: sent again with it, the command happens once and is answered alike.
                 * @example 5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The language of titles and details: fr or en.
                 * @example fr
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description An id of the caller's for this request; echoed.
                 * @example order-4711
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Opaque id or name: id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestWebhook"];
            };
        };
        responses: {
            /** @description What was asked for, as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    traceparent: components["headers"]["traceparent"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongOrder"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["RuleBroken"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Unexpected"];
            503: components["responses"]["Unavailable"];
        };
    };
}
