package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MagnitudeValue;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * How a product of functions of Gaussian variables grows far out along a line, {@code log|f(t ω)| = rate · t²/2}. Of normal
 * factors, whose variance is one, the mean exists only if the rate is below one; of fields, whose variance is not known, there is
 * none at all if f outgrows every bell. Judged for numbers in place of parameters, small and large and of both signs: refused
 * is what has a mean for none of them. What has one for some parameters or at some states has no value at the others, which
 * is seen where it is evaluated.
 */
public final class Tails {
    /** So far out on a line the growth is measured; sizes are logarithms, which do not overflow. */
    public static final double NEAR = 100;

    public static final double FAR = 200;

    /**
     * Where {@code f φ} falls off like {@code exp(−(1 − rate) t²/2)}, rates above this leave more than 1e-8 beyond the largest
     * floating-point numbers: no formula gives such a mean.
     */
    public static final double LARGEST_RATE = 0.97;

    /** From this rate on, to rounding, there is no mean. */
    private static final double NO_MEAN = 1 - 1e-6;

    /** Twice as far out a bell's exponent grows four times as much. */
    private static final double OUTGROWN = 4.2;

    /** So far out that logarithms of powers beside an exponent do not count. */
    private static final double OUTERMOST = 1e4;

    private static final int MOST_SIGNS = 5;
    private static final double[] SIZES = {0.01, 1, 100};

    private final Covariance covariance;
    private final Map<Expression, Symbol> named = new LinkedHashMap<>();
    private final Random random = new Random(1);

    private Tails(Covariance covariance) {
        this.covariance = covariance;
    }

    /** Of the logarithms of the absolute values at {@link #NEAR} and {@link #FAR}. */
    public static double rate(double near, double far) {
        return 2 * (far - near) / (FAR * FAR - NEAR * NEAR);
    }

    /** Whether there is no mean, or none that numbers can tell; not of what is unknown. */
    public static boolean isTooFast(double rate) {
        return rate > LARGEST_RATE;
    }

    /**
     * Looks at factors whose product an expectation is taken of.
     *
     * @throws BadInput if it has none for any parameters at any state
     */
    static void refuse(List<Expression> factors, Covariance covariance) {
        if (factors.stream().anyMatch(f -> Expansion.contains(f, Tails::mayGrow))) {
            new Tails(covariance).refuse(factors);
        }
    }

    private static boolean mayGrow(Expression e) {
        if (e instanceof Power p) {
            return p.exponent() instanceof Rational n
                    && n.value().signum() < 0
                    && Expansion.contains(p.base(), part -> part instanceof Apply a && a.function() == Function.ERF);
        }
        return e instanceof Apply a
                && (a.function() == Function.EXP || a.function() == Function.SINH || a.function() == Function.COSH);
    }

    private void refuse(List<Expression> factors) {
        Expression product = Substitution.atoms(this::numbered).in(Times.of(factors));
        List<Symbol> variables = new ArrayList<>();
        List<Symbol> fields = new ArrayList<>();
        List<Symbol> others = new ArrayList<>();
        boolean unknown = false;
        for (Map.Entry<Expression, Symbol> entry : named.entrySet()) {
            boolean varies = covariance.isVariable(entry.getKey());
            (varies ? variables : others).add(entry.getValue());
            unknown |= varies && !isOfVarianceOne(entry.getKey());
            if (varies && !covariance.isApart(entry.getKey())) {
                fields.add(entry.getValue());
            }
        }
        for (double size : SIZES) {
            for (int sign = -1; sign <= 1; sign++) {
                Map<Symbol, Double> values = values(others, size, sign);
                boolean diverges = outgrows(product, variables, values, unknown);
                if (!diverges && unknown && fields.size() < variables.size()) {
                    List<Symbol> apart = new ArrayList<>(variables);
                    apart.removeAll(fields);
                    values.putAll(values(fields, 1, 0));
                    diverges = outgrows(product, apart, values, false);
                }
                if (!diverges) {
                    return;
                }
            }
        }
        throw new BadInput("the expectation of " + covariance.told(factors)
                + " diverges: far out it grows faster than the density decays");
    }

    private static boolean isOfVarianceOne(Expression variable) {
        return variable instanceof Symbol s && s.kind() == Kind.RANDOM;
    }

    private Map<Symbol, Double> values(List<Symbol> symbols, double size, int sign) {
        Map<Symbol, Double> values = new HashMap<>();
        for (Symbol symbol : symbols) {
            double own = sign == 0 ? Math.signum(random.nextDouble() - 0.5) : sign;
            values.put(symbol, own * size * (0.5 + random.nextDouble()));
        }
        return values;
    }

    /**
     * Along one line at least, and then in a cone around it: with all signs of up to five variables.
     *
     * @param unknown whether a variance is
     */
    private boolean outgrows(Expression product, List<Symbol> variables, Map<Symbol, Double> values, boolean unknown) {
        int lines = variables.size() > MOST_SIGNS ? 1 << MOST_SIGNS : 1 << variables.size();
        for (int i = 0; i < lines; i++) {
            double[] direction = new double[variables.size()];
            double square = 0;
            for (int k = 0; k < direction.length; k++) {
                int side = k < MOST_SIGNS ? 1 - 2 * (i >> k & 1) : random.nextBoolean() ? 1 : -1;
                direction[k] = side * (0.3 + random.nextDouble());
                square += direction[k] * direction[k];
            }
            double scale = 1 / Math.sqrt(square);
            DoubleUnaryOperator growth = distance -> log(product, variables, values, direction, scale * distance);
            if (unknown
                    ? outgrowsBells(growth)
                    : rate(growth.applyAsDouble(NEAR), growth.applyAsDouble(FAR)) >= NO_MEAN) {
                return true;
            }
        }
        return false;
    }

    /**
     * By differences, in which constants before an exponential and in its exponent have no part; less far out where {@code
     * Log[Exp[Exp[h]]]} has numbers in it that not even their logarithms tell.
     */
    private static boolean outgrowsBells(DoubleUnaryOperator growth) {
        double unit = growth.applyAsDouble(4 * OUTERMOST) == Double.POSITIVE_INFINITY ? NEAR : OUTERMOST;
        double last = growth.applyAsDouble(4 * unit);
        double middle = growth.applyAsDouble(2 * unit);
        double first = middle - growth.applyAsDouble(unit);
        return last == Double.POSITIVE_INFINITY || (first > 0 && last - middle > OUTGROWN * first);
    }

    private static double log(
            Expression product,
            List<Symbol> variables,
            Map<Symbol, Double> values,
            double[] direction,
            double distance) {
        Map<Symbol, Double> all = new HashMap<>(values);
        for (int k = 0; k < direction.length; k++) {
            all.put(variables.get(k), distance * direction[k]);
        }
        return MagnitudeValue.of(product, all).log();
    }

    private Expression numbered(Expression atom) {
        return atom instanceof Rational || atom instanceof Constant
                ? atom
                : named.computeIfAbsent(atom, a -> new Symbol(Kind.PARAMETER, "#" + named.size(), List.of()));
    }
}
