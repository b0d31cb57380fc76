//! Answers, and Zendesk's error bodies word for word.

use serde_json::{Value, json};

/// An answer before it goes out.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    /// The HTTP status.
    pub(crate) status: u16,
    /// `content-type`.
    pub(crate) content_type: &'static str,
    /// Further headers.
    pub(crate) headers: Vec<(String, String)>,
    /// What the body holds.
    pub(crate) body: Body,
}

/// A body: kept as JSON as long as possible, so that faults can rearrange it.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    /// JSON.
    Json(Value),
    /// Anything else.
    Bytes(Vec<u8>),
}

impl Reply {
    /// JSON with a status.
    pub(crate) fn json(status: u16, body: Value) -> Self {
        let content_type = "application/json; charset=utf-8";
        Self {
            status,
            content_type,
            headers: Vec::new(),
            body: Body::Json(body),
        }
    }

    /// 200 with JSON.
    pub(crate) fn ok(body: Value) -> Self {
        Self::json(200, body)
    }

    /// Text of some kind.
    pub(crate) fn text(status: u16, content_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        let body = Body::Bytes(body.into());
        Self {
            status,
            content_type,
            headers: Vec::new(),
            body,
        }
    }

    /// An HTML page.
    pub(crate) fn html(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::text(status, "text/html; charset=utf-8", body)
    }

    /// Adds a header.
    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The bytes that go out.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        match &self.body {
            Body::Json(value) => value.to_string().into_bytes(),
            Body::Bytes(bytes) => bytes.clone(),
        }
    }
}

/// 401, as recorded.
pub(crate) fn unauthorized() -> Reply {
    Reply::json(401, json!({"error": "Couldn't authenticate you"}))
}

/// 403, as recorded.
pub(crate) fn forbidden() -> Reply {
    let message = "You do not have access to this page. Please contact the account owner of this help desk for further help.";
    Reply::json(
        403,
        json!({"error": {"title": "Forbidden", "message": message}}),
    )
}

/// 404, as recorded.
pub(crate) fn not_found() -> Reply {
    Reply::json(
        404,
        json!({"error": "RecordNotFound", "description": "Not found"}),
    )
}

/// 409 of a safe update.
pub(crate) fn update_conflict() -> Reply {
    let description = "Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.";
    Reply::json(
        409,
        json!({"error": "UpdateConflict", "description": description}),
    )
}

/// 409 of the database: transient.
pub(crate) fn database_conflict() -> Reply {
    Reply::json(
        409,
        json!({"error": "DatabaseConflict", "description": "Database collision"}),
    )
}

/// 422 with the field that is wrong.
pub(crate) fn invalid(field: &str, description: &str) -> Reply {
    Reply::json(
        422,
        json!({"error": "RecordInvalid", "description": "Record validation errors",
               "details": {field: [{"description": description}]}}),
    )
}

/// 422 of a write to a closed ticket, as recorded.
pub(crate) fn closed() -> Reply {
    invalid("status", "closed prevents ticket update")
}

/// 422 for a body that is no JSON object.
pub(crate) fn unreadable() -> Reply {
    Reply::json(
        422,
        json!({"error": "Unprocessable Entity", "message": "Server could not parse JSON"}),
    )
}

/// 400 with a description.
pub(crate) fn bad_request(error: &str, description: &str) -> Reply {
    Reply::json(400, json!({"error": error, "description": description}))
}

/// 400 for a list that is too long, as recorded.
pub(crate) fn too_many_values(parameter: &str) -> Reply {
    let description = format!("Parameter {parameter} exceeds the maximum number of values");
    Reply::json(
        400,
        json!({"error": "TooManyValues", "description": description, "max_count": 100}),
    )
}

/// 429 with the seconds to wait.
pub(crate) fn too_many_requests(retry_after: u64) -> Reply {
    let description = "Number of allowed API requests per minute exceeded";
    Reply::json(
        429,
        json!({"error": "APIRateLimitExceeded", "description": description}),
    )
    .with("retry-after", retry_after.to_string())
}

/// 500, as an application that broke answers.
pub(crate) fn broken() -> Reply {
    Reply::json(
        500,
        json!({"error": "InternalServerError", "description": "We're sorry, something went wrong"}),
    )
}

/// 503; "may carry `Retry-After`".
pub(crate) fn unavailable(retry_after: Option<u64>) -> Reply {
    let reply = Reply::text(503, "text/plain; charset=utf-8", "Service Unavailable");
    match retry_after {
        Some(seconds) => reply.with("retry-after", seconds.to_string()),
        None => reply,
    }
}

/// The page that a signed-out browser gets instead of what it asked for.
pub(crate) fn sign_in_page() -> Reply {
    Reply::html(200, include_str!("../page/sign_in.html"))
}
