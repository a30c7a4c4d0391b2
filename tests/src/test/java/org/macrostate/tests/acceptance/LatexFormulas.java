package org.macrostate.tests.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of printed LaTeX that works out formulas of centred fields: fractions, roots, sums over indices, and functions of
 * fields by the definitions that are printed above them.
 *
 * @param definitions of functions of fields, as they are printed
 * @param sizes by the letter at the end of a sum
 * @param values of symbols with numbers as indices, {@code Q12}
 */
record LatexFormulas(List<Definition> definitions, Map<String, Integer> sizes, Map<String, Double> values) {
    /** {@code D_{gh|f} = right}: a name and letters, those behind the bar too. */
    record Definition(String name, List<String> fields, String right) {}

    private static final Pattern FIELD = Pattern.compile("\\|?([a-z])(_\\{([a-z0-9])})?");
    private static final Pattern FUNCTION = Pattern.compile("([A-Z])_\\{((?:\\|?[a-z](?:_\\{[a-z0-9]})?)+)}");
    private static final Pattern CALLED = Pattern.compile("([A-Z]_\\{\\d})\\(([^()]*)\\)");
    private static final Pattern SUM = Pattern.compile("\\\\sum_\\{([a-z,]+)=1}\\^\\{([A-Z])}");

    /** All equations of a text by their left sides, without what only sets them. */
    static Map<String, String> equations(String latex) {
        Map<String, String> equations = new HashMap<>();
        Matcher inline = Pattern.compile("\\$([^$=]*) = ([^$]*)\\$").matcher(latex);
        while (inline.find()) {
            equations.put(plain(inline.group(1)), plain(inline.group(2)));
        }
        Matcher displays = Pattern.compile("\\\\begin\\{align\\*?}(.*?)\\\\end\\{align\\*?}", Pattern.DOTALL)
                .matcher(latex);
        while (displays.find()) {
            String left = "";
            for (String row : displays.group(1).split("\\\\\\\\")) {
                int at = row.indexOf("&=");
                left = at < 0 ? left : plain(row.substring(0, at));
                equations.merge(left, plain(at < 0 ? row : row.substring(at + 2)), String::concat);
            }
        }
        return equations;
    }

    static LatexFormulas of(String latex, Map<String, Integer> sizes, Map<String, Double> values) {
        List<Definition> definitions = new ArrayList<>();
        equations(latex).forEach((left, right) -> {
            Matcher called = CALLED.matcher(left);
            Matcher function = FUNCTION.matcher(left);
            String last = right.substring(right.lastIndexOf('=') + 1);
            if (called.matches()) {
                definitions.add(
                        new Definition(called.group(1), List.of(called.group(2).split(",")), last));
            } else if (function.matches()) {
                String name = function.group(1) + (left.contains("|") ? "|" : "");
                definitions.add(new Definition(name, fields(function.group(2)), last));
            }
        });
        return new LatexFormulas(definitions, sizes, values);
    }

