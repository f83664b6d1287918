"""What do curators ask over HTTP? The queue, the entries, what a change would do, and files."""
