/** The server's OpenAPI document in types. Written by `npm run api`; do not edit. */

export interface paths {
    "/api/v1/attachments/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        /** Look at a picture, for those who may see a visit that names it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sha256: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture, without metadata */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
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
        /** Bring a picture or a recording, whole or the next part of it. */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "Content-Range"?: string | null;
                };
                path: {
                    sha256: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "audio/mp4": string;
                    "audio/webm": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Upload"];
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{sha256}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        /** How much of a file has come from this account. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sha256: string;
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
                        "application/json": components["schemas"]["Upload"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Staff without a second factor, by number and password: a fresh one, to be confirmed by its first code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Enrol"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthenticatorSecret"];
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
    "/api/v1/auth/authenticator/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first code of it: from now on it counts. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnrolConfirm"];
                };
            };
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
                    "application/json": components["schemas"]["SignInCodeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInCodeSent"];
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
    "/api/v1/contract-checks/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** Whether a printed contract is genuine and still holds. Asked too often: 429. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
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
                        "application/json": components["schemas"]["ContractCheck"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contract-checks/{code}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** The contract on whose page this code is printed, for a supervisor who doubts it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
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
                        "application/json": components["schemas"]["VoidView"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the contracts in sight. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    team_id?: string | null;
                    resident_id?: string | null;
                    status?: "draft" | "pending_review" | "pending_sign" | "renewal_signed" | "active" | "suspended" | "expired" | "terminated" | "closed_death" | "voided" | "cancelled" | "rejected" | null;
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
                        "application/json": components["schemas"]["ContractPage"];
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
        /** Draft a contract with a team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ContractNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** One contract; the look is audited. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["Contract"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down other packages, for the resident to sign. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Amend"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a contract that is not in force. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/change-team": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a contract to another team of the institution. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeTeam"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractRow"];
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
    "/api/v1/contracts/{contract_id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** What is left of every item in every contract year. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["EntitlementList"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** What the institution wrote to the resident when it ended the contract. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["Letter"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** The contract as a page, to read and to print. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["ContractPageText"];
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
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
    "/api/v1/contracts/{contract_id}/page.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** The contract as a PDF to keep: the same bytes as long as nothing is signed anew. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The page, A4 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                400: components["responses"]["BadRequest"];
                401: components["responses"]["NotSignedIn"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Refused"];
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
    "/api/v1/contracts/{contract_id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** The photo of the page that was signed by hand, for those who may see all of the contract. */
        get: {
            parameters: {
                query?: {
                    amendment_id?: string | null;
                };
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The signed page, without metadata */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** The spoken consent of who signed with a finger, for those who may see all of the contract. */
        get: {
            parameters: {
                query?: {
                    amendment_id?: string | null;
                };
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description As it was recorded */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/mp4": string;
                        "audio/webm": string;
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The resident is back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Resume"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept for the team, or say why not. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/send-code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to the own phone, to sign with. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["SignCodeSent"];
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
    "/api/v1/contracts/{contract_id}/service-plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** What a contract owes in its running year, and how that stands. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["ServicePlan"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign for the resident; with the team's side signed already, the contract is active. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Sign"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/sign-amendment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign changed packages for the resident. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignAmendment"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the draft to the team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Submit"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a contract rest while the resident is away for long. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Suspend"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a contract today or on a later last day. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Terminate"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/contracts/{contract_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        /** The clauses, as accepted or as they would be today. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["ContractText"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{contract_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The contract was found to be false: it never counted. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Void"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractRow"];
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
    "/api/v1/contracts/{contract_id}/withdraw-amendment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contract_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up a change that does not hold yet. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contract_id: string;
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
                        "application/json": components["schemas"]["Contract"];
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
    "/api/v1/day-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a clinician's day in order. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DayPlanNew"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DayPlan"];
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
    "/api/v1/fee-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each team earned in a month. */
        get: {
            parameters: {
                query?: {
                    month_on?: string | null;
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
                        "application/json": components["schemas"]["FeeSumsList"];
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
    "/api/v1/fee-statements/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table for a spreadsheet, contract by contract. */
        get: {
            parameters: {
                query: {
                    month_on: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description With a line for each */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
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
    "/api/v1/fee-statements/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: string;
            };
            cookie?: never;
        };
        /** One team's month, contract by contract. */
        get: {
            parameters: {
                query: {
                    month_on: string;
                };
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
                        "application/json": components["schemas"]["FeeStatement"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is not being served (a leader's own teams), or what a manager has to look at. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    code?: "sns_1" | "sns_2" | "sns_3" | "sns_4" | "sns_5" | "sns_6" | null;
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
                        "application/json": components["schemas"]["FindingPage"];
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
    "/api/v1/findings/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the leader's own residents now. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Evaluate"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evaluated"];
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
    "/api/v1/findings/{finding_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                finding_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what came of a fraud review. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    finding_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Settle"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Finding"];
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
    "/api/v1/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List follow-ups. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    resident_id?: string | null;
                    team_id?: string | null;
                    due_before?: string | null;
                    status?: "due" | "done" | "lost" | "cancelled" | null;
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
                        "application/json": components["schemas"]["FollowUpPage"];
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
    "/api/v1/follow-ups/{follow_up_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                follow_up_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a planned follow-up fall away; the next regular one is planned. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    follow_up_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Leave"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FollowUp"];
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
    "/api/v1/follow-ups/{follow_up_id}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                follow_up_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the resident could not be reached; the next regular one is planned. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    follow_up_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveUp"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FollowUp"];
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
    "/api/v1/follow-ups/{follow_up_id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                follow_up_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was found; the next follow-up is planned. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    follow_up_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FollowUpRecord"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FollowUp"];
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
    "/api/v1/fulfilment-doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What residents have said and nobody has decided. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
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
                        "application/json": components["schemas"]["FulfilmentPage"];
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
    "/api/v1/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done for a resident. */
        get: {
            parameters: {
                query: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    resident_id: string;
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
                        "application/json": components["schemas"]["FulfilmentPage"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilments/{fulfilment_id}/contradict": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fulfilment_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is not true. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fulfilment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Contradict"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fulfilment"];
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
    "/api/v1/fulfilments/{fulfilment_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fulfilment_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide between the resident and the team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fulfilment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideDoubt"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fulfilment"];
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
    "/api/v1/fulfilments/{fulfilment_id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fulfilment_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how content somebody was. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fulfilment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Score"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fulfilment"];
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
    "/api/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a household. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HouseholdNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Household"];
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
    "/api/v1/households/{household_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: string;
            };
            cookie?: never;
        };
        /** A household and its people in sight. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    household_id: string;
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
                        "application/json": components["schemas"]["Household"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{household_id}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply for a household: a contract for each member, all of them or none. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    household_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplyTogether"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ContractList"];
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
    "/api/v1/me/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this account has a second factor. */
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
                        "application/json": components["schemas"]["Authenticator"];
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
        /** A fresh second factor, by a code of the present one; that one holds until the first code of the new one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AuthenticatorRenew"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthenticatorSecret"];
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
    "/api/v1/me/authenticator/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first code of the fresh one: from now on it counts, the former one no more. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FirstCode"];
                };
            };
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
    "/api/v1/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A resident's values. */
        get: {
            parameters: {
                query: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    resident_id: string;
                    kind?: "blood_pressure" | "glucose" | "pulse" | "temperature" | "spo2" | "weight" | "height" | "waist" | null;
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
                        "application/json": components["schemas"]["MeasurementPage"];
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
        /** Keep a value, on a visit or at the centre. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeasurementNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Measurement"];
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
    "/api/v1/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the packages that may be signed, or those of another status. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    status?: "draft" | "published" | "retired";
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
                        "application/json": components["schemas"]["PackagePage"];
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
        /** Draft the next version of a package. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PackageNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Package"];
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
    "/api/v1/packages/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of every package, and how many contracts run on each. */
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
                        "application/json": components["schemas"]["PackageVersionList"];
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
    "/api/v1/packages/{package_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                package_id: string;
            };
            cookie?: never;
        };
        /** One version of a package. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    package_id: string;
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
                        "application/json": components["schemas"]["Package"];
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
        /** Write a draft anew; `If-Match` names its revision. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    package_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PackageNew"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Package"];
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
        post?: never;
        /** Throw a draft away; `If-Match` names its revision. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    package_id: string;
                };
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
                412: components["responses"]["Stale"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["NotJson"];
                422: components["responses"]["Invalid"];
                428: components["responses"]["IfMatchMissing"];
                429: components["responses"]["TooMany"];
                503: components["responses"]["Busy"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages/{package_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                package_id: string;
            };
            cookie?: never;
        };
        /** What a draft changes, what stands in its way, whom it is meant for. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    package_id: string;
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
                        "application/json": components["schemas"]["Comparison"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/packages/{package_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                package_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let this version be signed; the one before is retired. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    package_id: string;
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
                        "application/json": components["schemas"]["Package"];
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
    "/api/v1/packages/{package_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                package_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let no new contract take this version. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    package_id: string;
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
                        "application/json": components["schemas"]["Package"];
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
    "/api/v1/prescriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List prescriptions. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    resident_id?: string | null;
                    team_id?: string | null;
                    status?: "draft" | "submitted" | "pharmacist_review" | "returned" | "approved" | "patient_confirmed" | "sent_to_pharmacy" | "dispensed" | "delivering" | "handed_over" | "completed" | "cancelled" | "expired" | "terminated" | null;
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
                        "application/json": components["schemas"]["PrescriptionPage"];
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
        /** Write a first long-term prescription. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PrescriptionNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prescription"];
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
    "/api/v1/prescriptions/{prescription_id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                prescription_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a prescription one step on: review, send, hand over. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    prescription_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PrescriptionAdvance"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prescription"];
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
    "/api/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is in which programme. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    resident_id?: string | null;
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
                        "application/json": components["schemas"]["EnrolmentPage"];
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
        /** Take a resident into a programme. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnrolmentNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
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
    "/api/v1/programmes/{enrolment_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrolment_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a resident's time in a programme. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    enrolment_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Leave"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
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
    "/api/v1/refill-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List refill requests. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    resident_id?: string | null;
                    team_id?: string | null;
                    status?: "pending" | "approved" | "refused" | "cancelled" | null;
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
                        "application/json": components["schemas"]["RefillPage"];
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
        /** Ask for more of the same. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefillNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refill"];
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
    "/api/v1/refill-requests/{request_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a wish back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefillCancel"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refill"];
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
    "/api/v1/refill-requests/{request_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a refill, or say why not. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RefillDecide"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refill"];
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
    "/api/v1/reports/export-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who wanted which people as a file, and what came of it. */
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
                        "application/json": components["schemas"]["ExportRequestList"];
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
        /** Ask for the people behind a number; another one of the office decides. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExportAsk"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExportRequest"];
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
    "/api/v1/reports/export-requests/{request_id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow another one's request, or don't. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExportDecide"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExportRequest"];
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
    "/api/v1/reports/export-requests/{request_id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The list as a file, once. Refused to whoever has no second person's leave, and noted. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The list */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv; charset=utf-8": string;
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
    "/api/v1/reports/exports/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The table as a file. */
        get: {
            parameters: {
                query: {
                    on?: string | null;
                    organization_id?: string | null;
                    team_id?: string | null;
                    village?: string | null;
                    kind: "csv" | "xlsx";
                    by?: "organization" | "team" | "village" | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                        "text/csv; charset=utf-8": string;
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
    "/api/v1/reports/exports/indicators/{code}/people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** Refused to everybody, and noted: a list of people's health needs a second person to allow it. */
        get: {
            parameters: {
                query?: {
                    on?: string | null;
                    organization_id?: string | null;
                    team_id?: string | null;
                    village?: string | null;
                    part?: "numerator" | "denominator" | "gap";
                };
                header?: never;
                path: {
                    code: string;
                };
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
    "/api/v1/reports/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every indicator of a scope, with its fraction, as of a census day. */
        get: {
            parameters: {
                query?: {
                    on?: string | null;
                    organization_id?: string | null;
                    team_id?: string | null;
                    village?: string | null;
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
                        "application/json": components["schemas"]["Indicators"];
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
    "/api/v1/reports/indicators/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** One indicator by institution, team or village. */
        get: {
            parameters: {
                query?: {
                    on?: string | null;
                    organization_id?: string | null;
                    team_id?: string | null;
                    village?: string | null;
                    by?: "organization" | "team" | "village";
                };
                header?: never;
                path: {
                    code: string;
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
                        "application/json": components["schemas"]["IndicatorDetail"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/indicators/{code}/people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** Who stands behind a number, names masked; of answers and of groups of data level 5 nobody. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    on?: string | null;
                    organization_id?: string | null;
                    team_id?: string | null;
                    village?: string | null;
                    part?: "numerator" | "denominator" | "gap";
                };
                header?: never;
                path: {
                    code: string;
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
                        "application/json": components["schemas"]["BehindPage"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed, who got what was owed this year, who was never served. */
        get: {
            parameters: {
                query?: {
                    on?: string | null;
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
                        "application/json": components["schemas"]["Overview"];
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
    "/api/v1/reports/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every indicator at the ends of the last months, quarters or years, and on the day itself. */
        get: {
            parameters: {
                query?: {
                    on?: string | null;
                    organization_id?: string | null;
                    team_id?: string | null;
                    village?: string | null;
                    every?: "month" | "quarter" | "year";
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
                        "application/json": components["schemas"]["Trend"];
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
    "/api/v1/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the residents in sight; masked for whoever does not care for them. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    team_id?: string | null;
                    village?: string | null;
                    name?: string | null;
                    group?: "K01" | "K02" | "K03" | "K04" | "K05" | "K06" | "K07" | "K08" | "K09" | "K10" | "K11" | "K12" | "K13" | null;
                    risk?: "high" | "medium" | "low" | null;
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
                        "application/json": components["schemas"]["ResidentPage"];
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
        /** Register a resident. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResidentNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find residents of the county by their exact identity or phone number. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResidentSearch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResidentPage"];
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
    "/api/v1/residents/{resident_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        /** A resident's file, or its summary; the look is audited. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["Resident"];
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
        /** Change a resident's file; `If-Match` names the version. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResidentPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the resident sign in with this phone number. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
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
    "/api/v1/residents/{resident_id}/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a confirmed diagnosis. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConditionNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/conditions/{condition_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
                condition_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a diagnosis noted in error. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                    condition_id: string;
                };
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
    "/api/v1/residents/{resident_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        /** All consents given and withdrawn. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["ConsentList"];
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
        /** Give consent to one purpose. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConsentNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consent"];
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
    "/api/v1/residents/{resident_id}/consents/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the consent to one purpose. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConsentWithdraw"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Consent"];
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
    "/api/v1/residents/{resident_id}/death": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a death; what was planned ends with it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Death"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a key group that another office or a doctor tells. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FlagNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/flags/{flag_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
                flag_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key group that was told. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                    flag_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FlagEnd"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/identity-number": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        /** The identity number in clear; the look is audited. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["Identity"];
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
        /** Note the identity number, or that the document itself was seen. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IdentityCheck"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/level5": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        /** What only staff named for this resident may know; the look is audited. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["Level5"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{resident_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The resident has moved out of the area; what was planned here ends. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Move"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/named-staff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a clinician who may know what is of data level 5. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NamedStaffNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NamedStaff"];
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
    "/api/v1/residents/{resident_id}/named-staff/{clinician_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
                clinician_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The clinician may know no more. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                    clinician_id: string;
                };
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
    "/api/v1/residents/{resident_id}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a phone number. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhoneNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/residents/{resident_id}/phones/{phone_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
                phone_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a phone number. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                    phone_id: string;
                };
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
    "/api/v1/residents/{resident_id}/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        /** Who of the family helps; a helper sees only his or her own grant. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["ProxyList"];
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
        /** Let somebody of the family help. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProxyNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Proxy"];
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
    "/api/v1/residents/{resident_id}/proxies/{proxy_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
                proxy_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the help at once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
                    proxy_id: string;
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
                        "application/json": components["schemas"]["Proxy"];
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
    "/api/v1/residents/{resident_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resident_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The resident lives here again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["Resident"];
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
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finished visits that wait for their leader. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
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
                        "application/json": components["schemas"]["VisitPage"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a visit count, or give it back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VisitsReview"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many were content, where enough have answered. */
        get: {
            parameters: {
                query?: {
                    team_id?: string | null;
                    since_on?: string | null;
                    until_on?: string | null;
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
                        "application/json": components["schemas"]["Satisfaction"];
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
    "/api/v1/service-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List service items. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
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
                        "application/json": components["schemas"]["ServiceItemPage"];
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
    "/api/v1/service-items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        /** One service item. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
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
                        "application/json": components["schemas"]["ServiceItem"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-items/{code}/price": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the centre's own price. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ServiceItem"];
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
        /** Let held work take effect, for the one who did it, with its own times; it counts for the team of that time. */
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
                        "application/json": components["schemas"]["Decided"];
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
    "/api/v1/sync/held/{held_id}/move": {
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
        /** The same, but it counts for the team that cares for the resident now. */
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
                        "application/json": components["schemas"]["Decided"];
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
                        "application/json": components["schemas"]["Decided"];
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
                query?: never;
                header?: {
                    /** @description How much waits on the phone besides what is sent here; only when that has changed since it last said so */
                    "X-Jiayi-Waiting"?: number;
                };
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
                header?: {
                    /** @description How much waits on the phone besides what is sent here; only when that has changed since it last said so */
                    "X-Jiayi-Waiting"?: number;
                };
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
    "/api/v1/sync/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the staff has not synced since when, what was refused, what waits for a leader, how large the feed is. */
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
                        "application/json": components["schemas"]["Standing"];
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
    "/api/v1/sync/wiped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The browser has cleared what this phone kept: what of its work we have, and how much may be lost. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WipedBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Loss"];
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
    "/api/v1/visit-bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a resident's visits of the last year cost. */
        get: {
            parameters: {
                query: {
                    resident_id: string;
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
                        "application/json": components["schemas"]["VisitBillList"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-bills/{bill_id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bill_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the resident's part has come in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    bill_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PayBill"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitBill"];
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
    "/api/v1/visit-bills/{bill_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bill_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down materials, and what insurance and voucher take. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    bill_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SettleBill"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitBill"];
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
    "/api/v1/visit-bills/{bill_id}/undo-payment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bill_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take that back, until the month is booked. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    bill_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UndoPayment"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VisitBill"];
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
    "/api/v1/visit-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a team has people free. */
        get: {
            parameters: {
                query: {
                    team_id: string;
                    from_on: string;
                    days?: number;
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
                        "application/json": components["schemas"]["SlotList"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List visits in sight. */
        get: {
            parameters: {
                query?: {
                    /** @description next_cursor of the page before */
                    cursor?: string | null;
                    limit?: number;
                    team_id?: string | null;
                    clinician_id?: string | null;
                    resident_id?: string | null;
                    on?: string | null;
                    status?: "requested" | "accepted" | "scheduled" | "en_route" | "in_progress" | "completed" | "verified" | "declined" | "cancelled" | "missed" | "aborted" | null;
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
                        "application/json": components["schemas"]["VisitPage"];
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
        /** Ask for a visit. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VisitNew"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/start-unplanned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a visit at the door that nobody planned. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VisitStart"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        /** One visit. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
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
                        "application/json": components["schemas"]["Visit"];
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
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/{visit_id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Break a visit off. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reason"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/add-photo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a photo taken on the visit; its bytes come apart. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who goes and when. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Assign"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a visit off. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reason"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Arrive at the door. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckIn"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish the visit. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckOut"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the resident's confirmation. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Confirm"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not take a request. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Reason"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/depart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set out. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/locate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the position that came later, or why there is none. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Locate"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/measure": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a value measured on the visit. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Measure"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Measurement"];
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
    "/api/v1/visits/{visit_id}/miss": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody home, refused at the door, no answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Miss"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/record-services": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was done and what was not. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordServices"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/send-code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to the resident's phone, to be told at the door. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodeNew"];
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
    "/api/v1/visits/{visit_id}/unassign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take everybody off a visit. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
    "/api/v1/visits/{visit_id}/write-note": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visit_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note on the visit. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    visit_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Visit"];
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
        Account: {
            /** Format: uuid */
            account_id: string;
        };
        AccountNew: {
            phone: string;
        };
        Amend: {
            /** Format: uuid */
            amendment_id: string;
            /**
             * Format: date
             * @default null
             */
            from_on: string | null;
            package_ids: string[];
            /** @default null */
            reason: string | null;
        };
        Amendment: {
            /** Format: date */
            from_on: string;
            /** Format: uuid */
            id: string;
            package_ids: string[] | null;
            reason: string | null;
            refund_fen: number | null;
            refund_lines: components["schemas"]["RefundLine"][] | null;
            /** Format: date-time */
            signed_at: string | null;
            /** @enum {unknown} */
            status: "pending_sign" | "signed" | "in_force" | "cancelled";
            /** Format: uuid */
            team_id: string | null;
            text: components["schemas"]["AmendmentText"] | null;
            text_hash: string | null;
            was_package_ids: string[] | null;
            /** Format: uuid */
            was_team_id: string | null;
        };
        AmendmentText: {
            /** Format: uuid */
            amendment_id: string;
            clauses: string[];
            fees: {
                [key: string]: number;
            };
            /** Format: date */
            from_on: string;
            organization_name: string;
            packages: components["schemas"]["ClausePackage"][];
            resident_name: string;
            services: components["schemas"]["ClauseService"][];
            team_name: string;
            template_version: number;
        };
        Anchor: {
            boot: string;
            monotonic_ms: number;
            /** Format: date-time */
            server_time: string;
            /** Format: date-time */
            wall: string;
        };
        ApplyTogether: {
            /**
             * @default app
             * @enum {unknown}
             */
            channel: "app" | "counter" | "home_visit" | "phone_call" | "paper" | "import";
            members: components["schemas"]["HouseholdMember"][];
            /** Format: uuid */
            team_id: string;
        };
        Assign: {
            clinician_ids: string[];
            /** @default false */
            has_video_link: boolean;
            /** Format: date-time */
            planned_end_at: string;
            /** Format: date-time */
            planned_start_at: string;
        };
        Attempt: {
            /** @enum {unknown} */
            kind: "nobody_home" | "refused_at_door" | "no_answer";
            /** Format: date-time */
            occurred_at: string;
        };
        Authenticator: {
            is_enrolled: boolean;
        };
        AuthenticatorRenew: {
            totp?: string;
        };
        AuthenticatorSecret: {
            /** Format: date-time */
            expires_at: string;
            qr: string[];
            secret: string;
        };
        Behind: {
            denominator: number;
            name: string;
            numerator: number;
            /** Format: uuid */
            resident_id: string;
            /** Format: uuid */
            team_id: string | null;
            team_name: string | null;
            team_phone: string | null;
            village: string | null;
        };
        BehindPage: {
            items: components["schemas"]["Behind"][];
            next_cursor: string | null;
            /** Format: date */
            on: string;
        };
        Change: {
            after: unknown;
            before: unknown;
            code: string | null;
            /** @enum {unknown} */
            kind: "added" | "removed" | "changed";
            /** @enum {unknown} */
            part: "name" | "tier" | "line" | "target" | "item" | "contains" | "excludes" | "price" | "payer";
        };
        ChangeTeam: {
            /** Format: uuid */
            amendment_id: string;
            /**
             * Format: date
             * @default null
             */
            from_on: string | null;
            /** @default null */
            reason: string | null;
            /** Format: uuid */
            team_id: string;
        };
        Charge: {
            amount_fen: number;
            is_covered: boolean;
            is_elsewhere: boolean;
            item_code?: string;
            /** @enum {string} */
            kind: "item" | "home_visit" | "materials";
        };
        Check: {
            accuracy_metres: number | null;
            action_code: string | null;
            distance_metres: number | null;
            is_clock_doubtful: boolean;
            /** Format: date-time */
            occurred_at: string;
            reason_code: string | null;
            /** @enum {unknown} */
            verdict: "inside" | "near" | "outside" | "unknown";
        };
        CheckIn: {
            /** @default null */
            action_code: string | null;
            /** @default null */
            note: string | null;
            /** @default null */
            position: components["schemas"]["Position"] | null;
            /** @default null */
            reason_code: string | null;
        };
        CheckOut: {
            /** @default null */
            action_code: string | null;
            /**
             * Format: date
             * @default null
             */
            next_visit_on: string | null;
            /** @default null */
            note: string | null;
            /** @default null */
            position: components["schemas"]["Position"] | null;
            /** @default null */
            reason_code: string | null;
        };
        ClausePackage: {
            code: string;
            is_example_price: boolean;
            name: string;
            total_fen: number;
            version: number;
        };
        ClauseService: {
            is_example_price: boolean;
            item_code: string;
            name: string;
            price_fen: number | null;
            quota: number | null;
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
        CodeNew: {
            /** Format: uuid */
            resident_id: string;
        };
        CodeSent: {
            demo_code?: string;
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
        Comparison: {
            changes: components["schemas"]["Change"][];
            former_version: number | null;
            hurdles: components["schemas"]["Hurdle"][];
            qualified_count: number;
        };
        Condition: {
            icd10: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            since_on: string;
        };
        ConditionNew: {
            icd10: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            since_on: string;
        };
        Confirm: {
            /** @default null */
            code: string | null;
            /** @enum {unknown} */
            method: "strokes" | "code" | "carer" | "refused";
            /** @default null */
            reason: string | null;
            /** @default null */
            signer_name: string | null;
            /** @default null */
            strokes: components["schemas"]["Signature"] | null;
        };
        Confirmation: {
            /** Format: date-time */
            confirmed_at: string;
            /** @enum {unknown} */
            method: "strokes" | "code" | "carer" | "refused";
            signer_name: string | null;
        };
        Consent: {
            /** @enum {unknown} */
            channel: "app" | "counter" | "home_visit" | "phone_call" | "paper" | "import";
            /** Format: date-time */
            given_at: string;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            purpose: "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "C7" | "C8" | "C9" | "C10";
            version: number;
            /** Format: date-time */
            withdrawn_at: string | null;
        };
        ConsentGiven: {
            /** @enum {unknown} */
            purpose: "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "C7" | "C8" | "C9" | "C10";
            version: number;
        };
        ConsentList: {
            items: components["schemas"]["Consent"][];
        };
        ConsentNew: {
            /**
             * @default app
             * @enum {unknown}
             */
            channel: "app" | "counter" | "home_visit" | "phone_call" | "paper" | "import";
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            purpose: "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "C7" | "C8" | "C9" | "C10";
            version: number;
        };
        ConsentWithdraw: {
            /** @enum {unknown} */
            purpose: "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "C7" | "C8" | "C9" | "C10";
        };
        Contained: {
            code: string;
            when?: components["schemas"]["Criterion"];
        };
        Contract: {
            amendments?: components["schemas"]["Amendment"][];
            /** Format: date-time */
            applied_at?: string;
            /** @enum {unknown} */
            channel?: "app" | "counter" | "home_visit" | "phone_call" | "paper" | "import";
            end_note?: string | null;
            end_reason?: string | null;
            /** Format: date */
            ended_on?: string | null;
            /** Format: date */
            ends_on: string | null;
            entitlements?: components["schemas"]["Entitlement"][];
            exception_by_name?: string | null;
            exception_reason?: string | null;
            /** Format: uuid */
            household_id?: string | null;
            /** Format: uuid */
            id: string;
            is_outside_area?: boolean;
            letter?: components["schemas"]["LetterFacts"] | null;
            /** Format: uuid */
            offered_team_id?: string | null;
            /** Format: uuid */
            organization_id?: string;
            package_ids: string[];
            /** @enum {unknown} */
            phase?: "expiring" | "lapsed" | null;
            /** Format: date */
            proof_awaited_since_on?: string | null;
            refund_fen?: number | null;
            reject_reason?: string | null;
            /** Format: uuid */
            renews_id?: string | null;
            /** Format: uuid */
            resident_id: string;
            review_note?: string | null;
            /** Format: date-time */
            reviewed_at?: string | null;
            /** Format: date-time */
            signed_at?: string | null;
            /** Format: date */
            starts_on: string | null;
            /** @enum {unknown} */
            status: "draft" | "pending_review" | "pending_sign" | "renewal_signed" | "active" | "suspended" | "expired" | "terminated" | "closed_death" | "voided" | "cancelled" | "rejected";
            /** Format: date-time */
            submitted_at?: string | null;
            suggested_team_ids?: string[];
            suspensions?: components["schemas"]["Suspension"][];
            /** Format: uuid */
            team_id: string;
            text_hash?: string | null;
            version?: number;
            years?: number;
        };
        ContractCheck: {
            organization_name: string;
            /** Format: date */
            signed_on: string;
            signer_masked: string;
            /** @enum {unknown} */
            status: "genuine" | "ended" | "voided" | "changed";
        };
        ContractList: {
            items: components["schemas"]["ContractRow"][];
        };
        ContractNew: {
            /**
             * @default app
             * @enum {unknown}
             */
            channel: "app" | "counter" | "home_visit" | "phone_call" | "paper" | "import";
            /** Format: uuid */
            id: string;
            package_ids: string[];
            /** Format: uuid */
            resident_id: string;
            /** Format: uuid */
            team_id: string;
            /** @default null */
            years: number | null;
        };
        ContractPage: {
            items: components["schemas"]["ContractRow"][];
            next_cursor: string | null;
        };
        ContractPageText: {
            amendments: components["schemas"]["PageAmendment"][];
            check: string | null;
            check_svg: string | null;
            check_url: string | null;
            clauses: string[];
            digest: string;
            fees: string[][];
            note: string | null;
            packages: string[][];
            parties: components["schemas"]["PageLine"][];
            services: string[][];
            signatures: components["schemas"]["PageSignature"][];
            template: string;
            title: string;
            words: {
                [key: string]: string;
            };
        };
        ContractRow: {
            /** Format: date */
            ends_on: string | null;
            /** Format: uuid */
            id: string;
            package_ids: string[];
            /** @enum {unknown} */
            phase?: "expiring" | "lapsed" | null;
            /** Format: uuid */
            resident_id: string;
            /** Format: date */
            starts_on: string | null;
            /** @enum {unknown} */
            status: "draft" | "pending_review" | "pending_sign" | "renewal_signed" | "active" | "suspended" | "expired" | "terminated" | "closed_death" | "voided" | "cancelled" | "rejected";
            /** Format: uuid */
            team_id: string;
        };
        ContractText: {
            clauses: string[];
            /** Format: uuid */
            contract_id: string;
            fees: {
                [key: string]: number;
            };
            is_accepted: boolean;
            /** Format: uuid */
            organization_id: string;
            organization_name: string;
            packages: components["schemas"]["ClausePackage"][];
            /** Format: uuid */
            resident_id: string;
            resident_name: string;
            services: components["schemas"]["ClauseService"][];
            /** Format: uuid */
            team_id: string;
            team_name: string;
            team_phone: string | null;
            template_version: number;
            text_hash: string;
            years: number;
        };
        Contradict: {
            /** @default null */
            note: string | null;
            /** @enum {unknown} */
            reason: "nobody_came" | "not_done" | "other_day" | "other";
        };
        Counts: {
            controlled: components["schemas"]["Rate"];
            due_count: number;
            fulfilled: components["schemas"]["Rate"];
            fulfilled_count: number;
            key_group_count: number;
            key_group_signed: components["schemas"]["Rate"];
            renewed: components["schemas"]["Rate"];
            residents_count: number;
            signed: components["schemas"]["Rate"];
            signed_count: number;
            unserved_count: number;
            visits_confirmed: components["schemas"]["Rate"];
            visits_count: number;
            visits_month_count: number;
        };
        Criterion: {
            ability_level_from?: number;
            age_from?: number;
            conditions?: string[];
            conditions_min?: number;
            discharge_icd10_from?: string;
            discharge_icd10_to?: string;
            discharged_within_days?: number;
            group?: string;
            had_orthopaedic_surgery?: boolean;
            institution_beds_from?: number;
            is_flagged_disabled?: boolean;
            ltc_level_from?: number;
        };
        DayPlan: {
            /** Format: uuid */
            clinician_id: string;
            /** Format: date */
            on: string;
            visit_ids: string[];
        };
        DayPlanNew: {
            /** Format: uuid */
            clinician_id: string;
            /** Format: date */
            on: string;
            visit_ids: string[];
        };
        DaySlots: {
            free_count: number;
            /** Format: date */
            on: string;
            slots: components["schemas"]["Slot"][];
        };
        Death: {
            /** Format: date */
            deceased_on: string;
        };
        DecideDoubt: {
            /** @enum {unknown} */
            decision: "uphold" | "dismiss";
            note: string;
        };
        Decided: {
            account_name: string;
            code: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by_name: string | null;
            decision_note: string | null;
            /** Format: uuid */
            entity_id: string;
            followed: string[];
            /** Format: uuid */
            from_team_id: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            occurred_at: string;
            resident_ids: string[];
            /** @enum {unknown} */
            status: "open" | "filed" | "moved" | "voided";
            stopped: components["schemas"]["Stopped"] | null;
            team_ids: string[];
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
        Doubt: {
            /** Format: date-time */
            decided_at: string | null;
            decision_note: string | null;
            note: string | null;
            /** @enum {unknown} */
            reason: "nobody_came" | "not_done" | "other_day" | "other";
            /** Format: date-time */
            said_at: string;
            /** @enum {unknown} */
            status: "open" | "upheld" | "dismissed";
        };
        Drop: {
            bucket: string;
            /** @enum {unknown} */
            reason: "closed" | "left" | "revoked" | "changed" | "ended";
        };
        DrugLine: {
            daily_dose: number;
            dose_text: string;
            drug_id: string;
            name: string;
        };
        DrugLineIn: {
            daily_dose: number;
            dose_text: string;
            drug_id: string;
        };
        Enrol: {
            password: string;
            phone: string;
        };
        EnrolConfirm: {
            password: string;
            phone: string;
            totp: string;
        };
        Enrolment: {
            /** Format: date */
            diagnosed_on: string | null;
            /** @enum {unknown} */
            diagnosis_source: "here" | "hospital" | "records" | null;
            /** Format: date */
            ended_on: string | null;
            /** Format: date */
            enrolled_on: string;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            leave_reason: "moved_away" | "declined" | "deceased" | "entered_wrongly" | "seen_elsewhere" | null;
            /** @enum {unknown} */
            programme: "hypertension" | "diabetes";
            /** Format: uuid */
            resident_id: string;
        };
        EnrolmentNew: {
            /**
             * Format: date
             * @default null
             */
            diagnosed_on: string | null;
            /** @enum {unknown} */
            diagnosis_source: "here" | "hospital" | "records";
            /**
             * Format: date
             * @default null
             */
            first_due_on: string | null;
            /**
             * Format: uuid
             * @default null
             */
            first_follow_up_id: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            programme: "hypertension" | "diabetes";
            /** Format: uuid */
            resident_id: string;
        };
        EnrolmentPage: {
            items: components["schemas"]["Enrolment"][];
            next_cursor: string | null;
        };
        Entitlement: {
            consumed: number;
            /** Format: uuid */
            id: string;
            item_code: string;
            left: number | null;
            /** Format: date */
            period_end_on: string;
            /** Format: date */
            period_start_on: string;
            quota: number | null;
            reserved: number;
        };
        EntitlementList: {
            items: components["schemas"]["Entitlement"][];
        };
        Evaluate: Record<string, never>;
        Evaluated: {
            written_count: number;
        };
        ExportAsk: {
            code: string;
            /** @enum {unknown} */
            kind: "csv" | "xlsx";
            /**
             * Format: date
             * @default null
             */
            on: string | null;
            /**
             * Format: uuid
             * @default null
             */
            organization_id: string | null;
            /**
             * @default gap
             * @enum {unknown}
             */
            part: "numerator" | "denominator" | "gap";
            purpose: string;
            /**
             * Format: uuid
             * @default null
             */
            team_id: string | null;
            /** @default null */
            village: string | null;
        };
        ExportDecide: {
            /** @enum {unknown} */
            decision: "approve" | "refuse";
            /** @default null */
            note: string | null;
        };
        ExportRequest: {
            /** Format: date-time */
            asked_at: string;
            asked_by_name: string;
            /** Format: date */
            census_on: string;
            code: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by_name: string | null;
            decision_note: string | null;
            /** Format: date-time */
            fetched_at: string | null;
            /** Format: uuid */
            id: string;
            is_own: boolean;
            /** @enum {unknown} */
            kind: "csv" | "xlsx";
            /** @enum {unknown} */
            part: "numerator" | "denominator" | "gap";
            /** @enum {unknown} */
            phase: "asked" | "approved" | "refused" | "fetched" | "expired";
            purpose: string;
            rows_count: number | null;
            scope: {
                [key: string]: string;
            };
            /** Format: date-time */
            until_at: string | null;
        };
        ExportRequestList: {
            items: components["schemas"]["ExportRequest"][];
        };
        FeeLine: {
            base_fen: number;
            /** Format: uuid */
            contract_id: string;
            done_count: number;
            due_count: number;
            factor_bp: number;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "accrual" | "correction";
            lines: {
                [key: string]: number;
            };
            missing: components["schemas"]["ItemDue"][];
            /** Format: date */
            period_end_on: string;
            /** Format: date */
            period_start_on: string;
            /** @enum {string|null} */
            reason: "rested" | "voided" | null;
            /** Format: uuid */
            resident_id: string | null;
            resident_name: string | null;
            total_fen: number;
        };
        FeeStatement: {
            accrued_fen: number;
            base_fen: number;
            contracts_count: number;
            correction_count: number;
            correction_fen: number;
            corrections: components["schemas"]["FeeLine"][];
            done_count: number;
            due_count: number;
            full_count: number;
            lines: components["schemas"]["FeeLine"][];
            missing: components["schemas"]["Missing"][];
            /** Format: date */
            month_on: string;
            name: string;
            payers: {
                [key: string]: number;
            };
            share_bp: number;
            /** Format: uuid */
            team_id: string;
            team_share_fen: number;
            total_fen: number;
        };
        FeeSums: {
            accrued_fen: number;
            base_fen: number;
            contracts_count: number;
            correction_count: number;
            correction_fen: number;
            done_count: number;
            due_count: number;
            full_count: number;
            missing: components["schemas"]["Missing"][];
            /** Format: date */
            month_on: string;
            name: string;
            payers: {
                [key: string]: number;
            };
            share_bp: number;
            /** Format: uuid */
            team_id: string;
            team_share_fen: number;
            total_fen: number;
        };
        FeeSumsList: {
            items: components["schemas"]["FeeSums"][];
            /** Format: date */
            month_on: string | null;
            months: string[];
        };
        FeedStanding: {
            bytes: number;
            closed_count: number;
            documents_count: number;
            largest_bytes: number;
            open_count: number;
            removed_count: number;
            sort: string;
        };
        Finding: {
            /** Format: uuid */
            clinician_id: string | null;
            /** @enum {unknown} */
            code: "sns_1" | "sns_2" | "sns_3" | "sns_4" | "sns_5" | "sns_6";
            /** Format: uuid */
            contract_id: string | null;
            detail: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            /** Format: date */
            period_on: string | null;
            /** Format: uuid */
            resident_id: string | null;
            /** @enum {unknown} */
            severity: "red" | "amber" | "fraud_review" | "note";
            /** Format: date */
            since_on: string;
            /** Format: uuid */
            team_id: string | null;
        };
        FindingPage: {
            items: components["schemas"]["Finding"][];
            next_cursor: string | null;
        };
        FirstCode: {
            totp: string;
        };
        Flag: {
            /** @enum {unknown} */
            code: "K01" | "K02" | "K03" | "K04" | "K05" | "K06" | "K07" | "K08" | "K09" | "K10" | "K11" | "K12" | "K13";
            /** @enum {unknown} */
            evidence_source: "rule" | "list" | "certificate" | "assessment" | "doctor";
            /** Format: uuid */
            id: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_to: string | null;
        };
        FlagEnd: {
            /** Format: date */
            valid_to: string;
        };
        FlagNew: {
            /** @enum {unknown} */
            code: "K01" | "K02" | "K03" | "K04" | "K05" | "K06" | "K07" | "K08" | "K09" | "K10" | "K11" | "K12" | "K13";
            /** @enum {unknown} */
            evidence_source: "rule" | "list" | "certificate" | "assessment" | "doctor";
            /** Format: uuid */
            id: string;
            /** Format: date */
            valid_from: string;
            /**
             * Format: date
             * @default null
             */
            valid_to: string | null;
        };
        FollowUp: {
            /** @enum {unknown} */
            adherence: "regular" | "intermittent" | "not_taking" | null;
            /** @enum {unknown} */
            compliance: "good" | "fair" | "poor" | null;
            /** @enum {unknown} */
            coping: "good" | "fair" | "poor" | null;
            danger_signs: string[];
            diastolic: number | null;
            /** Format: date-time */
            done_at: string | null;
            /** Format: uuid */
            done_by: string | null;
            /** Format: date */
            due_on: string;
            fasting: number | null;
            /** @enum {unknown} */
            foot_pulse: "normal" | "weak" | "absent" | null;
            has_new_complication: boolean;
            /** Format: uuid */
            id: string;
            is_clock_doubtful: boolean;
            is_face_to_face: boolean;
            is_in_target: boolean | null;
            is_pregnant_or_lactating: boolean;
            /** @enum {unknown} */
            leave_reason: "moved_away" | "declined" | "deceased" | "entered_wrongly" | "seen_elsewhere" | null;
            /** @enum {unknown} */
            mode: "clinic" | "home" | "phone" | "video" | null;
            /** Format: uuid */
            next_follow_up_id: string | null;
            note: string | null;
            /** @enum {unknown} */
            outcome: "danger" | "refer" | "adjust" | "satisfied" | null;
            persistent_pulse: number | null;
            /** @enum {unknown} */
            programme: "hypertension" | "diabetes";
            random: number | null;
            /** @enum {unknown} */
            reaction: "none" | "some" | "hard" | null;
            referral_reasons: ("pressure" | "glucose_high" | "glucose_low" | "pulse" | "temperature" | "signs" | "pregnancy" | "high_again" | "reaction" | "complication")[] | null;
            referred_to: string | null;
            /** Format: uuid */
            resident_id: string;
            /** @enum {unknown} */
            salt: "light" | "medium" | "heavy" | null;
            /** @enum {unknown} */
            spoke_with: "self" | "spouse" | "son" | "daughter" | "grandchild" | "parent" | "grandparent" | "sibling" | "other" | null;
            /** @enum {unknown} */
            status: "due" | "done" | "lost" | "cancelled";
            symptoms: string[];
            systolic: number | null;
            temperature: number | null;
            version: number;
            /** Format: uuid */
            visit_id: string | null;
        };
        FollowUpPage: {
            items: components["schemas"]["FollowUp"][];
            next_cursor: string | null;
        };
        FollowUpRecord: {
            /** @enum {unknown} */
            adherence: "regular" | "intermittent" | "not_taking";
            /**
             * @default null
             * @enum {unknown}
             */
            compliance: "good" | "fair" | "poor" | null;
            /**
             * @default null
             * @enum {unknown}
             */
            coping: "good" | "fair" | "poor" | null;
            danger_signs?: string[];
            /** @default null */
            diastolic: number | null;
            /** @default null */
            fasting: number | null;
            /**
             * @default null
             * @enum {unknown}
             */
            foot_pulse: "normal" | "weak" | "absent" | null;
            /** @default false */
            has_new_complication: boolean;
            /** @default false */
            is_pregnant_or_lactating: boolean;
            /** @enum {unknown} */
            mode: "clinic" | "home" | "phone" | "video";
            /** @default null */
            note: string | null;
            /** @default null */
            persistent_pulse: number | null;
            /**
             * @default null
             * @enum {unknown}
             */
            programme: "hypertension" | "diabetes" | null;
            /** @default null */
            random: number | null;
            /**
             * @default none
             * @enum {unknown}
             */
            reaction: "none" | "some" | "hard";
            /** @default null */
            referred_to: string | null;
            /**
             * Format: uuid
             * @default null
             */
            resident_id: string | null;
            /**
             * @default null
             * @enum {unknown}
             */
            salt: "light" | "medium" | "heavy" | null;
            /**
             * @default null
             * @enum {unknown}
             */
            spoke_with: "self" | "spouse" | "son" | "daughter" | "grandchild" | "parent" | "grandparent" | "sibling" | "other" | null;
            symptoms?: string[];
            /** @default null */
            systolic: number | null;
            /** @default null */
            temperature: number | null;
            /**
             * Format: uuid
             * @default null
             */
            visit_id: string | null;
        };
        Fulfilment: {
            /** @enum {unknown} */
            asked: "app" | "call";
            /** Format: uuid */
            contract_id: string | null;
            /** Format: date-time */
            done_at: string;
            /** Format: date */
            done_on: string;
            doubt: components["schemas"]["Doubt"] | null;
            /** Format: uuid */
            encounter_id: string;
            /** Format: uuid */
            follow_up_id: string | null;
            /** @enum {unknown} */
            how: "home" | "clinic" | "call";
            /** Format: uuid */
            id: string;
            is_counted: boolean;
            item_code: string;
            /** Format: uuid */
            performed_by: string | null;
            /** Format: uuid */
            resident_id: string;
            shortfalls: ("wrong_role" | "no_time" | "no_place" | "no_call" | "no_result" | "contradicted")[];
            /** Format: uuid */
            team_id: string;
            /** Format: uuid */
            visit_id: string | null;
        };
        FulfilmentPage: {
            items: components["schemas"]["Fulfilment"][];
            next_cursor: string | null;
        };
        GiveUp: Record<string, never>;
        Growth: {
            points: number;
            points_max: number;
            points_min: number;
            /** Format: date */
            since_on: string;
        };
        Held: {
            account_name: string;
            code: string;
            /** Format: date-time */
            decided_at: string | null;
            decided_by_name: string | null;
            decision_note: string | null;
            /** Format: uuid */
            entity_id: string;
            /** Format: uuid */
            from_team_id: string | null;
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
        HeldStanding: {
            count: number;
            day_count: number;
            older_count: number;
            /** Format: date-time */
            oldest_at: string | null;
            week_count: number;
        };
        Household: {
            address: string;
            /** Format: uuid */
            id: string;
            name: string;
            residents: components["schemas"]["ResidentRow"][];
        };
        HouseholdMember: {
            consents?: components["schemas"]["ConsentGiven"][];
            /** Format: uuid */
            id: string;
            package_ids: string[];
            /** Format: uuid */
            resident_id: string;
            /** @default null */
            years: number | null;
        };
        HouseholdNew: {
            address: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        Hurdle: {
            /** @enum {unknown} */
            code: "empty" | "twice" | "unknown_payer" | "payers_sum" | "unknown_item" | "unknown_package" | "contains_itself" | "nobody_performs" | "nobody_qualifies" | "nothing_changed" | "example_price";
            detail: {
                [key: string]: string;
            };
            is_blocking: boolean;
        };
        Identity: {
            identity_number: string;
        };
        IdentityCheck: {
            identity_number: string;
            is_document_seen: boolean;
        };
        Indicator: {
            /** @enum {unknown} */
            area: "signing" | "serving" | "health" | "voice" | "groups";
            code: string;
            denominator: number | null;
            group: string | null;
            is_listed: boolean;
            mark: string;
            numerator: number | null;
            percent: number | null;
            source: string;
            targets: components["schemas"]["Target"][];
            /** @enum {unknown} */
            unit: "person" | "contract" | "service" | "answer" | "visit";
            /** @enum {unknown} */
            untold: "no_data" | "nobody" | "too_few_answers" | "few" | null;
        };
        IndicatorDetail: {
            /** @enum {unknown} */
            area: "signing" | "serving" | "health" | "voice" | "groups";
            /** @enum {unknown} */
            by: "organization" | "team" | "village";
            changed_count: number;
            code: string;
            /** Format: date-time */
            counted_at: string;
            denominator: number | null;
            group: string | null;
            growth: components["schemas"]["Growth"] | null;
            is_listed: boolean;
            mark: string;
            numerator: number | null;
            /** Format: date */
            on: string;
            percent: number | null;
            rows: components["schemas"]["IndicatorPart"][];
            source: string;
            targets: components["schemas"]["Target"][];
            /** @enum {unknown} */
            unit: "person" | "contract" | "service" | "answer" | "visit";
            /** @enum {unknown} */
            untold: "no_data" | "nobody" | "too_few_answers" | "few" | null;
        };
        IndicatorPart: {
            denominator: number | null;
            /** Format: uuid */
            id: string | null;
            name: string;
            numerator: number | null;
            of: string | null;
            percent: number | null;
            /** @enum {unknown} */
            untold: "no_data" | "nobody" | "too_few_answers" | "few" | null;
        };
        Indicators: {
            changed_count: number;
            /** Format: date-time */
            counted_at: string;
            items: components["schemas"]["Indicator"][];
            /** Format: date */
            on: string;
        };
        ItemDue: {
            done: number;
            due: number;
            item_code: string;
        };
        Leave: {
            /** @enum {unknown} */
            leave_reason: "moved_away" | "declined" | "deceased" | "entered_wrongly" | "seen_elsewhere";
        };
        Letter: {
            /** Format: date */
            ends_on: string | null;
            paragraphs: string[];
            /** Format: date */
            told_on: string;
        };
        LetterFacts: {
            done_count: number;
            /** Format: date */
            ends_on: string;
            offered: components["schemas"]["Offered"] | null;
            organization_name: string;
            reason_code: string;
            resident_name: string;
            team_name: string;
            team_phone: string | null;
            /** Format: date */
            told_on: string;
        };
        Level5: {
            conditions: components["schemas"]["Condition"][];
            flags: components["schemas"]["Flag"][];
            /** Format: uuid */
            resident_id: string;
        };
        Line: {
            /** Format: uuid */
            contract_id: string | null;
            /** Format: uuid */
            id: string;
            is_over_quota: boolean;
            item_code: string;
            /** @enum {unknown} */
            outcome: "planned" | "done" | "not_done";
            /** Format: uuid */
            resident_id: string;
        };
        LineDone: {
            /** Format: uuid */
            id?: string;
            item_code: string;
            /** @enum {unknown} */
            outcome: "planned" | "done" | "not_done";
            /** @default null */
            reason: string | null;
            /** Format: uuid */
            resident_id: string;
        };
        LineNew: {
            /** Format: uuid */
            id?: string;
            item_code: string;
            /** Format: uuid */
            resident_id: string;
        };
        Locate: {
            /** @default null */
            action_code: string | null;
            /** @default null */
            note: string | null;
            /** @default null */
            position: components["schemas"]["Position"] | null;
            /** @default null */
            reason_code: string | null;
            /** @enum {unknown} */
            which: "in" | "out";
        };
        Loss: {
            /** Format: date-time */
            last_pull_at: string | null;
            /** Format: date-time */
            last_push_at: string | null;
            last_received: components["schemas"]["Received"][];
            lost_count: number | null;
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
        Measure: {
            /** @enum {unknown} */
            kind: "blood_pressure" | "glucose" | "pulse" | "temperature" | "spo2" | "weight" | "height" | "waist";
            /** Format: uuid */
            measurement_id: string;
            /** @default null */
            note: string | null;
            /** Format: uuid */
            resident_id: string;
            /** @enum {unknown} */
            unit: "mmHg" | "mmol/L" | "mg/dL" | "bpm" | "celsius" | "percent" | "kg" | "cm";
            values: {
                [key: string]: number;
            };
        };
        Measurement: {
            /** Format: uuid */
            clinician_id?: string;
            /** Format: uuid */
            id: string;
            is_danger: boolean;
            is_suspicious?: boolean;
            /** @enum {unknown} */
            kind: "blood_pressure" | "glucose" | "pulse" | "temperature" | "spo2" | "weight" | "height" | "waist";
            /** Format: date-time */
            measured_at: string;
            note?: string | null;
            /** Format: uuid */
            resident_id: string;
            /** @enum {unknown} */
            unit: "mmHg" | "mmol/L" | "mg/dL" | "bpm" | "celsius" | "percent" | "kg" | "cm";
            values: {
                [key: string]: number;
            };
            /** Format: uuid */
            visit_id: string | null;
        };
        MeasurementNew: {
            /** @enum {unknown} */
            kind: "blood_pressure" | "glucose" | "pulse" | "temperature" | "spo2" | "weight" | "height" | "waist";
            /** Format: uuid */
            measurement_id: string;
            /** @default null */
            note: string | null;
            /** Format: uuid */
            resident_id: string;
            /** @enum {unknown} */
            unit: "mmHg" | "mmol/L" | "mg/dL" | "bpm" | "celsius" | "percent" | "kg" | "cm";
            values: {
                [key: string]: number;
            };
            /**
             * Format: uuid
             * @default null
             */
            visit_id: string | null;
        };
        MeasurementPage: {
            items: components["schemas"]["Measurement"][];
            next_cursor: string | null;
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
        Miss: {
            /** @default null */
            note: string | null;
            /** @default null */
            position: components["schemas"]["Position"] | null;
            /** @enum {unknown} */
            reason_code: "nobody_home" | "refused_at_door" | "no_answer";
        };
        Missing: {
            contracts_count: number;
            item_code: string;
            missing_count: number;
        };
        Move: {
            /** Format: date */
            moved_on: string;
            /** @default null */
            moved_to: string | null;
        };
        NamedStaff: {
            /** Format: uuid */
            clinician_id: string;
            /** Format: date-time */
            named_at: string;
            /** Format: uuid */
            resident_id: string;
        };
        NamedStaffNew: {
            /** Format: uuid */
            clinician_id: string;
            reason: string;
        };
        Note: {
            note: string;
        };
        Nothing: Record<string, never>;
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
        Offered: {
            team_name: string;
            team_phone: string | null;
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
        OrganizationCounts: {
            counts: components["schemas"]["Counts"];
            name: string;
            /** Format: uuid */
            organization_id: string;
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
        Overview: {
            changed_count: number;
            /** Format: date-time */
            counted_at: string;
            /** Format: date */
            on: string;
            organizations: components["schemas"]["OrganizationCounts"][];
            teams: components["schemas"]["TeamCounts"][];
            total: components["schemas"]["Counts"];
            villages: components["schemas"]["VillageCounts"][];
        };
        Package: {
            code: string;
            contains: components["schemas"]["Contained"][];
            excludes: string[];
            /** Format: uuid */
            id: string;
            is_example_price: boolean;
            line: string;
            lines: components["schemas"]["PackageLine"][];
            name: string;
            name_en: string;
            payer_split: {
                [key: string]: number;
            };
            /** @enum {unknown} */
            status: "draft" | "published" | "retired";
            target: components["schemas"]["Criterion"][];
            /** @enum {unknown} */
            tier: "basic" | "mid" | "high" | "institution";
            total_fen: number;
            version: number;
        };
        PackageLine: {
            item_code: string;
            quota?: number;
            when?: components["schemas"]["Criterion"];
        };
        PackageNew: {
            code: string;
            contains?: components["schemas"]["Contained"][];
            excludes?: string[];
            /** @default true */
            is_example_price: boolean;
            line: string;
            lines: components["schemas"]["PackageLine"][];
            name: string;
            name_en: string;
            payer_split: {
                [key: string]: number;
            };
            target: components["schemas"]["Criterion"][];
            /** @enum {string} */
            tier: "basic" | "mid" | "high" | "institution";
            total_fen: number;
        };
        PackagePage: {
            items: components["schemas"]["Package"][];
            next_cursor: string | null;
        };
        PackageVersion: {
            code: string;
            /** Format: uuid */
            id: string;
            is_example_price: boolean;
            name: string;
            name_en: string;
            payer_split: {
                [key: string]: number;
            };
            running_count: number;
            /** @enum {string} */
            status: "draft" | "published" | "retired";
            /** @enum {string} */
            tier: "basic" | "mid" | "high" | "institution";
            total_fen: number;
            version: number;
        };
        PackageVersionList: {
            items: components["schemas"]["PackageVersion"][];
        };
        PageAmendment: {
            digest: string;
            fees: string[][];
            id: string;
            packages: string[][];
            services: string[][];
            signatures: components["schemas"]["PageSignature"][];
            title: string;
        };
        PageLine: {
            label: string;
            value: string;
        };
        PageSignature: {
            at: string | null;
            has_recording: boolean;
            name: string | null;
            notes: string[];
            side: string;
            svg: string | null;
            way: string | null;
        };
        PatientConfirmation: {
            /** @default false */
            has_education: boolean;
            /** @default false */
            has_record: boolean;
            /** @default false */
            has_signature: boolean;
            /** @default false */
            has_strict_assessment: boolean;
        };
        PayBill: {
            /** @enum {unknown} */
            how: "cash" | "scan" | "card";
            /** Format: date */
            paid_on: string;
        };
        Payment: {
            amount_fen: number;
            /** @enum {unknown} */
            how: "cash" | "scan" | "card";
            /** Format: date */
            paid_on: string;
        };
        Phone: {
            /** Format: uuid */
            id: string;
            label: string | null;
            number: string;
            /** @enum {unknown} */
            relation: "self" | "spouse" | "son" | "daughter" | "grandchild" | "parent" | "grandparent" | "sibling" | "other";
        };
        PhoneNew: {
            /** Format: uuid */
            id: string;
            /** @default null */
            label: string | null;
            number: string;
            /**
             * @default self
             * @enum {unknown}
             */
            relation: "self" | "spouse" | "son" | "daughter" | "grandchild" | "parent" | "grandparent" | "sibling" | "other";
        };
        PhoneStanding: {
            /** Format: uuid */
            device_id: string | null;
            held_count: number;
            /** Format: date-time */
            last_pull_at: string | null;
            /** Format: date-time */
            last_push_at: string | null;
            /** Format: date-time */
            last_seen_at: string | null;
            longest_wait_minutes: number | null;
            lost_count: number | null;
            name: string;
            refused_count: number;
            /** @enum {unknown} */
            role: "resident" | "proxy" | "clinician" | "team_leader" | "manager" | "supervisor" | "admin" | "integration";
            waiting_count: number | null;
            /** Format: date-time */
            wiped_at: string | null;
        };
        Photo: {
            /**
             * @default care
             * @enum {unknown}
             */
            kind: "care" | "place";
            /** Format: uuid */
            resident_id: string;
            sha256: string;
        };
        PhotoSeen: {
            is_here: boolean;
            /** @enum {unknown} */
            kind: "care" | "place";
            /** Format: uuid */
            resident_id: string;
            sha256: string;
            /** Format: date-time */
            taken_at: string;
        };
        Place: {
            /** @enum {unknown} */
            datum: "wgs84" | "gcj02" | "bd09";
            latitude: number;
            longitude: number;
        };
        PlanItem: {
            item_code: string;
            windows: components["schemas"]["Window"][];
        };
        Position: {
            /** @default null */
            accuracy_metres: number | null;
            /** @enum {unknown} */
            datum: "wgs84" | "gcj02" | "bd09";
            latitude: number;
            longitude: number;
        };
        Prescription: {
            days_supply: number;
            diagnosis_icd10: string;
            /** Format: date */
            dispensed_on: string | null;
            drugs: components["schemas"]["DrugLine"][];
            /** Format: uuid */
            id: string;
            is_long_term: boolean;
            /** Format: date */
            issued_on: string;
            /** Format: uuid */
            organization_id: string;
            /** Format: uuid */
            prescriber_id: string;
            /** Format: date */
            refill_opens_on: string | null;
            /** Format: date */
            regimen_since_on: string;
            /** Format: uuid */
            replaces_id: string | null;
            /** Format: uuid */
            resident_id: string;
            /** @enum {unknown} */
            status: "draft" | "submitted" | "pharmacist_review" | "returned" | "approved" | "patient_confirmed" | "sent_to_pharmacy" | "dispensed" | "delivering" | "handed_over" | "completed" | "cancelled" | "expired" | "terminated";
            /** Format: date */
            supply_end_on: string | null;
            version: number;
        };
        PrescriptionAdvance: {
            /** @enum {unknown} */
            action: "submit" | "take_up" | "return" | "approve" | "confirm" | "send" | "dispense" | "deliver" | "hand_over" | "complete" | "cancel" | "expire" | "terminate";
        };
        PrescriptionNew: {
            /** @default null */
            confirmation: components["schemas"]["PatientConfirmation"] | null;
            days_supply: number;
            diagnosis_icd10: string;
            drugs: components["schemas"]["DrugLineIn"][];
            /** @default null */
            egfr: number | null;
            /** @default false */
            has_reviewed: boolean;
            /** Format: uuid */
            id: string;
            /** Format: date */
            regimen_since_on: string;
            /** Format: uuid */
            resident_id: string;
        };
        PrescriptionPage: {
            items: components["schemas"]["Prescription"][];
            next_cursor: string | null;
        };
        Price: {
            price_fen: number;
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
        Proxy: {
            /** Format: uuid */
            account_id: string;
            /** Format: date */
            expires_on: string;
            granted_by_staff: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {unknown} */
            relation: "self" | "spouse" | "son" | "daughter" | "grandchild" | "parent" | "grandparent" | "sibling" | "other";
            /** Format: uuid */
            resident_id: string;
            /** Format: date-time */
            revoked_at: string | null;
            scopes: ("view_summary" | "view_full" | "book" | "sign_renewal" | "receive_alerts" | "pay")[];
            /** Format: date */
            valid_from: string;
        };
        ProxyList: {
            items: components["schemas"]["Proxy"][];
        };
        ProxyNew: {
            /**
             * Format: date
             * @default null
             */
            expires_on: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            /** @enum {unknown} */
            relation: "self" | "spouse" | "son" | "daughter" | "grandchild" | "parent" | "grandparent" | "sibling" | "other";
            scopes: ("view_summary" | "view_full" | "book" | "sign_renewal" | "receive_alerts" | "pay")[];
        };
        Pull: {
            cursor: string;
            documents: components["schemas"]["Document"][];
            dropped: string[];
            drops?: components["schemas"]["Drop"][];
            /** Format: uuid */
            epoch: string;
            more: boolean;
            removed: components["schemas"]["Removed"][];
            /** Format: date-time */
            server_time: string;
            total?: number;
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
        Rate: {
            denominator: number;
            numerator: number;
            percent: number | null;
        };
        Read: Record<string, never>;
        Reason: {
            /** @default null */
            note: string | null;
            reason_code: string;
        };
        Received: {
            /** Format: uuid */
            entity_id: string;
            kind: string;
            /** Format: date-time */
            occurred_at: string;
            /** @enum {unknown} */
            outcome: "applied" | "refused" | "held" | "waiting" | "retry";
            /** Format: date-time */
            received_at: string;
        };
        RecordServices: {
            services: components["schemas"]["LineDone"][];
        };
        Refill: {
            days: number | null;
            /** Format: date-time */
            decided_at: string | null;
            /** Format: uuid */
            decided_by: string | null;
            /** @enum {unknown} */
            early_reason: "travel" | "loss" | "dose_change" | null;
            /** Format: uuid */
            id: string;
            is_suspended: boolean;
            /** Format: uuid */
            new_prescription_id: string | null;
            note: string | null;
            /** Format: uuid */
            prescription_id: string;
            refused_note: string | null;
            /** @enum {unknown} */
            refused_reason: "uncontrolled" | "must_be_seen" | "dose_changes" | "adverse_reaction" | "still_enough" | "not_needed" | null;
            /** Format: date-time */
            requested_at: string;
            /** Format: uuid */
            resident_id: string;
            /** @enum {unknown} */
            status: "pending" | "approved" | "refused" | "cancelled";
            version: number;
        };
        RefillCancel: Record<string, never>;
        RefillDecide: {
            /** @default null */
            days: number | null;
            /** @enum {unknown} */
            decision: "approve" | "refuse";
            /** @default false */
            has_reviewed: boolean;
            /** @default null */
            refused_note: string | null;
            /**
             * @default null
             * @enum {unknown}
             */
            refused_reason: "uncontrolled" | "must_be_seen" | "dose_changes" | "adverse_reaction" | "still_enough" | "not_needed" | null;
        };
        RefillNew: {
            /**
             * @default null
             * @enum {unknown}
             */
            early_reason: "travel" | "loss" | "dose_change" | null;
            /** Format: uuid */
            id: string;
            /** @default null */
            note: string | null;
            /** Format: uuid */
            prescription_id: string;
        };
        RefillPage: {
            items: components["schemas"]["Refill"][];
            next_cursor: string | null;
        };
        RefundLine: {
            amount_fen: number;
            item_code: string;
            unit_fen: number;
            unused_count: number;
        };
        RefusedStanding: {
            accounts_count: number;
            code: string | null;
            count: number;
            kind: string;
            /** Format: date-time */
            last_at: string;
        };
        Removed: {
            bucket: string;
            /** Format: uuid */
            id: string;
            kind: string;
            /** @enum {unknown} */
            reason: "moved" | "ended" | "revoked" | "aged" | "deleted";
        };
        Resident: {
            ability_level?: number | null;
            /** @enum {unknown} */
            access: "full" | "summary" | "none";
            address_text?: string | null;
            allergies?: string[];
            /** Format: date */
            assessed_on?: string | null;
            /** Format: date */
            birth_on?: string;
            /** Format: uuid */
            care_team_id: string | null;
            conditions?: components["schemas"]["Condition"][];
            /** Format: date */
            deceased_on?: string | null;
            /** Format: uuid */
            elder_home_id?: string | null;
            flags?: components["schemas"]["Flag"][];
            /** Format: uuid */
            household_id?: string | null;
            /** Format: uuid */
            id: string;
            identity_level?: number;
            identity_masked?: string | null;
            latitude?: number | null;
            longitude?: number | null;
            ltc_level?: number | null;
            /** Format: date */
            moved_on?: string | null;
            moved_to?: string | null;
            name: string;
            phones?: components["schemas"]["Phone"][];
            /** @enum {unknown} */
            risk?: "high" | "medium" | "low";
            /** @enum {unknown} */
            sex?: "unknown" | "male" | "female" | "not_stated";
            version: number;
            village?: string | null;
            village_group?: string | null;
        };
        ResidentNew: {
            /** @default null */
            address_text: string | null;
            allergies?: string[];
            /**
             * Format: date
             * @default null
             */
            birth_on: string | null;
            /**
             * Format: uuid
             * @default null
             */
            care_team_id: string | null;
            conditions?: components["schemas"]["ConditionNew"][];
            /**
             * Format: uuid
             * @default null
             */
            elder_home_id: string | null;
            /**
             * Format: uuid
             * @default null
             */
            household_id: string | null;
            /** Format: uuid */
            id: string;
            /** @default null */
            identity_number: string | null;
            /** @default false */
            is_document_seen: boolean;
            name: string;
            phones?: components["schemas"]["PhoneNew"][];
            /** @default null */
            position: components["schemas"]["Place"] | null;
            /**
             * @default low
             * @enum {unknown}
             */
            risk: "high" | "medium" | "low";
            /**
             * @default null
             * @enum {unknown}
             */
            sex: "unknown" | "male" | "female" | "not_stated" | null;
            /** @default null */
            village: string | null;
            /** @default null */
            village_group: string | null;
        };
        ResidentPage: {
            items: components["schemas"]["ResidentRow"][];
            next_cursor: string | null;
        };
        ResidentPatch: {
            ability_level?: number | null;
            address_text?: string | null;
            allergies?: string[];
            /** Format: date */
            assessed_on?: string | null;
            discharge_diagnoses?: string[];
            /** Format: date */
            discharged_on?: string | null;
            /** Format: uuid */
            elder_home_id?: string | null;
            had_orthopaedic_surgery?: boolean;
            /** Format: uuid */
            household_id?: string | null;
            ltc_level?: number | null;
            name?: string;
            position?: components["schemas"]["Place"] | null;
            /** @enum {unknown} */
            risk?: "high" | "medium" | "low";
            village?: string | null;
            village_group?: string | null;
        };
        ResidentRow: {
            address_text: string | null;
            /** Format: date */
            birth_on: string | null;
            /** Format: uuid */
            care_team_id: string | null;
            /** Format: date */
            deceased_on: string | null;
            flags: components["schemas"]["Flag"][];
            /** Format: uuid */
            id: string;
            is_masked: boolean;
            name: string;
            phone: string | null;
            /** @enum {unknown} */
            risk: "high" | "medium" | "low" | null;
            /** @enum {unknown} */
            sex: "unknown" | "male" | "female" | "not_stated" | null;
            village: string | null;
            village_group: string | null;
        };
        ResidentSearch: {
            /** @default null */
            identity_number: string | null;
            /** @default null */
            phone: string | null;
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
        Resume: {
            evidence_code: string;
            /** @default null */
            note: string | null;
        };
        Review: {
            /** @enum {unknown} */
            decision: "accept" | "reject";
            /** @default null */
            exception_reason: string | null;
            /** @default null */
            note: string | null;
            /** @default null */
            reason_code: string | null;
        };
        ReviewState: {
            note: string | null;
            reason: string | null;
            reasons: string[];
            /** @enum {unknown} */
            status: "none" | "pending" | "approved" | "returned";
        };
        Satisfaction: {
            answers_count: number;
            answers_min: number;
            satisfied_count: number | null;
            /** Format: date */
            since_on: string;
            /** Format: date */
            until_on: string;
        };
        Score: {
            score: number;
        };
        ServiceItem: {
            /** @enum {unknown} */
            category: "A" | "B" | "C" | "D" | "E";
            /** @enum {unknown} */
            certificate: "assessor" | "picc" | null;
            code: string;
            /** Format: uuid */
            id: string;
            is_example_price: boolean;
            minutes: number | null;
            name: string;
            name_en: string;
            needs_each_role: boolean;
            needs_order: boolean;
            needs_two: boolean;
            places: string[];
            /** @enum {unknown} */
            price_basis: "each" | "each_delivery" | "plus_test" | "clinic_fee" | "price_list" | "agreement";
            price_fen: number | null;
            roles: string[];
            /** @enum {unknown} */
            usual_count: "as_needed" | "unlimited" | "by_phase" | "by_wound" | "by_order" | "weekly" | null;
            usual_quota: number | null;
            usual_quota_max: number | null;
        };
        ServiceItemPage: {
            items: components["schemas"]["ServiceItem"][];
            next_cursor: string | null;
        };
        ServicePlan: {
            /** Format: uuid */
            contract_id: string;
            /** Format: date */
            first_on: string | null;
            items: components["schemas"]["PlanItem"][];
            months: ("done" | "overdue" | "due" | "ahead" | "rest" | null)[];
        };
        Settle: {
            note: string;
        };
        SettleBill: {
            has_voucher: boolean;
            insurance_fen: number;
            ltc_fen: number;
            materials_fen: number;
        };
        Sign: {
            /** @default null */
            code: string | null;
            /**
             * @default null
             * @enum {unknown}
             */
            guardian_basis: "spouse" | "parent" | "child" | "relative" | "appointed" | "agreed" | null;
            /** @default false */
            has_own_income: boolean;
            /** @enum {unknown} */
            method: "strokes" | "code" | "code_and_strokes" | "paper" | "fingerprint";
            /** @default null */
            photo_sha256: string | null;
            /** @default null */
            recording_sha256: string | null;
            /**
             * @default resident
             * @enum {unknown}
             */
            signer: "resident" | "guardian" | "proxy";
            /** @default null */
            signer_name: string | null;
            /** @default null */
            strokes: components["schemas"]["Strokes"] | null;
            /** @default null */
            ward_view: string | null;
            /** @default false */
            was_heard: boolean;
            /** @default null */
            witness_name: string | null;
        };
        SignAmendment: {
            /** Format: uuid */
            amendment_id: string;
            /** @default null */
            code: string | null;
            /**
             * @default null
             * @enum {unknown}
             */
            guardian_basis: "spouse" | "parent" | "child" | "relative" | "appointed" | "agreed" | null;
            /** @default false */
            has_own_income: boolean;
            /** @enum {unknown} */
            method: "strokes" | "code" | "code_and_strokes" | "paper" | "fingerprint";
            /** @default null */
            photo_sha256: string | null;
            /** @default null */
            recording_sha256: string | null;
            /**
             * @default resident
             * @enum {unknown}
             */
            signer: "resident" | "guardian" | "proxy";
            /** @default null */
            signer_name: string | null;
            /** @default null */
            strokes: components["schemas"]["Strokes"] | null;
            /** @default null */
            ward_view: string | null;
            /** @default false */
            was_heard: boolean;
            /** @default null */
            witness_name: string | null;
        };
        SignCodeSent: {
            demo_code?: string;
        };
        SignInCodeRequest: {
            phone: string;
            /** @enum {unknown} */
            realm: "staff" | "family";
        };
        SignInCodeSent: {
            demo_code?: string;
            /** Format: date-time */
            expires_at: string;
        };
        Signature: {
            h: number;
            strokes: number[][];
            w: number;
        };
        Slot: {
            /** Format: date-time */
            ends_at: string;
            free_count: number;
            /** Format: date-time */
            starts_at: string;
        };
        SlotList: {
            items: components["schemas"]["DaySlots"][];
        };
        Standing: {
            /** Format: date-time */
            at: string;
            feed: components["schemas"]["FeedStanding"][];
            held: components["schemas"]["HeldStanding"];
            phones: components["schemas"]["PhoneStanding"][];
            refused: components["schemas"]["RefusedStanding"][];
        };
        Stay: {
            is_measured: boolean;
            minutes: number;
        };
        Stopped: {
            code: string;
            detail: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
        };
        Strokes: {
            h: number;
            strokes: number[][];
            w: number;
        };
        Submit: {
            consents?: components["schemas"]["ConsentGiven"][];
        };
        Suspend: {
            /** Format: date */
            away_since_on: string;
            evidence_code: string;
            /** @default null */
            note: string | null;
            reason_code: string;
        };
        Suspension: {
            /** Format: date */
            away_since_on: string;
            /** Format: date */
            from_on: string;
            reason_code: string;
            /** Format: date */
            until_on: string | null;
        };
        Target: {
            kind: string;
            mark: string;
            percent: number;
            place: string;
            year: number;
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
        TeamCounts: {
            counts: components["schemas"]["Counts"];
            name: string;
            /** Format: uuid */
            organization_id: string;
            /** Format: uuid */
            team_id: string;
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
        Terminate: {
            /**
             * Format: date
             * @default null
             */
            ended_on: string | null;
            /** @default null */
            note: string | null;
            /**
             * Format: uuid
             * @default null
             */
            offered_team_id: string | null;
            /**
             * @default resident
             * @enum {unknown}
             */
            party: "resident" | "institution";
            reason_code: string;
        };
        Token: {
            access_token: string;
            /** Format: uuid */
            account_id: string;
            /** Format: uuid */
            device_id: string;
            expires_in: number;
            /** Format: uuid */
            membership_id: string;
            memberships: components["schemas"]["Membership"][];
            name: string;
            /** @enum {unknown} */
            realm: "staff" | "family";
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
        Trend: {
            days: components["schemas"]["TrendDay"][];
            /** @enum {unknown} */
            every: "month" | "quarter" | "year";
            items: components["schemas"]["TrendLine"][];
        };
        TrendDay: {
            /** Format: date-time */
            counted_at: string;
            /** Format: date */
            on: string;
        };
        TrendLine: {
            code: string;
            points: components["schemas"]["TrendPoint"][];
        };
        TrendPoint: {
            denominator: number | null;
            numerator: number | null;
            /** Format: date */
            on: string;
            percent: number | null;
            /** @enum {unknown} */
            untold: "no_data" | "nobody" | "too_few_answers" | "few" | null;
        };
        UndoPayment: {
            reason: string;
        };
        Upload: {
            byte_count: number;
            is_complete: boolean;
        };
        VillageCounts: {
            counts: components["schemas"]["Counts"];
            team_ids: string[];
            village: string;
        };
        Visit: {
            check_in?: components["schemas"]["Check"] | null;
            check_out?: components["schemas"]["Check"] | null;
            clinician_ids: string[];
            confirmation?: components["schemas"]["Confirmation"] | null;
            contact_attempts?: components["schemas"]["Attempt"][];
            danger_words?: string[];
            /** Format: date-time */
            departed_at?: string | null;
            end_note?: string | null;
            end_reason?: string | null;
            /** Format: date-time */
            ended_at: string | null;
            has_video_link?: boolean;
            /** Format: uuid */
            id: string;
            is_call_needed?: boolean;
            is_cancelled_late?: boolean;
            is_first_visit?: boolean;
            is_over_quota?: boolean;
            item_codes?: string[];
            latitude?: number | null;
            longitude?: number | null;
            /** Format: date */
            next_visit_on?: string | null;
            note?: string | null;
            order_nos?: {
                [key: string]: number;
            };
            photos?: components["schemas"]["PhotoSeen"][];
            place_text?: string | null;
            /** Format: date-time */
            planned_end_at?: string | null;
            /** Format: date-time */
            planned_start_at: string | null;
            /** Format: date-time */
            requested_at?: string;
            resident_ids: string[];
            review?: components["schemas"]["ReviewState"] | null;
            services?: components["schemas"]["Line"][];
            /** @enum {unknown} */
            source?: "app_resident" | "app_proxy" | "phone_call" | "staff" | "unplanned" | "followup";
            /** Format: date-time */
            started_at?: string | null;
            /** @enum {unknown} */
            status: "requested" | "accepted" | "scheduled" | "en_route" | "in_progress" | "completed" | "verified" | "declined" | "cancelled" | "missed" | "aborted";
            stay?: components["schemas"]["Stay"] | null;
            /** Format: uuid */
            team_id: string;
            /** Format: date-time */
            verified_at?: string | null;
            version?: number;
            village?: string | null;
            wish_note?: string | null;
            /** Format: date */
            wish_on: string | null;
            /** @enum {unknown} */
            wish_part: "morning" | "afternoon" | "any";
        };
        VisitBill: {
            /** Format: date */
            done_on: string;
            has_voucher: boolean;
            /** Format: uuid */
            id: string;
            insurance_fen: number;
            is_example_price: boolean;
            lines: components["schemas"]["Charge"][];
            ltc_fen: number;
            materials_fen: number;
            number: number;
            payers: {
                [key: string]: number;
            };
            payment: components["schemas"]["Payment"] | null;
            /** Format: uuid */
            resident_id: string;
            total_fen: number;
            /** Format: uuid */
            visit_id: string;
        };
        VisitBillList: {
            items: components["schemas"]["VisitBill"][];
        };
        VisitNew: {
            /** Format: uuid */
            id: string;
            /** @default false */
            is_danger_acknowledged: boolean;
            services: components["schemas"]["LineNew"][];
            /** @enum {unknown} */
            source: "app_resident" | "app_proxy" | "phone_call" | "staff" | "unplanned" | "followup";
            /** @default null */
            wish_note: string | null;
            /** Format: date */
            wish_on: string;
            /**
             * @default any
             * @enum {unknown}
             */
            wish_part: "morning" | "afternoon" | "any";
        };
        VisitPage: {
            items: components["schemas"]["Visit"][];
            next_cursor: string | null;
        };
        VisitStart: {
            /** @default null */
            action_code: string | null;
            /** Format: uuid */
            id: string;
            /** @default null */
            note: string | null;
            /** @default null */
            place_text: string | null;
            /** @default null */
            position: components["schemas"]["Position"] | null;
            /** @default null */
            reason_code: string | null;
            services: components["schemas"]["LineNew"][];
        };
        VisitsReview: {
            /** @enum {unknown} */
            decision: "approve" | "return";
            /** @default null */
            note: string | null;
        };
        Void: {
            note: string;
            reason_code: string;
        };
        VoidView: {
            /** Format: uuid */
            contract_id: string;
            done_count: number;
            /** Format: date */
            ends_on: string | null;
            may_void: boolean;
            organization_name: string;
            resident_masked: string;
            /** Format: date */
            starts_on: string | null;
            /** @enum {unknown} */
            status: "draft" | "pending_review" | "pending_sign" | "renewal_signed" | "active" | "suspended" | "expired" | "terminated" | "closed_death" | "voided" | "cancelled" | "rejected";
            team_name: string;
        };
        Window: {
            /** Format: date */
            done_on: string | null;
            /** Format: date */
            first_on: string;
            /** Format: date */
            last_on: string;
            number: number;
            /** @enum {unknown} */
            state: "done" | "overdue" | "due" | "ahead" | "rest";
        };
        WipedBody: {
            /**
             * Format: date-time
             * @default null
             */
            waiting_at: string | null;
            /** @default null */
            waiting_count: number | null;
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
