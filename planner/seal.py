"""Sealing bytes with a passphrase: scrypt makes a key of it, AES-256-GCM seals and shows any change.

The cost of scrypt (N = 2^17, r = 8, p = 1: 128 MiB and some tenths of a second) is what the OWASP Password Storage
Cheat Sheet asks for at least. It belongs to the form and is not read from the file, so that a file cannot ask for more.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel, ConfigDict, Field, ValidationError

OpensWith = Literal["passphrase", "keyring"]

_COST, _BLOCK, _LANES = 2**17, 8, 1
_MEMORY = 2 * 128 * _COST * _BLOCK
_HEX = r"^([0-9a-f]{2})+$"


class SealBroken(Exception):
    """What is sealed cannot be had: ``damaged`` or not says whether another passphrase would help."""

    def __init__(self, *, damaged: bool) -> None:
        self.damaged = damaged
        super().__init__("damaged" if damaged else "the passphrase does not open it")


class _Sealed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    form: Literal[1] = 1
    opens_with: OpensWith
    salt: str = Field(pattern=_HEX, min_length=32, max_length=32)
    nonce: str = Field(pattern=_HEX, min_length=24, max_length=24)
    content: str = Field(pattern=_HEX)
    sum: str = ""
    """SHA-256 of all the rest: tells damage apart from a wrong passphrase."""

    def summed(self) -> str:
        return hashlib.sha256(self._text(without={"sum"})).hexdigest()

    def head(self) -> bytes:
        return self._text(without={"sum", "content"})

    def _text(self, without: set[str]) -> bytes:
        return json.dumps(self.model_dump(exclude=without), sort_keys=True).encode()


def seal(content: bytes, passphrase: str, opens_with: OpensWith) -> bytes:
    """Seal bytes; the answer is JSON text that says what opens it, and nothing of the content but its length."""
    salt, nonce = os.urandom(16), os.urandom(12)
    bare = _Sealed(opens_with=opens_with, salt=salt.hex(), nonce=nonce.hex(), content="00")
    sealed = AESGCM(_key(passphrase, salt)).encrypt(nonce, content, bare.head())
    whole = bare.model_copy(update={"content": sealed.hex()})
    return whole.model_copy(update={"sum": whole.summed()}).model_dump_json(indent=1).encode()


def opens_with(sealed: bytes) -> OpensWith:
    """What opens sealed bytes.

    Raises:
        SealBroken: they are damaged.
    """
    return _read(sealed).opens_with


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """What was sealed.

    Raises:
        SealBroken: the bytes are damaged, or another passphrase sealed them.
    """
    read = _read(sealed)
    key = _key(passphrase, bytes.fromhex(read.salt))
    try:
        return AESGCM(key).decrypt(bytes.fromhex(read.nonce), bytes.fromhex(read.content), read.head())
    except InvalidTag:
        raise SealBroken(damaged=False) from None


def _read(sealed: bytes) -> _Sealed:
    try:
        read = _Sealed.model_validate_json(sealed)
    except ValidationError:
        raise SealBroken(damaged=True) from None
    if read.sum != read.summed():
        raise SealBroken(damaged=True)
    return read


def _key(passphrase: str, salt: bytes) -> bytes:
    # The same letters can be typed in several ways: composed or not, full width or half.
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(typed, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32)
