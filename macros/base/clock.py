"""The date that statuses are judged by, and the moment of the build."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import Final

# Vietnam has kept UTC+7 all year round since 1975, so a fixed offset needs no time zone database.
HO_CHI_MINH: Final = dt.timezone(dt.timedelta(hours=7), "Asia/Ho_Chi_Minh")

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Seconds since 1970, up to the year 9999.
_MOMENT: Final = re.compile(r"[0-9]{1,12}")


class NoDay(ValueError):
    """``AS_OF`` is no day; the message says how to write one."""


def as_of() -> dt.date:
    """Return the date that statuses are judged by: ``AS_OF`` from the environment, or today in Ho Chi Minh City.

    Raises:
        NoDay: ``AS_OF`` is not ``YYYY-MM-DD``.
    """
    stated = os.environ.get("AS_OF", "")
    return _judging(stated) if stated else dt.datetime.now(HO_CHI_MINH).date()


def _judging(stated: str) -> dt.date:
    try:
        return day_of(stated)
    except ValueError as error:
        raise NoDay(
            f"AS_OF={stated!r} không phải ngày; hãy viết như 2026-11-21. / is no date; write it like 2026-11-21."
        ) from error


def day_of(text: str) -> dt.date:
    """Return the day that is written ``YYYY-MM-DD``. ISO 8601 knows other forms, which nobody would recognise.

    Raises:
        ValueError: it is written otherwise, or there is no such day.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(f"no date like 2026-11-21: {text!r}")
    return dt.date.fromisoformat(text)


def built_at() -> dt.datetime:
    """Return the time of the build in UTC: ``SOURCE_DATE_EPOCH`` where it is set, so that builds can be repeated."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = int(stated) if stated else dt.datetime.now(dt.UTC).timestamp()
    return dt.datetime.fromtimestamp(int(moment), dt.UTC)


def told_at(day: dt.date) -> dt.datetime:
    """Return the time of the build in UTC, or the last moment of a day in Vietnam that was over by then.

    Args:
        day: the day that is spoken of.
    """
    end = dt.datetime.combine(day, dt.time(23, 59, 59), HO_CHI_MINH).astimezone(dt.UTC)
    return min(built_at(), end)


def build_day() -> dt.date:
    """Return the day of the build in Vietnam."""
    return built_at().astimezone(HO_CHI_MINH).date()


def hold_clock() -> dt.date:
    """Put the time of a command into its environment for the processes that it starts, since it may run past midnight.

    Returns:
        The date that statuses are judged by.

    Raises:
        ValueError: ``AS_OF`` or ``SOURCE_DATE_EPOCH`` has another form; the message says how to write it.
    """
    now = dt.datetime.now(dt.UTC)
    stated = os.environ.get("AS_OF") or now.astimezone(HO_CHI_MINH).date().isoformat()
    moment = os.environ.get("SOURCE_DATE_EPOCH") or str(int(now.timestamp()))
    day = _judging(stated)
    try:
        if not _MOMENT.fullmatch(moment):
            raise ValueError(moment)
        dt.datetime.fromtimestamp(int(moment), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(
            f"SOURCE_DATE_EPOCH={moment!r} không phải số giây; hãy bỏ biến này. / is no number of seconds; unset it."
        ) from error
    os.environ |= {"AS_OF": day.isoformat(), "SOURCE_DATE_EPOCH": moment}
    return day
