"""Requests made from the OpenAPI document: each route, with anything in each of its fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tests.edges.http.documented import DOCUMENT

Json = dict[str, Any]

BODY = "body"
_EXAMPLES: Json = {
    "string": "a",
    "integer": 1,
    "number": 0.5,
    "boolean": True,
    "array": [],
    "null": None,
}


@dataclass(frozen=True)
class Field:
    """One thing that a request says: `where` is path, query or body; `body` is a whole one."""

    method: str
    route: str
    where: str
    name: str
    body: Json | None

    def __str__(self) -> str:
        return f"{self.method} {self.route} {self.where} {self.name}"

    def path(self, value: str) -> str:
        """The address, with `value` where this field is a part of it."""
        found = self.route
        for each in _named(self.route):
            text = value if (self.where, self.name) == ("path", each) else "a"
            found = found.replace(f"{{{each}}}", quote(text, safe="") or "a")
        return found


def fields() -> Iterator[Field]:
    """Every parameter of every route, and every field of every JSON body."""
    for route, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            body = _body(operation)
            for each in map(resolved, operation.get("parameters", ())):
                if each["in"] in ("path", "query"):
                    yield Field(method, route, each["in"], each["name"], body)
            for name in body or ():
                yield Field(method, route, BODY, name, body)


def resolved(node: Json) -> Json:
    """What a reference stands for."""
    while "$ref" in node:
        found: Any = DOCUMENT
        for part in node["$ref"].removeprefix("#/").removeprefix("urn:api#/").split("/"):
            found = found[part]
        node = found
    return node


def _named(route: str) -> list[str]:
    return [part.split("}")[0] for part in route.split("{")[1:]]


def _body(operation: Json) -> Json | None:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    made = _like(content["schema"]) if content else None
    return made if isinstance(made, dict) else None


def _like(schema: Json) -> Any:
    """Something small that the schema allows, with every field there is."""
    schema = resolved(schema)
    for several in ("oneOf", "anyOf"):
        if several in schema:
            return _like(schema[several][0])
    if "allOf" in schema:
        return {name: each for part in schema["allOf"] for name, each in _like(part).items()}
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if "properties" in schema:
        return {name: _like(each) for name, each in schema["properties"].items()}
    kind = schema.get("type", "object")
    return _EXAMPLES.get(kind[0] if isinstance(kind, list) else kind, {})
