//! TLS with the certificate made at the start.

use ferry_sandbox::{Config, Sandbox};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

#[test]
fn the_certificate_is_good_for_its_names_and_unknown_to_others() {
    let sandbox = Sandbox::start(Config::default()).unwrap();
    let address = format!("https://localhost:{}/api/v2/users/me", sandbox.port());
    let trusted = Certificate::from_pem(sandbox.certificate_pem().as_bytes()).unwrap();
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&[trusted]))
        .build();
    let agent: Agent = Agent::config_builder().tls_config(tls).build().into();
    assert_eq!(agent.get(&address).call().unwrap().status().as_u16(), 200);
    assert!(Agent::new_with_defaults().get(&address).call().is_err());
    assert_eq!(sandbox.spki().len(), 44, "32 bytes in base64");
}
