package org.macrostate.engine.option;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;

/** Reads numbers that a user typed: decimals and fractions, finite ones only. Every message quotes role, bound and value. */
public final class NumberReader {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d{1,4})?");

    /** So that JSON keeps it exactly. */
    static final long LARGEST_SEED = 1L << 53;

    private NumberReader() {}

    /**
     * Reads {@code 0.01}, {@code 1e-3} or {@code 8/3}.
     *
     * @throws BadInput if it is no number, or no finite one
     */
    public static double number(String role, String text) {
        String[] parts = text.strip().split("/", 2);
        double value = decimal(role, parts[0], text);
        if (parts.length == 2) {
            value /= decimal(role, parts[1], text);
        }
        if (!Double.isFinite(value)) {
            throw new BadInput(role + " must be a finite number, was '" + text.strip() + "'");
        }
        return value;
    }

    private static double decimal(String role, String part, String text) {
        if (!DECIMAL.matcher(part.strip()).matches()) {
            throw new BadInput(role + " must be a finite number, was '" + text.strip() + "'");
        }
        return Double.parseDouble(part.strip());
    }

    /** Reads a positive finite number. */
    public static double positive(String role, String text) {
        double value = number(role, text);
        if (!(value > 0)) {
            throw new BadInput(role + " must be positive, was " + text.strip());
        }
        return value;
    }

    /**
     * Reads an {@code int}.
     *
     * @throws BadInput if it is no whole number, or too large for one
     */
    public static int wholeNumber(String role, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notWhole) {
            throw new BadInput(role + " must be a whole number, was '" + text.strip() + "'");
        }
    }

    /** Reads a whole number from {@code least} to {@code most}. */
    public static int wholeNumber(String role, String text, int least, int most) {
        int value = wholeNumber(role, text);
        if (value < least || value > most) {
            throw new BadInput(role + " must be from " + least + " to " + most + ", was " + value);
        }
        return value;
    }

    /** Reads a seed: a whole number that JSON keeps exactly, from 0 to 2^53. */
    public static long seed(String text) {
        try {
            long seed = Long.parseLong(text.strip());
            if (seed >= 0 && seed <= LARGEST_SEED) {
                return seed;
            }
        } catch (NumberFormatException notWhole) {
            // the same message as for one out of range
        }
        throw new BadInput("the seed must be a whole number from 0 to 2^53, was '" + text.strip() + "'");
    }

    /** Reads {@code 200,800,3200}. */
    public static List<Integer> wholeNumbers(String role, String text, int least, int most) {
        List<Integer> values = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            values.add(wholeNumber(role, item, least, most));
        }
        return List.copyOf(values);
    }

    /** Reads {@code 0,0.5,1}. */
    public static List<Double> numbers(String role, String text) {
        List<Double> values = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            values.add(number(role, item));
        }
        return List.copyOf(values);
    }
}
