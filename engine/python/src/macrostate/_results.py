"""Results: plain Python data, and DataFrames and expressions where pandas and SymPy are installed."""

import csv
import io


class Result:
    """What every result carries: messages of the command, and whether the numerics converged."""

    def __init__(self, outcome):
        self.messages = outcome.messages.strip()
        self.converged = outcome.converged
        self.passed = outcome.passed


class Table(Result):
    """Rows with named columns. An empty field is None."""

    def __init__(self, text, outcome):
        super().__init__(outcome)
        rows = list(csv.reader(io.StringIO(text)))
        self.columns = rows[0] if rows else []
        self.rows = [[_cell(field) for field in row] for row in rows[1:]]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, column):
        place = self.columns.index(column)
        return [row[place] for row in self.rows]

    def frame(self):
        """The table as a pandas DataFrame."""
        import pandas

        return pandas.DataFrame(self.rows, columns=self.columns)

    def _repr_html_(self):
        try:
            return self.frame()._repr_html_()
        except ImportError:
            return None

    def __repr__(self):
        return f"<{len(self.rows)} rows of {', '.join(self.columns)}>"


def _cell(field):
    if field == "":
        return None
    try:
        return float(field)
    except ValueError:
        return field


class Equations(Result):
    """Order-parameter equations: as text, LaTeX, JSON, and as SymPy expressions."""

    def __init__(self, text, latex, sympy_module, outcome):
        super().__init__(outcome)
        self.text = text
        self.latex = latex
        self._sympy_module = sympy_module
        self._namespace = None

    def _evaluated(self):
        if self._namespace is None:
            namespace = {"__name__": "macrostate_equations"}
            exec(compile(self._sympy_module(), "equations", "exec"), namespace)
            self._namespace = namespace
        return self._namespace

    def sympy(self):
        """The time derivative of each order parameter as a SymPy expression, by its name."""
        return dict(self._evaluated()["EQUATIONS"])

    def observables(self):
        """The observables as SymPy expressions, by name."""
        return dict(self._evaluated()["OBSERVABLES"])

    def symbols(self):
        """The SymPy symbols of order parameters and parameters, by name."""
        namespace = self._evaluated()
        return {**namespace["SYMBOLS"], **namespace["PARAMETER_SYMBOLS"]}

    def _repr_latex_(self):
        return self.latex

    def __repr__(self):
        return self.text


class FixedPoints(Result):
    """Fixed points: a list of dictionaries, as in the command's JSON."""

    def __init__(self, json, outcome):
        super().__init__(outcome)
        self.points = json["fixed points"]
        self.notes = json.get("notes", [])

    def __len__(self):
        return len(self.points)

    def __iter__(self):
        return iter(self.points)

    def __getitem__(self, place):
        return self.points[place]

    def stable(self):
        """Those that are stable."""
        return [point for point in self.points if point["stable"]]

    def frame(self):
        """A row a point: phase, stability, leading eigenvalue, state, observables."""
        import pandas

        return pandas.DataFrame(
            [
                {
                    "phase": point["phase"],
                    "stability": point["stability"],
                    "leading eigenvalue": point["eigenvalues"][0][0],
                    **point["state"],
                    **point["observables"],
                }
                for point in self.points
            ]
        )

    def _repr_html_(self):
        try:
            return self.frame()._repr_html_()
        except ImportError:
            return None


class Thresholds(Result):
    """The stability of a named state; boundaries of all its blocks."""

    def __init__(self, json, text, outcome):
        super().__init__(outcome)
        self.json = json
        self.text = text
        self.boundaries = [boundary for block in json["blocks"] for boundary in block["boundaries"]]

    def __repr__(self):
        return self.text


class PhaseDiagram(Result):
    """Phases over a grid, the curves between them, and the figure."""

    def __init__(self, phases, boundaries, svg, outcome):
        super().__init__(outcome)
        self.phases = Table(phases, outcome)
        self.boundaries = Table(boundaries, outcome)
        self.svg = svg

    def _repr_svg_(self):
        return self.svg
