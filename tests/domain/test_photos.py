"""What a picture must be before it is kept with a person."""

import pytest

from station_app.domain.photos import PhotoTooLarge, PhotoUnreadable, check_photo
from tests.helpers.pictures import a_jpeg


def test_a_photo_of_the_largest_size_is_kept() -> None:
    check_photo(a_jpeg(480, 640))


@pytest.mark.parametrize("size", [(481, 640), (480, 641)])
def test_one_pixel_more_is_too_large(size: tuple[int, int]) -> None:
    with pytest.raises(PhotoTooLarge) as refused:
        check_photo(a_jpeg(*size))
    assert (refused.value.width, refused.value.height) == size


def test_many_bytes_are_too_large_whatever_the_size() -> None:
    jpeg = a_jpeg(3, 4)
    with pytest.raises(PhotoTooLarge):
        check_photo(jpeg[:-2] + b"\x00" * 300_000 + jpeg[-2:])


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xe0\x00\x04ab\xff\xd9"],
    ids=["empty", "png", "nothing inside", "no frame"],
)
def test_what_is_no_jpeg_is_refused(content: bytes) -> None:
    with pytest.raises(PhotoUnreadable):
        check_photo(content)


def test_half_a_jpeg_is_refused() -> None:
    with pytest.raises(PhotoUnreadable):
        check_photo(a_jpeg(30, 40)[:-9])
