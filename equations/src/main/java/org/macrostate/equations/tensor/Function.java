package org.macrostate.equations.tensor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The mathematical functions an expression may use, by their names in the Wolfram language. */
public enum Function {
    EXP("Exp", 1, 1),
    LOG("Log", 1, 1),
    SIN("Sin", 1, 1),
    COS("Cos", 1, 1),
    TAN("Tan", 1, 1),
    ARC_SIN("ArcSin", 1, 1),
    ARC_COS("ArcCos", 1, 1),
    ARC_TAN("ArcTan", 1, 1),
    SINH("Sinh", 1, 1),
    COSH("Cosh", 1, 1),
    TANH("Tanh", 1, 1),
    ERF("Erf", 1, 1),
    ABS("Abs", 1, 1),
    SIGN("Sign", 1, 1),
    UNIT_STEP("UnitStep", 1, 1),
    RAMP("Ramp", 1, 1),
    MIN("Min", 1, 64),
    MAX("Max", 1, 64),
    MOD("Mod", 2, 2),
    FLOOR("Floor", 1, 1),
    LESS("Less", 2, 2),
    LESS_EQUAL("LessEqual", 2, 2),
    EQUAL("Equal", 2, 2),
    AND("And", 1, 64),
    OR("Or", 1, 64),
    NOT("Not", 1, 1),
    IF("If", 3, 3),
    /** 1/v, and 0 where a variance v vanishes; a function of {@link Guarded}, like the next three. */
    VARIANCE_INVERSE("VarianceInverse", 1, 2),
    /** √v, and 0 where a variance v vanishes. */
    VARIANCE_ROOT("VarianceRoot", 1, 2),
    /** 1/√v, and 0 where a variance v vanishes. */
    VARIANCE_INVERSE_ROOT("VarianceInverseRoot", 1, 2),
    /** 1/√(2πv), the density of a centred normal variable at zero, and 0 where its variance v vanishes. */
    DENSITY_AT_ZERO("DensityAtZero", 1, 2),
    /** The arcsine law of two signs from their covariance and variances. */
    SIGN_MEAN("SignMean", 3, 6),
    /**
     * The mean of a product of signs of Gaussian variables with means: the means m_1 … m_n, then the lower triangle of the
     * covariance matrix, row by row; then, if something is known of the variables, their second moments before.
     */
    MEAN_OF_SIGNS("MeanOfSigns", 5, 24),
    /**
     * A Gaussian expectation that is integrated when it is evaluated: of a function of places ({@link Apply#PLACE}), over so
     * many of them, to so many digits, with the lower triangle of a covariance matrix, row by row.
     */
    GAUSSIAN_MEAN("GaussianMean", 4, 128),
    /** The largest sum of a matrix's elements of which no two stand in one row or column; a {@link MatrixFunction}. */
    BEST_PAIRING("BestPairing", 1, 1),
    /** The sum of a matrix's elements over the best pairing of another: the derivative of the former. */
    PAIRED_SUM("PairedSum", 2, 2),
    /** The sum of a matrix's singular values: the largest trace that a rotation gives it. */
    NUCLEAR_NORM("NuclearNorm", 1, 1),
    /** The sum of a matrix's elements times those of another's polar factor: the derivative of the former. */
    POLAR_SUM("PolarSum", 2, 2),
    /** Its argument, whose gradient is not taken; only in losses, and gone after the derivation. */
    STOP_GRADIENT("StopGradient", 1, 1),
    /** The expectation over a fresh sample; only in observables, and gone after the derivation. */
    MEAN("Mean", 1, 1);

    private static final Map<String, Function> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Function::text, f -> f));

    private final String text;
    private final int fewest;
    private final int most;

    Function(String text, int fewest, int most) {
        this.text = text;
        this.fewest = fewest;
        this.most = most;
    }

    /** The name in the Wolfram language. */
    public String text() {
        return text;
    }

    public int fewestArguments() {
        return fewest;
    }

    public int mostArguments() {
        return most;
    }

    /** True for conditions, whose value is 1 (true) or 0 (false). */
    public boolean isCondition() {
        return switch (this) {
            case LESS, LESS_EQUAL, EQUAL, AND, OR, NOT -> true;
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS, SIGN -> false;
            case UNIT_STEP, RAMP, MIN, MAX, MOD, FLOOR, IF, VARIANCE_INVERSE, VARIANCE_ROOT -> false;
            case VARIANCE_INVERSE_ROOT, DENSITY_AT_ZERO, SIGN_MEAN, MEAN_OF_SIGNS, GAUSSIAN_MEAN -> false;
            case BEST_PAIRING, PAIRED_SUM, NUCLEAR_NORM, POLAR_SUM, STOP_GRADIENT, MEAN -> false;
        };
    }

    /** All functions by their names. */
    public static Map<String, Function> byName() {
        return BY_NAME;
    }
}
