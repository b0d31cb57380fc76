//! A plain HTTP client, as a browser's session or with an API token.

use ferry_sandbox::{Config, Control, Role, Sandbox};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Request;

/// A sandbox and ways to ask it.
pub(crate) struct Client {
    pub(crate) sandbox: Sandbox,
    agent: Agent,
    pub(crate) headers: Vec<(String, String)>,
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Client {
    /// Signed in as the page's agent, with a CSRF token.
    pub(crate) fn agent() -> Self {
        Self::session(Role::Agent)
    }

    /// Signed in, with a CSRF token.
    pub(crate) fn session(role: Role) -> Self {
        let mut client = Self::nobody();
        let (cookie, token) = client.control().session(role);
        client.headers = vec![
            ("cookie".to_owned(), cookie),
            ("x-csrf-token".to_owned(), token),
            ("x-requested-with".to_owned(), "XMLHttpRequest".to_owned()),
        ];
        client
    }

    /// An external client with an API token.
    pub(crate) fn token(email: &str) -> Self {
        use base64::Engine as _;
        let credentials = base64::engine::general_purpose::STANDARD
            .encode(format!("{email}/token:sandbox-token"));
        let mut client = Self::nobody();
        client.headers = vec![("authorization".to_owned(), format!("Basic {credentials}"))];
        client
    }

    /// Signed out.
    pub(crate) fn nobody() -> Self {
        let config = Config {
            http_port: Some(0),
            ..Config::default()
        };
        let sandbox = Sandbox::start(config).unwrap();
        let settings = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Self {
            sandbox,
            agent: settings.into(),
            headers: Vec::new(),
        }
    }

    pub(crate) fn control(&self) -> &Control {
        self.sandbox.control()
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.sandbox.http_port().unwrap())
    }

    /// Sets a header, or takes it away.
    pub(crate) fn set(&mut self, name: &str, value: Option<&str>) {
        self.headers.retain(|(key, _)| key != name);
        self.headers
            .extend(value.map(|value| (name.to_owned(), value.to_owned())));
    }

    /// Asks; `Err` if no answer comes.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
    ) -> Result<Answer, ureq::Error> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.origin()));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if body.is_some() && !self.headers.iter().any(|(name, _)| name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        let request = request.body(body.unwrap_or("").to_owned()).unwrap();
        let mut response = self.agent.run(request)?;
        let text =
            |value: &ureq::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into();
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response
                .headers()
                .iter()
                .map(|(k, v)| (k.to_string(), text(v)))
                .collect(),
            text: response.body_mut().read_to_string()?,
        })
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, None).unwrap()
    }

    pub(crate) fn send(&self, method: &str, path: &str, body: Value) -> Answer {
        self.ask(method, path, Some(&body.to_string())).unwrap()
    }

    /// A tag call with a safe update.
    pub(crate) fn safely(&self, method: &str, ticket: u64, tags: &[&str], stamp: &str) -> Answer {
        let body = json!({"tags": tags, "updated_stamp": stamp, "safe_update": "true"});
        self.send(method, &format!("/api/v2/tickets/{ticket}/tags"), body)
    }

    /// A ticket's stamp.
    pub(crate) fn stamp(&self, ticket: u64) -> String {
        let answer = self.get(&format!("/api/v2/tickets/{ticket}")).json();
        answer["ticket"]["updated_at"].as_str().unwrap().to_owned()
    }
}

/// The strings in a JSON list.
pub(crate) fn strings(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect()
}

/// The ids of a page's comments.
pub(crate) fn ids(page: &Value) -> Vec<u64> {
    let comments = page["comments"].as_array().unwrap();
    comments
        .iter()
        .map(|one| one["id"].as_u64().unwrap())
        .collect()
}
