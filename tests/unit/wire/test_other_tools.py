"""What others make of our schemas: OpenAPI, and pydantic models generated of them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from examples.service import service
from tests.generated import generated_models
from tests.unit.wire.test_samples import EVERY, exchanged_classes

from icluster import wire

# Tools of developers: where there are none, others' reading cannot be looked at.
openapi: Any = pytest.importorskip("openapi_spec_validator")
generator: Any = pytest.importorskip("datamodel_code_generator")

KINDS = exchanged_classes()
ROW: Any = tuple


def test_the_document_of_the_service_is_openapi(tmp_path: Path) -> None:
    document = service(str(tmp_path / "service.sqlite")).openapi()
    assert document["openapi"].startswith("3.1")
    openapi.OpenAPIV31SpecValidator(document).validate()


def test_a_document_with_all_schemas_is_openapi() -> None:
    reference = "#/components/schemas/{model}"
    schema = wire.json_schema(ROW[tuple(KINDS.values())], ref_template=reference)
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "All", "version": "1"},
        "paths": {},
        "components": {"schemas": schema["$defs"]},
    }
    openapi.OpenAPIV31SpecValidator(document).validate()
    few = {"Money": {**schema["$defs"]["Money"], "type": "noun"}}
    document["components"]["schemas"] = few
    assert not openapi.OpenAPIV31SpecValidator(document).is_valid()


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Return the models that a generator makes of all schemas together."""
    module = generated_models(generator, KINDS, tmp_path_factory.mktemp("models"))
    yield module
    del sys.modules[module.__name__]


@pytest.mark.filterwarnings("ignore::UserWarning")  # of Decimal defaults, as text
def test_generated_models_take_what_is_written(models: ModuleType) -> None:
    classes = set(re.findall(r"\bTagged\w*", " ".join(vars(models))))
    # One class each, however many fields may hold it.
    assert classes >= {"TaggedMissing", "TaggedMissingUnknown", "TaggedOther"}
    assert not [name for name in classes if name[-1].isdigit()]
    taken = [
        name
        for name in EVERY
        if hasattr(getattr(models, name, None), "model_validate_json")
    ]
    # Written as text, so that there is nothing to generate: countries and the like.
    assert set(EVERY) - set(taken) == {"Country", "Other", "PartialDate"}
    for name in taken:
        getattr(models, name).model_validate(EVERY[name]["data"])
    whole = wire.to_dict(wire.read(json.dumps(EVERY["Policy"])), full=True)
    models.Policy.model_validate(whole)
    with pytest.raises(ValueError, match="country"):
        models.Policy.model_validate({**EVERY["Policy"]["data"], "country": 5})
