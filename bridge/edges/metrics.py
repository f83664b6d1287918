"""Numbers for Prometheus: never a name, a text or an address."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest


class Metrics:
    """Counters and gauges of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.sockets = Gauge("bridge_sockets", "Open WebSockets", registry=self.registry)
        self.frames = Counter(
            "bridge_frames", "Frames received, by type", ["type"], registry=self.registry
        )
        self.refusals = Counter(
            "bridge_refusals", "Frames refused, by code", ["code"], registry=self.registry
        )
        self.closes = Counter(
            "bridge_closes", "Sockets closed by us, by code", ["code"], registry=self.registry
        )

    def text(self) -> bytes:
        """The exposition format."""
        return generate_latest(self.registry)
