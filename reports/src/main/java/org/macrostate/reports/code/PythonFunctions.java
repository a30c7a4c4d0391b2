package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.macrostate.equations.tensor.Function;

/** Functions that Python code brings along: like the compiled kernel's on floats, elementwise on NumPy arrays. */
final class PythonFunctions {
    private static final String LIFTED = """
            def _elementwise(scalar, array=None):
                # nan where there is no value: one state among many that none can have leaves the others alone
                def one(x):
                    try:
                        return scalar(x)
                    except ValueError:
                        return math.nan
                    except OverflowError:
                        return math.inf

                def f(x):
                    if not getattr(x, "ndim", 0):
                        return one(x)
                    with _np.errstate(invalid="ignore", divide="ignore", over="ignore"):
                        return (getattr(_np, array) if array else _np.vectorize(one, otypes=[float]))(x)
                return f


            """;

    private static final Map<String, String> OWN = new LinkedHashMap<>();

    private PythonFunctions() {}

    static {
        OWN.put("exp", "_exp = _elementwise(math.exp, \"exp\")\n");
        OWN.put("log", "_log = _elementwise(lambda x: math.log(x) if x != 0 else -math.inf, \"log\")\n");
        OWN.put("sqrt", "_sqrt = _elementwise(math.sqrt, \"sqrt\")\n");
        for (String name : List.of("sin", "cos", "tan", "sinh", "cosh", "tanh")) {
            OWN.put(name, "_" + name + " = _elementwise(math." + name + ", \"" + name + "\")\n");
        }
        OWN.put("arctan", "_arctan = _elementwise(math.atan, \"arctan\")\n");
        String within = "math.copysign(1.0, x) if 1 - 1e-15 < abs(x) < 1 + 1e-7 else x";
        String note = "# a correlation that rounding carried past one comes back to it\n";
        OWN.put("arcsin", note + "_arcsin = _elementwise(lambda x: math.asin(" + within + "))\n");
        OWN.put("arccos", note + "_arccos = _elementwise(lambda x: math.acos(" + within + "))\n");
        OWN.put("erf", "_erf = _elementwise(math.erf)\n");
        OWN.put("sign", "_sign = _elementwise(lambda x: float(x > 0) - float(x < 0), \"sign\")\n");
        OWN.put("floor", "_floor = _elementwise(lambda x: float(math.floor(x)), \"floor\")\n");
        OWN.put("mod", "\n\ndef _mod(a, b):\n    return a - b*_floor(a/b)\n");
        OWN.put(
                "power",
                "\n\ndef _power(a, b):\n    if getattr(a, \"ndim\", 0) or getattr(b, \"ndim\", 0):\n"
                        + "        return _np.power(a, b)\n    return _elementwise(lambda x: math.pow(x, b))(a)\n");
        OWN.put("min", extreme("min", "minimum"));
        OWN.put("max", extreme("max", "maximum"));
        OWN.put(
                "choice",
                "\n\ndef _choice(condition, then, otherwise):\n    if getattr(condition, \"ndim\", 0):\n"
                        + "        return _np.where(condition, then(), otherwise())\n"
                        + "    return then() if condition else otherwise()\n");
    }

    private static String matrix(Set<String> called) {
        return MatrixFunctionCode.python(Stream.of(Function.BEST_PAIRING, Function.NUCLEAR_NORM)
                .filter(f -> called.contains(f.text().toLowerCase(Locale.ROOT))));
    }

    private static String extreme(String name, String array) {
        return "\n\ndef _" + name + "(a, b):\n    if getattr(a, \"ndim\", 0) or getattr(b, \"ndim\", 0):\n"
                + "        return _np." + array + "(a, b)\n    return " + name + "(a, b)\n";
    }

    /** The definitions of the functions called. */
    static String of(Set<String> called) {
        List<String> needed = new ArrayList<>(called);
        if (called.contains("mod") && !called.contains("floor")) {
            needed.add("floor");
        }
        StringBuilder lifted = new StringBuilder();
        StringBuilder defined = new StringBuilder();
        for (Map.Entry<String, String> function : OWN.entrySet()) {
            if (needed.contains(function.getKey())) {
                (function.getValue().startsWith("\n") ? defined : lifted).append(function.getValue());
            }
        }
        defined.append(matrix(called));
        boolean lifts = lifted.length() > 0 || needed.contains("power");
        return (lifts ? LIFTED : "")
                + lifted
                + (lifted.length() == 0 ? defined.toString().stripLeading() : defined)
                + (needed.isEmpty() ? "" : "\n\n");
    }
}