    private static String plain(String latex) {
        return latex.replaceAll("\\\\(notag|Bigl|Bigr|left|right|,|times)(?![a-z])", "")
                .replaceAll("\\\\hspace\\{\\d+em}", "")
                .replaceAll("[&\\s]", "");
    }

    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            fields.add(field.group().replace("|", ""));
        }
        return fields;
    }

    /** @param indices numbers of letters */
    double value(String latex, Map<String, Integer> indices) {
        return new Reading(plain(latex), indices, Map.of()).all();
    }

    private final class Reading {
        private final String text;
        private final Map<String, Integer> indices;
        private final Map<String, String> letters;
        private int at;

        Reading(String text, Map<String, Integer> indices, Map<String, String> letters) {
            this.text = text;
            this.indices = indices;
            this.letters = letters;
        }

        double all() {
            double value = sum();
            if (at < text.length()) {
                throw new IllegalStateException("cannot read " + text.substring(at));
            }
            return value;
        }

        private boolean take(String what) {
            boolean here = text.startsWith(what, at);
            at += here ? what.length() : 0;
            return here;
        }

        private double sum() {
            double value = take("-") ? -product() : product();
            while (true) {
                if (take("+")) {
                    value += product();
                } else if (take("-")) {
                    value -= product();
                } else {
                    return value;
                }
            }
        }

        private double product() {
            double value = 1;
            while (at < text.length() && "+-)]},".indexOf(text.charAt(at)) < 0 && !text.startsWith("\\}", at)) {
                Matcher sum = SUM.matcher(text).region(at, text.length());
                if (sum.lookingAt()) {
                    at = sum.end();
                    return value * over(List.of(sum.group(1).split(",")), sum.group(2));
                }
                double factor = factor();
                if (take("^{")) {
                    factor = Math.pow(factor, sum());
                    take("}");
                }
                value *= factor;
            }
            return value;
        }

        /** The rest of the product is summed. */
        private double over(List<String> running, String extent) {
            int size = sizes.getOrDefault(extent, 0);
            int start = at;
            double total = 0;
            for (int n = 0; n < (int) Math.pow(size, running.size()); n++) {
                Map<String, Integer> inner = new HashMap<>(indices);
                for (int i = 0, rest = n; i < running.size(); i++, rest /= size) {
                    inner.put(running.get(i), 1 + rest % size);
                }
                Reading body = new Reading(text, inner, letters);
                body.at = start;
                total += body.product();
                at = body.at;
            }
            return total;
        }

        private double group() {
            take("{");
            double value = sum();
            take("}");
            return value;
        }

        private double factor() {
            for (String[] pair : new String[][] {{"(", ")"}, {"[", "]"}, {"\\{", "\\}"}}) {
                if (take(pair[0])) {
                    double value = sum();
                    take(pair[1]);
                    return value;
                }
            }
            if (take("\\frac")) {
                double above = group();
                return above / group();
            }
            if (take("\\sqrt")) {
                return Math.sqrt(group());
            }
            if (take("\\arcsin")) {
                return Math.asin(factor());
            }
            if (take("\\pi")) {
                return Math.PI;
            }
            if (take("\\delta_{")) {
                String both = text.substring(at, at + 2);
                at += 3;
                return number(both.substring(0, 1)) == number(both.substring(1)) ? 1 : 0;
            }
            Matcher digits = Pattern.compile("\\d+").matcher(text).region(at, text.length());
            if (digits.lookingAt()) {
                at = digits.end();
                return Double.parseDouble(digits.group());
            }
            return named();
        }

        private double named() {
            Matcher called = CALLED.matcher(text).region(at, text.length());
            if (called.lookingAt()) {
                at = called.end();
                return function(called.group(1), List.of(called.group(2).split(",")));
            }
            if (take("\\mathrm{decay}")) {
                return 0;
            }
            Matcher order = Pattern.compile("([QR])_\\{([a-z0-9])([a-z0-9])}")
                    .matcher(text)
                    .region(at, text.length());
            if (order.lookingAt()) {
                at = order.end();
                int k = number(order.group(2));
                int l = number(order.group(3));
                boolean swap = order.group(1).equals("Q") && k > l;
                return values.getOrDefault(order.group(1) + (swap ? "" + l + k : "" + k + l), Double.NaN);
            }
            Matcher function = FUNCTION.matcher(text).region(at, text.length());
            if (!function.lookingAt()) {
                throw new IllegalStateException("cannot read " + text.substring(at));
            }
            at = function.end();
            boolean bar = function.group().contains("|");
            return function(function.group(1) + (bar ? "|" : ""), fields(function.group(2)));
        }

        private int number(String index) {
            return Character.isDigit(index.charAt(0)) ? Integer.parseInt(index) : indices.getOrDefault(index, 0);
        }

        /** A field with a number, {@code x_{2}}. */
        private String meant(String field) {
            if (letters.containsKey(field)) {
                return letters.getOrDefault(field, "");
            }
            Matcher parts = FIELD.matcher(field);
            return parts.matches() && parts.group(3) != null
                    ? parts.group(1) + "_{" + number(parts.group(3)) + "}"
                    : field;
        }

        private double function(String name, List<String> fields) {
            List<String> meant = fields.stream().map(this::meant).toList();
            for (Definition d : definitions) {
                if (d.name().equals(name) && d.fields().size() == meant.size()) {
                    Map<String, String> inner = new HashMap<>();
                    Map<String, Integer> numbers = new HashMap<>();
                    if (matches(d.fields(), meant, inner, numbers)) {
                        return new Reading(d.right(), numbers, inner).all();
                    }
                }
            }
            if (name.equals("C") && meant.get(0).charAt(0) > meant.get(1).charAt(0)) {
                return function(name, List.of(meant.get(1), meant.get(0)));
            }
            throw new IllegalStateException("no definition of " + name + meant);
        }

        /** A letter stands for any field, {@code x_{k}} for those of its family. */
        private boolean matches(
                List<String> generic, List<String> meant, Map<String, String> inner, Map<String, Integer> numbers) {
            for (int i = 0; i < meant.size(); i++) {
                String of = generic.get(i);
                if (of.length() == 1) {
                    inner.put(of, meant.get(i));
                } else if (of.charAt(0) == meant.get(i).charAt(0)) {
                    numbers.put(
                            of.substring(3, 4), Integer.parseInt(meant.get(i).substring(3, 4)));
                } else {
                    return false;
                }
            }
            return true;
        }
    }
}
