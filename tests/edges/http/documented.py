"""What the OpenAPI document says, and whether an answer keeps it."""

import re
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bridge.edges.http.document import description

DOCUMENT = description()
REGISTRY = Registry().with_resource("urn:api", Resource(DOCUMENT, DRAFT202012))


def operations() -> Iterator[tuple[str, str]]:
    """Every method and path."""
    for path, item in DOCUMENT["paths"].items():
        yield from ((method, path) for method in item)


def documented(method: str, path: str, status: str) -> tuple[str, dict[str, Any]]:
    """Where an answer is described (a JSON pointer), and the description."""
    response = DOCUMENT["paths"][path][method]["responses"][status]
    if "$ref" in response:
        name = response["$ref"].rpartition("/")[2]
        return f"/components/responses/{name}", DOCUMENT["components"]["responses"][name]
    return f"/paths/{path.replace('/', '~1')}/{method}/responses/{status}", response


def check(pointer: str, value: object) -> None:
    """`value` keeps the schema at `pointer`."""
    escaped = pointer.replace("{", "%7B").replace("}", "%7D")
    Draft202012Validator({"$ref": f"urn:api#{escaped}"}, registry=REGISTRY).validate(value)


def check_json(method: str, address: str, status: int, value: object) -> None:
    """A real answer in JSON keeps what is documented for it. `address` is a real path."""
    pointer, described = documented(method.lower(), _path(address), str(status))
    kinds = list(described.get("content", {}))
    assert kinds == ([] if value is None else ["application/json"]), (method, address, status)
    if value is not None:
        check(f"{pointer}/content/application~1json/schema", value)


def _path(address: str) -> str:
    """The documented path that an address is of; one without parameters is preferred."""
    bare = address.partition("?")[0]
    for path in sorted(DOCUMENT["paths"], key=lambda path: path.count("{")):
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)), bare):
            return str(path)
    raise AssertionError(f"{bare} is not documented")
