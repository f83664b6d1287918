"""Every route that keeps the peace."""

from aiohttp import web

from bridge.edges.http.peace.desk import PeaceDesk
from bridge.edges.http.peace.reports import ReportRoutes
from bridge.edges.http.peace.rooms import RoomRoutes
from bridge.edges.http.peace.sanctions import SanctionRoutes
from bridge.edges.http.peace.words import WordRoutes
from bridge.edges.http.signed_in import SignedIn
from bridge.ports.clock import Clock
from bridge.world import World


def peace_routes(signed_in: SignedIn, world: World, clock: Clock) -> tuple[web.RouteDef, ...]:
    """All of them."""
    desk = PeaceDesk(signed_in, world.rulings, world.moderator, world.holding, clock)
    return (
        *RoomRoutes(desk, world.peace).routes(),
        *ReportRoutes(desk).routes(),
        *SanctionRoutes(desk).routes(),
        *WordRoutes(desk, world.peace).routes(),
    )
