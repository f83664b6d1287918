"""The curators' rows of the table of S7."""

from tests.edges.http.powers import Row, curators

API = "/api/v1"
ONE = f"{API}/proposals/{{id}}"
SEVEN = f"{API}/proposals/7"
ENTRY = f"{API}/glossary/entries/{{lang}}/{{kind}}/{{id}}"
NOPE = f"{API}/glossary/entries/zh/idiom/nope"
CURATING = (
    Row("GET", f"{API}/proposals", f"{API}/proposals", curators(200)),
    Row("GET", ONE, SEVEN, curators(404)),
    Row("POST", f"{ONE}/claim", f"{SEVEN}/claim", curators(404)),
    # Giving up what one does not have is no mistake.
    Row("DELETE", f"{ONE}/claim", f"{SEVEN}/claim", curators(204)),
    Row("POST", f"{ONE}/approve", f"{SEVEN}/approve", curators(404)),
    Row("POST", f"{ONE}/decline", f"{SEVEN}/decline", curators(404)),
    Row("GET", ENTRY, NOPE, curators(404)),
    Row("PUT", ENTRY, NOPE, curators(400)),
    Row("DELETE", ENTRY, NOPE, curators(400)),
    Row("GET", f"{ENTRY}/history", f"{NOPE}/history", curators(404)),
    Row("POST", f"{ENTRY}/rollback", f"{NOPE}/rollback", curators(400)),
    Row("POST", f"{API}/glossary/rollback", f"{API}/glossary/rollback", curators(400)),
    Row("POST", f"{API}/glossary/effect", f"{API}/glossary/effect", curators(404)),
    Row("POST", f"{API}/glossary/try", f"{API}/glossary/try", curators(400)),
    Row("POST", f"{API}/glossary/import", f"{API}/glossary/import", curators(200)),
    Row("GET", f"{API}/glossary/export", f"{API}/glossary/export?format=csv", curators(200)),
    Row("GET", f"{API}/glossary/unknown", f"{API}/glossary/unknown", curators(200)),
    Row("GET", f"{API}/glossary/usage", f"{API}/glossary/usage", curators(200)),
    Row("GET", f"{API}/glossary/conflicts", f"{API}/glossary/conflicts", curators(200)),
)
