//! A port in, listeners on both loopback addresses out, and the wait for the signal to stop.
//! DESIGN, section 2: the server answers under `127.0.0.1` and `localhost` alike.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr};

use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;

/// How often a free port is looked for that is free on both addresses.
const ATTEMPTS: usize = 16;

/// The listeners, all at one port.
pub(crate) struct Doors {
    pub(crate) port: u16,
    listeners: Vec<TcpListener>,
}

/// Listens at `port`, or at any free one where it is 0. IPv6 is left out where there is none.
pub(crate) async fn open(port: u16) -> Result<Doors, String> {
    let mut attempts = if port == 0 { ATTEMPTS } else { 1 };
    loop {
        attempts -= 1;
        match open_both(port).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse && attempts > 0 => (),
            result => return result.map_err(|error| failure(port, &error)),
        }
    }
}

async fn open_both(port: u16) -> io::Result<Doors> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = first.local_addr()?.port();
    let mut listeners = vec![first];
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
        Ok(second) => listeners.push(second),
        // Somebody else would answer under `localhost`.
        Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
        Err(_) => (),
    }
    Ok(Doors { port, listeners })
}

fn failure(port: u16, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "Port {port} is taken by another program: stop that one, or choose another port with \
             --port N (--port 0 takes any free one)."
        ),
        ErrorKind::PermissionDenied => format!(
            "Port {port} may not be opened by this user: choose one above 1023 with --port N."
        ),
        _ => format!("Port {port} of the loopback address cannot be opened: {error}."),
    }
}

impl Doors {
    /// Answers on every listener until the runtime ends.
    pub(crate) fn serve(self, app: &Router) {
        for listener in self.listeners {
            // The pieces of a slow body go out when they are written.
            let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
            let app = app.clone();
            tokio::spawn(async move { axum::serve(listener, app).await });
        }
    }
}

/// Ends at SIGTERM or Ctrl-C, which are listened for from this call on.
#[cfg(unix)]
pub(crate) fn stop_asked() -> Result<impl Future<Output = ()>, String> {
    use tokio::signal::unix::{SignalKind, signal};
    let watch = |kind| signal(kind).map_err(|error| format!("No signal can be awaited: {error}."));
    let mut terminate = watch(SignalKind::terminate())?;
    let mut interrupt = watch(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
        }
    })
}

/// Ends at Ctrl-C, which is listened for from this call on.
#[cfg(windows)]
pub(crate) fn stop_asked() -> Result<impl Future<Output = ()>, String> {
    let mut pressed = tokio::signal::windows::ctrl_c()
        .map_err(|error| format!("No signal can be awaited: {error}."))?;
    Ok(async move { pressed.recv().await.unwrap_or_default() })
}
