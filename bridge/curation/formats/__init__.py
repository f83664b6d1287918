"""Which files can a glossary come in? One module a format: bytes to rows, entries to bytes."""
