"""The door itself: where endpoints are put up, and how it says no."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import structlog
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError

from kith.api.policies import guard_of
from kith.api.types import NotTaken, Problem

Endpoint = TypeVar("Endpoint", bound=Callable[..., HttpResponse])
logger = structlog.get_logger(__name__)

# Neither docs page nor built-in description: the one loads from other hosts, the other would stand without a policy.
door = NinjaAPI(title="Kith", version="1", docs_url=None, openapi_url=None, urls_namespace="api-v1")


def endpoint(method: str, path: str, *, policy: str, **described: Any) -> Callable[[Endpoint], Endpoint]:
    """Puts a function up at the door. Its policy and whether it asks for a token are one statement."""
    put_up = door.api_operation([method], path, auth=guard_of(policy), **described)

    def put(view: Endpoint) -> Endpoint:
        view.policy = policy  # type: ignore[attr-defined]
        return put_up(view)  # type: ignore[no-any-return]

    return put


def answer(status: int, text: str) -> HttpResponse:
    """An answer in JSON that is written already."""
    return HttpResponse(text, status=status, content_type="application/json")


def written(what: Mapping[str, Any]) -> str:
    """JSON as it goes out."""
    return json.dumps(what, ensure_ascii=False)


def refusal(status: int, *problems: Problem) -> HttpResponse:
    """The one form in which anything is refused: a list of what to mend."""
    return answer(status, written({"errors": [problem.as_json for problem in problems]}))


@door.exception_handler(NotTaken)
def _not_taken(request: HttpRequest, problem: NotTaken) -> HttpResponse:
    response = refusal(problem.status, *problem.problems)
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response


@door.exception_handler(AuthenticationError)
def _not_let_in(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
    return refused_without_token()


def refused_without_token() -> HttpResponse:
    """Whoever gives no token that is valid now."""
    response = refusal(
        401, Problem(field="Authorization", problem="Give a token that is valid now: Bearer <token>.")
    )
    response["WWW-Authenticate"] = "Bearer"
    return response


@door.exception_handler(Exception)
def _our_fault(request: HttpRequest, problem: Exception) -> HttpResponse:
    """Only the kind of error is written down: its words may hold what was sent."""
    logger.error("api_failed", path=request.path, error=type(problem).__name__)
    return refusal(
        500, Problem(field="", problem="Something went wrong here. Ask again with the same Idempotency-Key.")
    )


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """Any other address: said in the door's own form, without asking who is there."""
    return refusal(404, Problem(field="", problem="There is no such address at this door."))


nothing_here.policy = "public"  # type: ignore[attr-defined]
