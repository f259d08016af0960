"""The OpenAPI document is kept: whatever is asked in its terms gets an answer in its terms."""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onrecord.web.api.routes import OPERATIONS
from onrecord.web.app import create_app
from onrecord.web.limits import Limits

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = 60


@pytest.fixture(scope="module")
def contract(harbour: Path) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app(harbour, limits=Limits(readers=1)))


@pytest.mark.parametrize(("method", "path"), [(operation.method, operation.path) for operation, _ in OPERATIONS])
def test_the_api_answers_in_the_terms_of_its_contract(
    contract: schemathesis.BaseSchema, method: str, path: str
) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=contract[path][method].as_strategy())
    def ask(case: Case) -> None:  # type: ignore[type-arg]
        case.call_and_validate(checks=CHECKS)

    ask()
