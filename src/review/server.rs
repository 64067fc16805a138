//! The local page: addresses to pages, forms to verdicts.

use std::net::TcpListener;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::error::Error;
use crate::model::verdict::Verdict;

use super::decide::judgement;
use super::desk::Named;
use super::filter::Filter;
use super::form::Sent;
use super::guard::{Guard, Refusal, harden};
use super::page::{self, Ask, Room};

type Pairs = Vec<(String, String)>;

#[derive(Clone)]
struct Shared {
    room: Arc<Mutex<Room>>,
    guard: Guard,
}

impl Shared {
    fn room(&self) -> MutexGuard<'_, Room> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves a room until the person ends the program, and gives it back.
///
/// # Errors
/// The address cannot be listened on.
pub fn serve(room: Room, listener: TcpListener) -> Result<Arc<Mutex<Room>>, Error> {
    let trouble = |error: std::io::Error| Error::Review {
        what: format!("the local page cannot be served: {error}"),
        hint: "choose another port with `--port`".into(),
    };
    listener.set_nonblocking(true).map_err(trouble)?;
    let port = listener.local_addr().map_err(trouble)?.port();
    let guard = Guard::new(room.token.clone(), port);
    let room = Arc::new(Mutex::new(room));
    let shared = Shared {
        room: room.clone(),
        guard,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(trouble)?;
    runtime
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let ended = async {
                let _ = tokio::signal::ctrl_c().await;
            };
            // An open connection of a browser must not hold the program back, so this does not wait for any.
            tokio::select! {
                served = async { axum::serve(listener, router(shared)).await } => served,
                () = ended => Ok(()),
            }
        })
        .map_err(trouble)?;
    Ok(room)
}

fn router(shared: Shared) -> Router {
    Router::new()
        .route("/", get(queue))
        .route("/contradiction/{id}", get(matter))
        .route("/cluster/{id}", get(matter))
        .route("/cluster/{id}/join", get(join))
        .route("/claim/{id}", get(claim))
        .route("/history", get(history))
        .route("/verdict", post(verdict))
        .route("/undo", post(undo))
        .route("/redo", post(redo))
        .layer(middleware::from_fn_with_state(shared.clone(), admit))
        // Looks and keys hold no secret; the page that refuses needs them too.
        .route(
            "/style.css",
            get(|| file("text/css", include_str!("assets/style.css"))),
        )
        .route(
            "/keys.js",
            get(|| file("text/javascript", include_str!("assets/keys.js"))),
        )
        .route(
            "/icon.svg",
            get(|| file("image/svg+xml", include_str!("assets/icon.svg"))),
        )
        .layer(middleware::map_response(hardened))
        .with_state(shared)
}

async fn hardened(mut response: Response) -> Response {
    harden(response.headers_mut());
    response
}

async fn file(kind: &'static str, text: &'static str) -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, format!("{kind}; charset=utf-8"))],
        text,
    )
}

