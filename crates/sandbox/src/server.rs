//! Sockets: TLS for browsers, plain HTTP for clients that want it.

use std::io;
use std::net::{Ipv4Addr, TcpListener as StdListener};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;

use crate::app::App;
use crate::certificate;
use crate::control::Control;
use crate::http;
use crate::page::Page;
use crate::switches::Switches;
use crate::world::World;

/// How to start a sandbox.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The port for TLS; 0 takes a free one.
    pub port: u16,
    /// The port for plain HTTP, if any; 0 takes a free one.
    pub http_port: Option<u16>,
    /// The day that it is to be; the machine's if none.
    pub today: Option<NaiveDate>,
    /// The folder from [`fetch_ckeditor`](crate::fetch_ckeditor); without it the page has a plain
    /// text box as its composer.
    pub ckeditor: Option<PathBuf>,
    /// Behaviour at the start.
    pub switches: Switches,
}

/// A running sandbox. It ends when this is dropped.
#[derive(Debug)]
pub struct Sandbox {
    port: u16,
    http_port: Option<u16>,
    spki: String,
    pem: String,
    control: Control,
    runtime: Option<Runtime>,
}

impl Sandbox {
    /// Starts listening on this machine only; on threads of its own, so that it can be used from
    /// anywhere.
    pub fn start(config: Config) -> io::Result<Self> {
        let identity = certificate::generate()?;
        let page = Page::new(config.ckeditor);
        let app = App::new(World::new(config.today, config.switches), page);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        let guard = runtime.enter();

        let (listener, port) = listen(config.port)?;
        let shared = Arc::clone(&app);
        let acceptor = identity.acceptor;
        runtime.spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (acceptor, app) = (acceptor.clone(), Arc::clone(&shared));
                tokio::spawn(async move {
                    at_once(&socket);
                    if let Ok(stream) = acceptor.accept(socket).await {
                        connection(app, stream, "https").await;
                    }
                });
            }
        });
        let mut http_port = None;
        if let Some(wanted) = config.http_port {
            let (listener, port) = listen(wanted)?;
            let shared = Arc::clone(&app);
            runtime.spawn(async move {
                while let Ok((socket, _)) = listener.accept().await {
                    at_once(&socket);
                    tokio::spawn(connection(Arc::clone(&shared), socket, "http"));
                }
            });
            http_port = Some(port);
        }
        drop(guard);
        let control = Control::new(app);
        Ok(Self {
            port,
            http_port,
            spki: identity.spki,
            pem: identity.pem,
            control,
            runtime: Some(runtime),
        })
    }

    /// The port for TLS.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The port for plain HTTP, if there is one.
    pub fn http_port(&self) -> Option<u16> {
        self.http_port
    }

    /// SHA-256 of the certificate's public key, for `--ignore-certificate-errors-spki-list`.
    pub fn spki(&self) -> &str {
        &self.spki
    }

    /// The certificate, for clients that are to trust it.
    pub fn certificate_pem(&self) -> &str {
        &self.pem
    }

    /// What tests turn and read.
    pub fn control(&self) -> &Control {
        &self.control
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Sends what is written without waiting for more: an answer's last part would wait 40 ms for the
/// browser to confirm the part before.
fn at_once(socket: &TcpStream) {
    // Slower answers are the worst of it.
    let _ = socket.set_nodelay(true);
}

fn listen(port: u16) -> io::Result<(TcpListener, u16)> {
    let listener = StdListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    Ok((TcpListener::from_std(listener)?, port))
}

async fn connection<S>(app: Arc<App>, stream: S, scheme: &'static str)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(|request| {
        let app = Arc::clone(&app);
        async move { http::serve(&app, request, scheme).await }
    });
    // A client that goes away, or a fault that breaks the connection, ends here: nothing to do.
    let _ended = Builder::new(TokioExecutor::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
