"""A model and what can be asked of it."""

import json
import pathlib
import tempfile

from ._command import option, run, text
from ._results import Equations, FixedPoints, PhaseDiagram, Table, Thresholds


def models():
    """The names of the bundled models and studies, as ``macrostate models`` lists them."""
    return run("models").output


class Model:
    """A model file or a bundled model, with parameters and sizes set.

    name -- a bundled name or the path of a model file
    sizes -- how many copies of indexed symbols exist, {"M": 2}
    parameters -- values by name; for names that are no Python words pass set={"lambda": 0.1}
    """

    def __init__(self, name, sizes=None, set=None, **parameters):  # noqa: A002 (the command's own word)
        self.name = str(name)
        self.sizes = dict(sizes or {})
        self.parameters = {**(set or {}), **parameters}

    def with_(self, sizes=None, set=None, **parameters):  # noqa: A002
        """The same model with further settings."""
        return Model(self.name, {**self.sizes, **(sizes or {})}, {**self.parameters, **(set or {}), **parameters})

    def source(self):
        """The text of a bundled model's file."""
        return run("show", self.name).output

    def _words(self, command, options):
        words = [command, self.name]
        words += option("set", self.parameters) if self.parameters else []
        words += option("size", self.sizes) if self.sizes else []
        for name, value in options.items():
            words += option(name, value)
        return words

    def ask(self, command, **options):
        """Any command on this model: its outcome, with standard output as text."""
        return run(*self._words(command, options))

    def _json(self, command, options):
        outcome = run(*self._words(command, {**options, "json": True}))
        return json.loads(outcome.output), outcome

    def _table(self, command, options):
        outcome = run(*self._words(command, {**options, "quiet": True}))
        return Table(outcome.output, outcome)

    def _folder(self, command, options):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "answer"
            outcome = run(*self._words(command, {**options, "out": target}))
            return {path.name: path.read_bytes() for path in target.iterdir() if path.is_file()}, outcome

    def derive(self, **options):
        """The order-parameter equations."""
        outcome = run(*self._words("derive", options))
        latex = run(*self._words("derive", {**options, "format": "latex"})).output
        module = lambda: run(*self._words("derive", {**options, "format": "sympy"})).output  # noqa: E731
        return Equations(outcome.output, latex, module, outcome)

    def integrate(self, until=None, **options):
        """A trajectory: a column t, the order parameters, the observables. t = steps / N."""
        return self._table("integrate", {"until": until, **options})

    def fixed_points(self, **options):
        """All fixed points found."""
        return FixedPoints(*self._json("fixed-points", options))

    def thresholds(self, state, solve, **options):
        """The stability of a named state in symbols, and where it changes in one parameter."""
        wanted = {"state": state, "solve": solve, **options}
        found, outcome = self._json("thresholds", wanted)
        return Thresholds(found, run(*self._words("thresholds", wanted)).output, outcome)

    def branch(self, vary, **options):
        """Branches of fixed points in one parameter, vary = "beta=0:3": the command's JSON."""
        return self._json("branch", {"vary": vary, **options})[0]

    def phase_diagram(self, x, y, **options):
        """Phases over two parameters, x = "beta=0:3:61"."""
        files, outcome = self._folder("phase-diagram", {"x": x, "y": y, **options})
        figure = next((name for name in sorted(files) if name.endswith(".svg")), None)
        return PhaseDiagram(
            files["phase.csv"].decode(),
            files["boundaries.csv"].decode(),
            files[figure].decode() if figure else None,
            outcome,
        )

    def simulate(self, dimension, runs, until, **options):
        """SGD itself, in R^dimension."""
        return self._table("simulate", {"dimension": dimension, "runs": runs, "until": until, **options})

    def check(self, dimension, runs, until, **options):
        """The derivation against SGD: the command's JSON, with "passed"."""
        return self._json("check", {"dimension": dimension, "runs": runs, "until": until, **options})[0]

    def tune(self, schedule, vary, goal, **options):
        """The best constants of a schedule: the command's JSON."""
        return self._json("tune", {"schedule": schedule, "vary": vary, "goal": goal, **options})[0]

    def control(self, control, goal, **options):
        """The optimal schedule of free form: the command's JSON."""
        return self._json("control", {"control": control, "goal": goal, **options})[0]

    def sweep(self, over, measure, **options):
        """Measures over any number of parameters; measure is one text or a list."""
        wanted = "; ".join(measure) if isinstance(measure, (list, tuple)) else measure
        return self._table("sweep", {"over": over, "measure": wanted, **options})

    def explore(self, out, **options):
        """Writes the live page."""
        return run(*self._words("explore", {"out": text(out), **options})).messages

    def __repr__(self):
        set_ = ", ".join(f"{name}={value}" for name, value in {**self.sizes, **self.parameters}.items())
        return f"Model({self.name!r}{', ' + set_ if set_ else ''})"
