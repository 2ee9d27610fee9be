"""The demo network: made by one generator with a seed and a size, and the doors by which its cast comes in."""


def load_once(*, organisations: int) -> None:
    """Load the demo network when the database has none."""


def sign_in_addresses() -> list[tuple[str, str]]:
    """Role and sign-in address of each of the cast."""
    return []
