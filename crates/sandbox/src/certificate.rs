//! The certificate for `*.zendesk.com`, made anew at every start.

use std::io;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, DnType, KeyPair, PublicKeyData as _};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// What a server needs and what its clients must be told.
pub(crate) struct Identity {
    /// Takes TLS connections.
    pub(crate) acceptor: TlsAcceptor,
    /// SHA-256 of the public key in base64, for Chromium.
    pub(crate) spki: String,
    /// The certificate, for clients that take a file of trusted ones.
    pub(crate) pem: String,
}

/// Makes key and certificate. No private key is ever written to disk, so none can be left behind.
pub(crate) fn generate() -> io::Result<Identity> {
    let key = KeyPair::generate().map_err(io::Error::other)?;
    let names = ["*.zendesk.com", "zendesk.com", "localhost", "127.0.0.1"].map(String::from);
    let mut params = CertificateParams::new(names).map_err(io::Error::other)?;
    params
        .distinguished_name
        .push(DnType::CommonName, "Ferry sandbox");
    let certificate = params.self_signed(&key).map_err(io::Error::other)?;

    let digest = ::ring::digest::digest(&::ring::digest::SHA256, &key.subject_public_key_info());
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(vec![certificate.der().clone()], private)
        })
        .map_err(io::Error::other)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];

    Ok(Identity {
        acceptor: TlsAcceptor::from(Arc::new(config)),
        spki: STANDARD.encode(digest.as_ref()),
        pem: certificate.pem(),
    })
}