/// Lets a request through, refuses it, or hands the cookie to a browser that came with the token.
async fn admit(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let (guard, uri, method) = (
        &shared.guard,
        request.uri().clone(),
        request.method().clone(),
    );
    if method != Method::GET && method != Method::HEAD {
        // The token of a form is looked at once the form is read.
        return next.run(request).await;
    }
    let pairs = form_urlencoded::parse(uri.query().unwrap_or("").as_bytes());
    let (tokens, rest): (Pairs, Pairs) = pairs.into_owned().partition(|(key, _)| key == "token");
    let token = tokens.first().map_or("", |(_, token)| token);
    if let Err(refusal) = guard.check(&method, request.headers(), token) {
        return refused(refusal, &uri);
    }
    if tokens.is_empty() {
        return next.run(request).await;
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(rest)
        .finish();
    let mark = if query.is_empty() { "" } else { "?" };
    let mut response = Redirect::to(&format!("{}{mark}{query}", uri.path())).into_response();
    if let Ok(cookie) = HeaderValue::from_str(&guard.cookie()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused<'a> {
    title: &'a str,
    what: &'a str,
    again: &'a str,
}

fn refused(refusal: Refusal, uri: &Uri) -> Response {
    let (status, title, what) = match refusal {
        Refusal::Host => (
            StatusCode::MISDIRECTED_REQUEST,
            "Not from here",
            "This page answers on 127.0.0.1 only.",
        ),
        Refusal::Origin => (
            StatusCode::FORBIDDEN,
            "Not from here",
            "Another page tried to act on this one.",
        ),
        Refusal::Token => (
            StatusCode::FORBIDDEN,
            "This browser is not known yet",
            "Open the address that `atodds review` printed; it holds the token. If you came by a link, try again.",
        ),
    };
    let again = uri.path_and_query().map_or("/", |address| address.as_str());
    answer(status, Refused { title, what, again }.render())
}

fn answer(status: StatusCode, page: askama::Result<String>) -> Response {
    match page {
        Ok(page) => (status, Html(page)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn missing(uri: &Uri) -> Response {
    let page = Refused {
        title: "Not in this run",
        what: "This run holds nothing with that id. Ids change when the text or the settings change; the queue finds it by its words.",
        again: uri.path(),
    };
    answer(StatusCode::NOT_FOUND, page.render())
}

fn ask(pairs: &Pairs) -> Ask {
    let find = |key: &str| {
        pairs
            .iter()
            .find(|(own, _)| own == key)
            .map(|(_, value)| value.clone())
    };
    Ask {
        filter: Filter::read(pairs),
        said: find("said").unwrap_or_default(),
        trouble: find("trouble").unwrap_or_default(),
        search: find("find").unwrap_or_default(),
    }
}

/// Takes in what another program wrote meanwhile and makes a page of it.
fn with_room(shared: &Shared, make: impl FnOnce(&Room) -> Response) -> Response {
    let mut room = shared.room();
    match room.refresh() {
        Ok(()) => make(&room),
        Err(error) => failed(&error),
    }
}

/// The page of what an id of the address names, or the answer that nothing bears it.
fn named(
    shared: &Shared,
    id: &str,
    uri: &Uri,
    make: impl FnOnce(Named, &Room) -> Option<askama::Result<String>>,
) -> Response {
    with_room(shared, |room| {
        let named = room.desk.find(id);
        match named.and_then(|named| make(named, room)) {
            Some(page) => answer(StatusCode::OK, page),
            None => missing(uri),
        }
    })
}

fn failed(error: &Error) -> Response {
    let what = error.to_string();
    let page = Refused {
        title: "This did not work",
        what: &what,
        again: "/",
    };
    answer(StatusCode::INTERNAL_SERVER_ERROR, page.render())
}

async fn queue(State(shared): State<Shared>, Query(pairs): Query<Pairs>) -> Response {
    with_room(&shared, |room| {
        answer(StatusCode::OK, page::queue(room, &ask(&pairs)))
    })
}

async fn history(State(shared): State<Shared>, Query(pairs): Query<Pairs>) -> Response {
    with_room(&shared, |room| {
        answer(StatusCode::OK, page::history(room, &ask(&pairs)))
    })
}

async fn matter(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Query(pairs): Query<Pairs>,
    uri: Uri,
) -> Response {
    named(&shared, &id, &uri, |named, room| {
        page::matter(named, room, &ask(&pairs))
    })
}

async fn join(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    Query(pairs): Query<Pairs>,
    uri: Uri,
) -> Response {
    named(&shared, &id, &uri, |named, room| {
        page::join(named, room, &ask(&pairs))
    })
}

/// A claim is shown within its cluster.
async fn claim(State(shared): State<Shared>, Path(id): Path<String>, uri: Uri) -> Response {
    with_room(&shared, |room| {
        let cluster = room
            .desk
            .find(&id)
            .and_then(|named| room.desk.cluster(named));
        match cluster {
            Some(cluster) => {
                let cluster = &room.desk.run().clusters[cluster as usize].id;
                Redirect::to(&format!("/cluster/{cluster}#{id}")).into_response()
            }
            None => missing(&uri),
        }
    })
}

fn admitted(shared: &Shared, headers: &HeaderMap, sent: &Sent) -> Result<(), Refusal> {
    shared
        .guard
        .check(&Method::POST, headers, sent.text("token"))
}

async fn verdict(
    State(shared): State<Shared>,
    headers: HeaderMap,
    uri: Uri,
    Form(pairs): Form<Pairs>,
) -> Response {
    let sent = Sent(pairs);
    if let Err(refusal) = admitted(&shared, &headers, &sent) {
        return refused(refusal, &uri);
    }
    let mut room = shared.room();
    let done = judgement(&sent.wish(), &room.desk).and_then(|judgement| {
        room.journal
            .add(judgement)
            .map_err(|error| error.to_string())
    });
    room.consider();
    sent.after(done.map(Some), "next")
}

async fn undo(
    State(shared): State<Shared>,
    headers: HeaderMap,
    uri: Uri,
    Form(pairs): Form<Pairs>,
) -> Response {
    step(&shared, &headers, &uri, Sent(pairs), |room| {
        room.journal.undo()
    })
}

async fn redo(
    State(shared): State<Shared>,
    headers: HeaderMap,
    uri: Uri,
    Form(pairs): Form<Pairs>,
) -> Response {
    step(&shared, &headers, &uri, Sent(pairs), |room| {
        room.journal.redo()
    })
}

fn step(
    shared: &Shared,
    headers: &HeaderMap,
    uri: &Uri,
    sent: Sent,
    take: impl FnOnce(&mut Room) -> Result<Option<Verdict>, Error>,
) -> Response {
    if let Err(refusal) = admitted(shared, headers, &sent) {
        return refused(refusal, uri);
    }
    let mut room = shared.room();
    let done = take(&mut room).map_err(|error| error.to_string());
    room.consider();
    // The page tells of the mark that was added last, not of the verdict that it is about.
    let mark = room.journal.verdicts().last().cloned();
    sent.after(done.map(|done| done.and(mark)), "back")
}
