package org.macrostate.equations.language;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.MatrixFunction;

/** The words of the language itself: functions with their numbers of arguments. */
public final class FunctionTable {
    private static final int MANY = 1000;
    private static final Map<String, Integer> OPERATORS = Map.of(
            "Plus",
            MANY,
            "Times",
            MANY,
            "Minus",
            1,
            "Divide",
            2,
            "Power",
            2,
            "Sqrt",
            1,
            "Greater",
            2,
            "GreaterEqual",
            2,
            "Unequal",
            2);
    private static final Collection<String> OTHERS =
            List.of("Sum", "Product", "Dot", "KroneckerDelta", "True", "False", "noise", "BatchMean");

    private FunctionTable() {}

    /** True for the words of the language, which a model must not declare. */
    public static boolean isWord(String name) {
        return isFunction(name) || OTHERS.contains(name);
    }

    static boolean isFunction(String name) {
        return Function.byName().containsKey(name)
                || OPERATORS.containsKey(name)
                || DefinedFunction.NAMES.contains(name);
    }

    static boolean isMatrixFunction(String name) {
        Function function = Function.byName().get(name);
        return function != null && MatrixFunction.is(function);
    }

    static Collection<String> functions() {
        Collection<String> names = new TreeSet<>(Function.byName().keySet());
        names.addAll(List.of("Sqrt", "Sum", "KroneckerDelta"));
        names.addAll(DefinedFunction.NAMES);
        return names;
    }

    static void checkCount(Syntax.Call call) {
        Function function = Function.byName().get(call.head());
        if (function != null) {
            checkCount(call, function.fewestArguments(), function.mostArguments());
        } else {
            int most = DefinedFunction.NAMES.contains(call.head()) ? 1 : OPERATORS.getOrDefault(call.head(), MANY);
            checkCount(call, most == MANY ? 1 : most, most);
        }
    }

    static void checkCount(Syntax.Call call, int fewest, int most) {
        int found = call.arguments().size();
        if (found < fewest || found > most) {
            String wanted = fewest == most
                    ? count(fewest, "argument", "arguments")
                    : "from " + fewest + " to " + most + " arguments";
            throw new BadInput("'" + call.head() + "' takes " + wanted + ", found " + found);
        }
    }

    /** The function of a head that is one, its conditions checked to be conditions. */
    static Function function(String head, List<Expression> arguments) {
        Function function = Function.byName().get(head);
        if (function == null) {
            throw new IllegalArgumentException(head);
        }
        int conditions =
                switch (function) {
                    case AND, OR, NOT -> arguments.size();
                    case IF -> 1;
                    case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS, SIGN -> 0;
                    case UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, LESS, LESS_EQUAL, EQUAL, VARIANCE_INVERSE -> 0;
                    case VARIANCE_ROOT, VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS -> 0;
                    case GAUSSIAN_MEAN, BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT, MEAN -> 0;
                };
        for (Expression argument : arguments.subList(0, conditions)) {
            if (!isCondition(argument)) {
                throw new BadInput("'" + head + "' needs a condition such as Q[1,1] < 1/10");
            }
        }
        return function;
    }

    /** True for comparisons, their combinations, and the values True and False. */
    public static boolean isCondition(Expression expression) {
        return expression.isZero()
                || expression.isOne()
                || expression instanceof Apply a && a.function().isCondition();
    }

    static String count(int n, String one, String several) {
        return n == 0 ? "no " + one : n + " " + (n == 1 ? one : several);
    }
}
