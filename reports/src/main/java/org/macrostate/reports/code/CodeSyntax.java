package org.macrostate.reports.code;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Function;

/** How a language writes what expressions are made of. Operands come with the brackets that they need. */
interface CodeSyntax {
    /** A whole number in a formula. */
    default String whole(String digits) {
        return digits.length() > 15 ? digits + ".0" : digits;
    }

    /** An element of an array. */
    String at(String name, List<String> places);

    /** A constant place, from 1. */
    String place(int position);

    /** The number of a place, from 1, as a number of a formula. */
    default String numberOf(String place) {
        return place(1).equals("0") ? "(" + place + " + 1)" : place;
    }

    /** What a function with this value has for a body: the value, or whole lines that return it. */
    default String body(Supplier<String> value) {
        return value.get();
    }

    String constant(Constant constant);

    /** A number of copies in a formula. */
    default String size(String name) {
        return name;
    }

    /** @param base with the brackets that it needs below an exponent */
    String power(String base, int exponent);

    /** A power that is no whole number. */
    String power(String base, String exponent);

    String call(Function function, List<String> arguments);

    /** A call of a function that the code itself defines. */
    default String called(String name, List<String> arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    /** What the code of a square root is. */
    String root(String argument);

    /** The lesser or greater of two numbers of copies. */
    String extreme(Function function, String left, String right);

    /** As in C, which others follow. */
    default String and(List<String> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : joined(conditions, " && ");
    }

    default String or(List<String> conditions) {
        return joined(conditions, " || ");
    }

    default String not(String condition) {
        return "!(" + condition + ")";
    }

    private static String joined(List<String> conditions, String sign) {
        return conditions.stream().map(c -> "(" + c + ")").collect(Collectors.joining(sign));
    }

    /** The condition that two values are equal. */
    default String equal(String left, String right) {
        return left + " == " + right;
    }

    /** 1 where the condition holds, else 0. */
    default String truth(String condition) {
        return "(" + condition + " ? 1.0 : 0.0)";
    }

    /** The first where the condition holds, else the second; only that one is evaluated. */
    default String choice(String condition, String then, String otherwise) {
        return "((" + condition + ") ? " + then + " : " + otherwise + ")";
    }

    /** The same of a condition on indices. */
    default String onDiagonal(String condition, String then, String otherwise) {
        return choice(condition, then, otherwise);
    }

    /** The value of a function of the matrix of an expression over two indices. */
    String matrix(Function function, Running row, Running column, Supplier<String> entry);

    /** An index and how far it runs. */
    record Running(String index, String extent) {}

    /** A sum over an index from its first place to its last. */
    String sum(String index, String extent, Supplier<String> body);
}
