import hashlib

import pytest

from articles.models import blobs

TEXT = "سرت".encode()


def test_bytes_are_kept_once_under_their_digest(media):
    digests = {blobs.put([TEXT]), blobs.put([TEXT[:2], TEXT[2:]])}
    assert (
        digests == {hashlib.sha256(TEXT).hexdigest()} == blobs.digests(hashlib.sha256(TEXT).hexdigest()[:2])
    )
    assert [path.suffix for path in media.rglob("*") if path.is_file()] == [".gz"]


def test_they_come_back_as_they_were():
    assert b"".join(blobs.chunks(blobs.put([TEXT]))) == TEXT


def test_a_changed_byte_is_found_wherever_it_stands():
    digest = blobs.put([TEXT * 100])
    path = blobs.path_of(digest)
    whole = path.read_bytes()
    for place in range(len(whole)):
        data = bytearray(whole)
        data[place] ^= 0x10
        path.write_bytes(data)
        assert not blobs.is_intact(digest), place
    path.write_bytes(whole)
    assert blobs.is_intact(digest)


def test_a_missing_file_is_found():
    assert not blobs.is_intact("0" * 64)


def test_a_write_that_fails_leaves_nothing(media):
    def failing():
        yield TEXT
        raise ConnectionError

    with pytest.raises(ConnectionError):
        blobs.put(failing())
    assert [path for path in media.rglob("*") if path.is_file()] == []
