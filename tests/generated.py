"""The pydantic models that a generator makes of our schemas: a reader of others."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from icluster import wire

__all__ = ["generated_models"]

ROW: Any = tuple


def generated_models(
    generator: Any, kinds: Mapping[str, type], folder: Path
) -> ModuleType:
    """Make models of the schemas of *kinds* and import them from *folder*.

    The module stays in ``sys.modules``, where pydantic looks for names.
    """
    schema = wire.json_schema(ROW[tuple(kinds.values())])
    properties = dict(zip(kinds, schema["prefixItems"], strict=True))
    whole = {"type": "object", "properties": properties, "$defs": schema["$defs"]}
    path = folder / "generated_models.py"
    generator.generate(
        json.dumps(whole),
        input_file_type=generator.InputFileType.JsonSchema,
        output=path,
        output_model_type=generator.DataModelType.PydanticV2BaseModel,
        formatters=[],
    )
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
