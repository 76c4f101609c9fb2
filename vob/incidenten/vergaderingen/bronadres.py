"""Which addresses an agenda may be fetched from (shared/ontwerp/veiligheid.md T10). Pure."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

_HTTPS = "Vul een adres in dat begint met https://."


def check_url(url: str) -> SplitResult:
    """The parts of an https address with a host. Raises ValueError with a sentence in Dutch."""
    try:
        delen = urlsplit(url)
        poort = delen.port
    except ValueError:
        raise ValueError(_HTTPS) from None
    if delen.scheme != "https" or not delen.hostname or poort == 0:
        raise ValueError(_HTTPS)
    if delen.username is not None or delen.password is not None:
        raise ValueError("Zet geen naam of wachtwoord in het adres.")
    if any(ord(teken) <= 32 or ord(teken) == 127 for teken in url):
        raise ValueError("In dit adres staat een spatie of een onbruikbaar teken.")
    return delen


def is_openbaar(ip: str) -> bool:
    """Whether this address is somewhere on the internet, and not in a network of our own.

    An IPv6 address that wraps an IPv4 one is judged by what it wraps.
    """
    adres = ip_address(ip.partition("%")[0])
    return all(deel.is_global and not deel.is_multicast for deel in (adres, *_wrapped(adres)))


_NAT64 = IPv6Network("64:ff9b::/96")


def _wrapped(adres: IPv4Address | IPv6Address) -> list[IPv4Address]:
    if isinstance(adres, IPv4Address):
        return []
    binnenin = [adres.ipv4_mapped, adres.sixtofour, *(adres.teredo or ())]
    if adres in _NAT64:
        binnenin.append(IPv4Address(int(adres) & 0xFFFFFFFF))
    return [deel for deel in binnenin if deel is not None]
