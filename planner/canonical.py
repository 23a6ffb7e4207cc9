"""One text for one value: canonical JSON, its SHA-256, and the way back into the review's zone.

Canonical JSON has sorted keys, no spaces and no escapes beyond JSON's own, so equal values have equal bytes.
JSON holds an offset but no zone: what is read back is put into the review's zone again, because 01:30 in the
hour that a clock change repeats equals nothing but 01:30 of the same zone and the same fold.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, tzinfo
from typing import TypeVar

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

M = TypeVar("M", bound=BaseModel)


def canonical(value: object) -> str:
    """The value as JSON with sorted keys and no spaces.

    Raises:
        ValueError: a number that is not finite, which JSON cannot hold.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def dump(model: BaseModel, zone: tzinfo) -> str:
    """A model as canonical JSON, every time told in the zone given."""
    return canonical(to_jsonable_python(_zoned(model.model_dump(), zone)))


def load(kind: type[M], text: str, zone: tzinfo) -> M:
    """The model that ``dump`` wrote, its times in the zone given.

    Raises:
        pydantic.ValidationError: the text does not hold such a model.
    """
    return in_zone(kind.model_validate_json(text), zone)


def in_zone(model: M, zone: tzinfo) -> M:
    """The same model with every time told in the zone given."""
    return type(model).model_validate(_zoned(model.model_dump(), zone))


def _zoned(value: object, zone: tzinfo) -> object:
    if isinstance(value, datetime):
        return value.astimezone(zone) if value.tzinfo else value
    if isinstance(value, dict):
        return {key: _zoned(inner, zone) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_zoned(inner, zone) for inner in value)
    return value
