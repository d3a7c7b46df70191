//! A request's body in, all of its bytes out, up to a limit.

use axum::body::Body;
use futures_util::StreamExt;

/// Why there is no whole body.
pub(crate) enum Lost {
    TooLong,
    Broken,
}

/// The body. Of one that is too long, the rest is read and dropped before that is said.
pub(crate) async fn whole(body: Body, limit: usize) -> Result<Vec<u8>, Lost> {
    let mut pieces = body.into_data_stream();
    let mut kept = Some(Vec::new());
    while let Some(piece) = pieces.next().await {
        let Ok(piece) = piece else { return Err(Lost::Broken) };
        kept = kept.filter(|kept| kept.len() + piece.len() <= limit);
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(&piece);
        }
    }
    kept.ok_or(Lost::TooLong)
}
