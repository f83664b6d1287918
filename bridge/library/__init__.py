"""What do people here know that others don't? The glossary: files, database, matching, search."""
