"""An attribute that is worked out when it is first asked for, and then kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazily(Generic[Value]):
    """Like ``functools.cached_property`` without its lock, which costs more than what is worked out here."""

    def __init__(self, work_out: Callable[[Any], Value]) -> None:
        self.work_out, self.name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    @overload
    def __get__(self, whose: None, owner: type) -> "lazily[Value]": ...
    @overload
    def __get__(self, whose: object, owner: type) -> Value: ...
    def __get__(self, whose: object | None, owner: type) -> "Value | lazily[Value]":
        if whose is None:
            return self
        value = self.work_out(whose)
        whose.__dict__[self.name] = value
        return value
