"""The command ``macrostate`` from Python: models in, tables, expressions and figures out."""

from ._command import BadInput, Defect, command, run
from ._model import Model, models
from ._results import Equations, FixedPoints, PhaseDiagram, Table, Thresholds

__all__ = [
    "BadInput",
    "Defect",
    "Equations",
    "FixedPoints",
    "Model",
    "PhaseDiagram",
    "Table",
    "Thresholds",
    "command",
    "models",
    "run",
]
