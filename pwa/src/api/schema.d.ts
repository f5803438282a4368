/** The server's OpenAPI document in types. Written by `npm run api`; do not edit. */

export interface paths {
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this device's session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time code by SMS. The answer does not tell whether the number is known. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CodeSent"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh cookie for an access token of the membership in `X-Jiayi-Membership`, or the first. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in, or change to another membership of the same account. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinicians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List clinicians. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    organization_id?: string | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClinicianPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        /** Add a clinician. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClinicianNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clinician"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinicians/{clinician_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clinician_id: string;
            };
            cookie?: never;
        };
        /** One clinician. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clinician_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clinician"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what a clinician may do; `If-Match` names the version. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clinician_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClinicianPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Clinician"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                412: components["responses"]["Stale"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                428: components["responses"]["IfMatchMissing"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who this token is. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the own inbox, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    is_unread?: boolean | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoticePage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notice_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notice as read. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    notice_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Read"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notice"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List institutions. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    kind?: "primary_care" | "hospital" | "elder_home" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        /** Add an institution. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganizationNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organization"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organization_id: string;
            };
            cookie?: never;
        };
        /** One institution. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organization"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an institution; `If-Match` names the version. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organization_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganizationPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organization"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                412: components["responses"]["Stale"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                428: components["responses"]["IfMatchMissing"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        trace?: never;
    };
    "/api/v1/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send this account's pushes to this browser. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PushSubscriptionNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PushSubscription"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        /** Stop pushing to this browser. */
        delete: {
            parameters: {
                query: {
                    endpoint: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push-subscriptions/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the public key that a browser subscribes with. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PushKey"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Held work of the leader's teams, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    status?: "open" | "filed" | "moved" | "voided";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HeldPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/held/{held_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                held_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let held work take effect, for the one who did it, with its own times. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    held_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Held"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/held/{held_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                held_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that held work does not count; the reason goes to its sender. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    held_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Held"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is the caller's and new since the cursor. */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Pull"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sync/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run commands, each once; one result a command, in order. A refused command does not stop the others. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PushBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Push"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List care teams. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    organization_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamPage"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        /** Found a team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        /** One team. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a team; `If-Match` names the version. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                412: components["responses"]["Stale"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                428: components["responses"]["IfMatchMissing"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        trace?: never;
    };
    "/api/v1/teams/{team_id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a clinician into the team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}/lead": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the lead to a member. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a clinician's work in the team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Team"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
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
        Anchor: {
            boot: string;
            monotonic_ms: number;
            /** Format: date-time */
            server_time: string;
            /** Format: date-time */
            wall: string;
        };
        Clinician: {
            certificates: string[];
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organization_id: string;
            /** @enum {unknown} */
            profession: "doctor" | "nurse" | "tcm_doctor" | "pharmacist" | "therapist" | "public_health" | "coordinator" | "specialist" | "dietitian" | "volunteer";
            /** @enum {unknown} */
            title: "none" | "assistant" | "junior" | "intermediate" | "associate_senior" | "senior";
            version: number;
            /** Format: date */
            worked_since_on: string | null;
        };
        ClinicianNew: {
            certificates?: string[];
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organization_id: string;
            /** @default null */
            phone: string | null;
            /** @enum {unknown} */
            profession: "doctor" | "nurse" | "tcm_doctor" | "pharmacist" | "therapist" | "public_health" | "coordinator" | "specialist" | "dietitian" | "volunteer";
            /**
             * @default none
             * @enum {unknown}
             */
            title: "none" | "assistant" | "junior" | "intermediate" | "associate_senior" | "senior";
            /**
             * Format: date
             * @default null
             */
            worked_since_on: string | null;
        };
        ClinicianPage: {
            items: components["schemas"]["Clinician"][];
            next_cursor: string | null;
        };
        ClinicianPatch: {
            certificates?: string[];
            name?: string;
            /** @enum {unknown} */
            profession?: "doctor" | "nurse" | "tcm_doctor" | "pharmacist" | "therapist" | "public_health" | "coordinator" | "specialist" | "dietitian" | "volunteer";
            /** @enum {unknown} */
            title?: "none" | "assistant" | "junior" | "intermediate" | "associate_senior" | "senior";
            /** Format: date */
            worked_since_on?: string | null;
        };
        Clock: {
            /** @default null */
            anchor: components["schemas"]["Anchor"] | null;
            boot: string;
            monotonic_ms: number;
            /** Format: date-time */
            wall: string;
        };
        CodeRequest: {
            phone: string;
            /** @enum {unknown} */
            realm: "staff" | "family";
        };
        CodeSent: {
            demo_code?: string;
            /** Format: date-time */
            expires_at: string;
        };
        Command: {
            /** @default null */
            base_version: number | null;
            clock: components["schemas"]["Clock"];
            depends_on?: string[];
            /** Format: uuid */
            entity_id: string;
            /** Format: uuid */
            id: string;
            kind: string;
            payload: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @default null
             */
            replaces: string | null;
        };
        DecisionBody: {
            /** @default null */
            note: string | null;
        };
        Document: {
            body: {
                [key: string]: unknown;
            };
            bucket: string;
            /** Format: uuid */
            id: string;
            kind: string;
            version: number;
        };
        Error: {
            /** @description Error code */
            code?: number;
            /** @description Errors */
            errors?: {
                [key: string]: unknown;
            };
            /** @description Error message */
            message?: string;
            /** @description Error name */
            status?: string;
        };
        Held: {
            account_name: string;
            code: string;
            /** Format: date-time */
            decided_at: string | null;
            decision_note: string | null;
            /** Format: uuid */
            entity_id: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            occurred_at: string;
            resident_ids: string[];
            /** @enum {unknown} */
            status: "open" | "filed" | "moved" | "voided";
            team_ids: string[];
        };
        HeldPage: {
            items: components["schemas"]["Held"][];
            next_cursor: string | null;
        };
        Me: {
            /** Format: uuid */
            account_id: string;
            membership: components["schemas"]["Membership"];
            memberships: components["schemas"]["Membership"][];
            name: string;
            /** @enum {unknown} */
            realm: "staff" | "family";
        };
        Membership: {
            county_id: number;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {unknown} */
            role: "resident" | "proxy" | "clinician" | "team_leader" | "manager" | "supervisor" | "admin" | "integration";
            /** Format: uuid */
            subject_id: string | null;
        };
        Notice: {
            code: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            read_at: string | null;
            url: string;
            values: {
                [key: string]: string;
            };
        };
        NoticePage: {
            items: components["schemas"]["Notice"][];
            next_cursor: string | null;
        };
        Organization: {
            address: string | null;
            beds_count: number | null;
            has_elder_licence: boolean;
            has_practice_licence: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "primary_care" | "hospital" | "elder_home";
            latitude: number | null;
            licence_no: string | null;
            longitude: number | null;
            name: string;
            phone: string | null;
            region_code: string | null;
            version: number;
        };
        OrganizationNew: {
            /** @default null */
            address: string | null;
            /** @default null */
            beds_count: number | null;
            /** @default false */
            has_elder_licence: boolean;
            /** @default false */
            has_practice_licence: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "primary_care" | "hospital" | "elder_home";
            /** @default null */
            licence_no: string | null;
            name: string;
            /** @default null */
            phone: string | null;
            /** @default null */
            position: components["schemas"]["Place"] | null;
            /** @default null */
            region_code: string | null;
        };
        OrganizationPage: {
            items: components["schemas"]["Organization"][];
            next_cursor: string | null;
        };
        OrganizationPatch: {
            address?: string | null;
            beds_count?: number | null;
            has_elder_licence?: boolean;
            has_practice_licence?: boolean;
            licence_no?: string | null;
            name?: string;
            phone?: string | null;
            position?: components["schemas"]["Place"] | null;
            region_code?: string | null;
        };
        PaginationMetadata: {
            /** @description First available page number. */
            first_page?: number;
            /** @description Last available page number. */
            last_page?: number;
            /** @description Next page number. */
            next_page?: number;
            /** @description Current page number. */
            page?: number;
            /** @description Previous page number. */
            previous_page?: number;
            /** @description Total number of items. */
            total?: number;
            /** @description Total number of pages. */
            total_pages?: number;
        };
        Place: {
            /** @enum {unknown} */
            datum: "wgs84" | "gcj02" | "bd09";
            latitude: number;
            longitude: number;
        };
        /** @description RFC 9457 problem with a stable code */
        Problem: {
            /** @description stable; translated by the app */
            code: string;
            /** @description values that the code's text names */
            detail?: Record<string, never>;
            /** @description what is wrong with which field of the request */
            errors?: Record<string, never>;
            status: number;
            title: string;
            type: string;
        };
        Pull: {
            cursor: string;
            documents: components["schemas"]["Document"][];
            dropped: string[];
            /** Format: uuid */
            epoch: string;
            more: boolean;
            removed: components["schemas"]["Removed"][];
            /** Format: date-time */
            server_time: string;
        };
        Push: {
            /** Format: uuid */
            epoch: string;
            results: components["schemas"]["Result"][];
            /** Format: date-time */
            server_time: string;
        };
        PushBody: {
            commands: components["schemas"]["Command"][];
            /** Format: uuid */
            device_id: string;
        };
        PushKey: {
            key: string;
        };
        PushKeys: {
            auth: string;
            p256dh: string;
        };
        PushSubscription: {
            /** Format: date-time */
            created_at: string;
            endpoint: string;
            /** Format: uuid */
            id: string;
        };
        PushSubscriptionNew: {
            endpoint: string;
            keys: components["schemas"]["PushKeys"];
        };
        Read: Record<string, never>;
        Removed: {
            bucket: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {unknown} */
            reason: "deleted" | "moved" | "ended" | "revoked" | "aged";
        };
        Result: {
            code?: string;
            detail?: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            entity_id?: string;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            outcome: "applied" | "refused" | "held" | "waiting" | "retry";
            replayed?: boolean;
            retry_after_ms?: number;
        };
        Team: {
            /** Format: uuid */
            id: string;
            is_active: boolean;
            /** Format: uuid */
            leader_id: string | null;
            member_ids: string[];
            name: string;
            /** Format: uuid */
            organization_id: string;
            phone: string;
            service_area: string[];
            version: number;
        };
        TeamMember: {
            /** Format: uuid */
            clinician_id: string;
        };
        TeamNew: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organization_id: string;
            phone: string;
            service_area?: string[];
        };
        TeamPage: {
            items: components["schemas"]["Team"][];
            next_cursor: string | null;
        };
        TeamPatch: {
            is_active?: boolean;
            name?: string;
            phone?: string;
            service_area?: string[];
        };
        Token: {
            access_token: string;
            /** Format: uuid */
            account_id: string;
            expires_in: number;
            /** Format: uuid */
            membership_id: string;
            memberships: components["schemas"]["Membership"][];
            name: string;
            /** @enum {unknown} */
            scope: "full" | "hand_in";
        };
        TokenRequest: {
            birth_year?: number;
            code?: string;
            /** Format: uuid */
            device_id?: string;
            /** Format: uuid */
            membership_id?: string;
            password?: string;
            phone?: string;
            /** @enum {unknown} */
            realm?: "staff" | "family";
            totp?: string;
        };
    };
    responses: {
        /** @description BadRequest */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Busy */
        Busy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Forbidden */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description IfMatchMissing */
        IfMatchMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NotFound */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NotJson */
        NotJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description NotSignedIn */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Refused */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Stale */
        Stale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TooLarge */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description TooMany */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
