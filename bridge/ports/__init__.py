"""What the flow needs from the world: each port with its promise."""
