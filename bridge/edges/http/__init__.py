"""The HTTP face of the bridge: pages, health and the API of protocol.md section 2."""
