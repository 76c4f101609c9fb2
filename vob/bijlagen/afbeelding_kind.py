"""The child process that writes one picture anew, without metadata, and ends.

`afbeeldingen.py` starts it by its path; nothing imports it. A decoder of pictures is where hostile
files aim: here it holds no key, no database and no network, and it is bounded. The picture comes on
stdin and goes on stdout; the exit code says what went wrong.
"""

import io
import resource
import sys
import warnings

MEGABYTES, SECONDEN = 700, 20
PIXELS = 50_000_000  # the largest photo a phone makes by itself
TE_GROOT, BEWEEGT, ONLEESBAAR = 3, 4, 5
_ORIENTATIE = 0x0112
_VORMEN = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN))


def rewrite(data: bytes, vorm: str) -> bytes | int:
    """The picture with the same pixels, quality, colours and orientation; or an exit code."""
    from PIL import Image, JpegImagePlugin

    Image.MAX_IMAGE_PIXELS = None  # we look at the size ourselves, before anything is unpacked
    bron = io.BytesIO(data)
    # A phone's JPEG may hold a second picture (depth, motion); only the first is read.
    plaatje: Image.Image = (
        JpegImagePlugin.JpegImageFile(bron)
        if vorm == "jpeg"
        else Image.open(bron, formats=[_VORMEN[vorm]])
    )
    if plaatje.width * plaatje.height > PIXELS:
        return TE_GROOT
    if getattr(plaatje, "n_frames", 1) > 1:
        return BEWEEGT
    exif = Image.Exif()
    if richting := plaatje.getexif().get(_ORIENTATIE):
        exif[_ORIENTATIE] = richting
    opties: dict[str, object] = {"icc_profile": plaatje.info.get("icc_profile")}
    if richting:
        opties["exif"] = exif.tobytes()
    if vorm == "jpeg":
        opties |= {"quality": "keep", "subsampling": "keep"}
    elif vorm == "webp":
        opties |= {"quality": 90, "lossless": data[12:16] == b"VP8L" or b"VP8L" in data[:64]}
    plaatje.load()
    plaatje.info.pop("comment", None)
    uit = io.BytesIO()
    plaatje.save(uit, _VORMEN[vorm], **opties)
    return uit.getvalue()


def main() -> int:
    limit()
    warnings.simplefilter("ignore")  # a strange picture is no reason to write to stderr
    try:
        gemaakt = rewrite(sys.stdin.buffer.read(), sys.argv[1])
    except Exception:
        return ONLEESBAAR
    if isinstance(gemaakt, int):
        return gemaakt
    sys.stdout.buffer.write(gemaakt)
    return 0


if __name__ == "__main__":
    sys.exit(main())
