"""The moderators' rows of the table of S7."""

from tests.edges.http.powers import Row, Statuses, curators_of_tea, moderators, moderators_of_tea


def moderators_anywhere(status: int) -> Statuses:
    return (401, 401, 403, status, status, status, status)


API = "/api/v1"
PEACE = (
    # Everybody signed in sees the rooms that are their business.
    Row("GET", f"{API}/rooms", f"{API}/rooms", (401, 401, 200, 200, 200, 200, 200)),
    Row("GET", f"{API}/rooms/{{room}}/rules", f"{API}/rooms/tea/rules", curators_of_tea(200)),
    Row("PUT", f"{API}/rooms/{{room}}/rules", f"{API}/rooms/tea/rules", curators_of_tea(400)),
    Row(
        *("DELETE", f"{API}/rooms/{{room}}/messages/{{seq}}", f"{API}/rooms/tea/messages/99"),
        moderators_of_tea(404),
    ),
    Row("GET", f"{API}/reports", f"{API}/reports", moderators(200)),
    Row("GET", f"{API}/reports", f"{API}/reports?room=tea", moderators_of_tea(200)),
    Row("POST", f"{API}/reports/{{id}}/resolve", f"{API}/reports/99/resolve", moderators(400)),
    Row("GET", f"{API}/sanctions", f"{API}/sanctions", moderators(200)),
    Row("GET", f"{API}/sanctions", f"{API}/sanctions?room=tea", moderators_of_tea(200)),
    Row("POST", f"{API}/sanctions", f"{API}/sanctions", moderators_anywhere(400)),
    Row("DELETE", f"{API}/sanctions/{{id}}", f"{API}/sanctions/99", moderators(404)),
    Row("GET", f"{API}/wordlists", f"{API}/wordlists", moderators(200)),
    Row("GET", f"{API}/wordlists/{{lang}}", f"{API}/wordlists/en", moderators(200)),
    Row("PUT", f"{API}/wordlists/{{lang}}", f"{API}/wordlists/en", moderators(400)),
    Row("GET", f"{API}/held", f"{API}/held", moderators(200)),
    Row("GET", f"{API}/held", f"{API}/held?room=tea", moderators_of_tea(200)),
    Row("POST", f"{API}/held/{{id}}", f"{API}/held/99", moderators(400)),
)
