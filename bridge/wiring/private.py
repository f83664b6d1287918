"""Puts together every route that one signs in for; wiring.py has the rest."""

from aiohttp import web

from bridge.corrections import Corrections
from bridge.edges.enrolment import Enrolment
from bridge.edges.expiry import Expiry
from bridge.edges.http.accounts import AccountRoutes
from bridge.edges.http.log import Log
from bridge.edges.http.peace.routes import peace_routes
from bridge.edges.http.session import SignIns
from bridge.edges.http.signed_in import SignedIn
from bridge.hub import Hub
from bridge.library.library import GlossaryLibrary
from bridge.ports.clock import Clock
from bridge.ports.translation import Translator
from bridge.store.sqlite import SqliteStore
from bridge.wiring.curators import curator_routes
from bridge.world import World


def private_routes(
    store: SqliteStore,
    library: GlossaryLibrary,
    translator: Translator,
    corrections: Corrections,
    world: World,
    hub: Hub,
    expiry: Expiry,
) -> tuple[web.RouteDef, ...]:
    """All of them."""
    signed_in = SignedIn(store.sessions(), world.clock, expiry.look)
    return (
        *account_routes(store, signed_in, world.clock),
        *curator_routes(signed_in, store, library, translator, corrections, world, hub),
        *peace_routes(signed_in, world, world.clock),
    )


def account_routes(
    store: SqliteStore, signed_in: SignedIn, clock: Clock
) -> tuple[web.RouteDef, ...]:
    """The sign-in itself, the accounts, and the log of what they did."""
    return (
        *SignIns(signed_in).routes(),
        *AccountRoutes(signed_in, Enrolment(store.accounts(), clock)).routes(),
        *Log(signed_in, store.audit()).routes(),
    )
