package org.macrostate.reports.code;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** Python whose numbers are SymPy's: exact, and conditions are relations that stay symbolic. */
final class SymPySyntax extends PythonSyntax {
    /** Functions under the names that the code calls. */
    static String definitions() {
        return """
                _exp, _log, _sqrt, _erf, _sign, _floor = sympy.exp, sympy.log, sympy.sqrt, sympy.erf, sympy.sign, sympy.floor
                _sin, _cos, _tan, _arcsin, _arccos, _arctan = sympy.sin, sympy.cos, sympy.tan, sympy.asin, sympy.acos, sympy.atan
                _sinh, _cosh, _tanh, _min, _max, _power, _mod = sympy.sinh, sympy.cosh, sympy.tanh, sympy.Min, sympy.Max, sympy.Pow, sympy.Mod


                def _choice(condition, then, otherwise):
                    return sympy.Piecewise((then(), condition), (otherwise(), True))


                """ + MatrixFunctionCode.sympy();
    }

    @Override
    public String whole(String digits) {
        return "sympy.Integer(" + digits + ")";
    }

    @Override
    public String constant(Constant constant) {
        return constant.equals(Constant.PI)
                ? "sympy.pi"
                : constant.equals(Constant.E) ? "sympy.E" : Double.toString(constant.value());
    }

    @Override
    public String call(Function function, List<String> arguments) {
        String name = function == Function.ABS
                ? "sympy.Abs"
                : "_" + function.name().toLowerCase(Locale.ROOT).replace("_", "");
        return name + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String equal(String left, String right) {
        return "sympy.Eq(" + left + ", " + right + ")";
    }

    @Override
    public String and(List<String> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : conditions.stream().collect(Collectors.joining(", ", "sympy.And(", ")"));
    }

    @Override
    public String or(List<String> conditions) {
        return conditions.stream().collect(Collectors.joining(", ", "sympy.Or(", ")"));
    }

    @Override
    public String not(String condition) {
        return "sympy.Not(" + condition + ")";
    }

    @Override
    public String truth(String condition) {
        return "sympy.Piecewise((1, " + condition + "), (0, True))";
    }
}
