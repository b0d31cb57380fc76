//! Starts a sandbox and says where it is.

use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Parser;
use ferry_sandbox::{Config, Sandbox, fetch_ckeditor};
use serde_json::json;

/// A stand-in Zendesk: API, agent page, fault injection at /__sandbox.
#[derive(Parser)]
struct Arguments {
    /// The port for TLS; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Listen for plain HTTP too, on this port; 0 takes a free one.
    #[arg(long)]
    http_port: Option<u16>,
    /// The day that it is to be, YYYY-MM-DD; the machine's if left out.
    #[arg(long, value_parser = day)]
    today: Option<NaiveDate>,
    /// Fetch CKEditor 5 with npm into this folder, unless it is there; without it the composer is
    /// a plain text box.
    #[arg(long)]
    ckeditor: Option<PathBuf>,
    /// Write the certificate into this file, for clients that are to trust it.
    #[arg(long)]
    certificate: Option<PathBuf>,
    /// Write the ports and the key's digest as JSON into this file once it listens.
    #[arg(long)]
    ready: Option<PathBuf>,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|error| error.to_string())
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let ckeditor = arguments
        .ckeditor
        .as_deref()
        .map(fetch_ckeditor)
        .transpose()?;
    let config = Config {
        port: arguments.port,
        http_port: arguments.http_port,
        today: arguments.today,
        ckeditor,
        ..Config::default()
    };
    let sandbox = Sandbox::start(config)?;
    if let Some(file) = arguments.certificate {
        std::fs::write(file, sandbox.certificate_pem())?;
    }
    let facts =
        json!({"port": sandbox.port(), "http_port": sandbox.http_port(), "spki": sandbox.spki()});
    if let Some(file) = arguments.ready {
        std::fs::write(file, facts.to_string())?;
    }
    println!("{facts}");
    loop {
        std::thread::park();
    }
}
