"""`ETag` and `If-Match`: an edit says which version it edits."""

from flask import Response, after_this_request, request

from jiayi.core.errors import Problem, Stale


class IfMatchMissing(Problem):
    """An edit must say which version it edits."""

    status = 428


def set_version(version: int) -> None:
    """Send this version as the answer's ETag."""

    @after_this_request
    def add(answer: Response) -> Response:
        answer.set_etag(str(version))
        return answer


def check_version(version: int) -> None:
    """Refuse an edit of another version. Raises IfMatchMissing (428) and Stale (412)."""
    if "If-Match" not in request.headers:
        raise IfMatchMissing("core.if_match_missing")
    if not request.if_match.contains(str(version)):
        raise Stale("core.stale", {"version": version})
