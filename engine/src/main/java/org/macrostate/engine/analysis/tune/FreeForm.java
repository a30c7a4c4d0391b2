package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.tune.ScheduleConstant;

/**
 * Schedules of free form: {@code beta=Knots[0,200,400]} is linear between its values at these times, and {@code
 * beta=Steps[0,200,400]} keeps each until the next time; both are constant outside. {@code 0:400:3} stands for evenly
 * spaced times. The range varied under the parameter's own name is that of every value; values are constants {@code beta1},
 * {@code beta2}, …
 *
 * @param schedules expressions in t and the constants, by parameter
 * @param constants those that were stated, and a constant for every value of a free form
 * @param shapes of the free forms among the schedules, in the order of their constants
 */
record FreeForm(Map<String, String> schedules, List<ScheduleConstant> constants, List<Shape> shapes) {
    private static final Pattern FORM = Pattern.compile("(Knots|Steps)\\s*\\[(.*)]");

    FreeForm {
        schedules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        constants = List.copyOf(constants);
        shapes = List.copyOf(shapes);
    }

    /**
     * One parameter's free form.
     *
     * @param linear whether values are joined by straight lines
     * @param times ascending, one a value
     * @param range of every value
     */
    record Shape(String parameter, boolean linear, List<Double> times, ScheduleConstant range) {}

    /**
     * Writes free forms out.
     *
     * @throws BadInput if times do not ascend, or the range of a free form's values is not given
     */
    static FreeForm of(Map<String, String> stated, List<ScheduleConstant> vary) {
        Map<String, String> schedules = new LinkedHashMap<>();
        List<ScheduleConstant> constants = new ArrayList<>(vary);
        List<Shape> shapes = new ArrayList<>();
        stated.forEach((parameter, text) -> {
            Matcher form = FORM.matcher(text.strip());
            if (form.matches()) {
                List<Double> times = times(form.group(1), form.group(2));
                ScheduleConstant range = range(parameter, form.group(1), vary);
                constants.remove(range);
                List<ScheduleConstant> values = new ArrayList<>();
                for (int i = 1; i <= times.size(); i++) {
                    values.add(new ScheduleConstant(parameter + i, range.from(), range.to()));
                }
                constants.addAll(values);
                shapes.add(new Shape(parameter, form.group(1).equals("Knots"), times, range));
                schedules.put(parameter, expression(form.group(1).equals("Knots"), times, values));
            } else {
                schedules.put(parameter, text);
            }
        });
        return new FreeForm(schedules, constants, shapes);
    }

    /** Whether a schedule's text is a free form. */
    static boolean isFree(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    /** A free form of three times or more with only its first and last, joined by a straight line; any other text as it is. */
    static String ramp(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return text;
        }
        List<Double> times = times(form.group(1), form.group(2));
        return times.size() < 3 && form.group(1).equals("Knots")
                ? text
                : "Knots[" + times.get(0) + ", " + times.get(times.size() - 1) + "]";
    }

    private static ScheduleConstant range(String parameter, String form, List<ScheduleConstant> vary) {
        Optional<ScheduleConstant> range =
                vary.stream().filter(c -> c.name().equals(parameter)).findFirst();
        return range.orElseThrow(() -> new BadInput("the schedule " + parameter + "=" + form
                + "[…] needs the range of its values: vary \"" + parameter + "=FROM:TO\""));
    }

    private static List<Double> times(String form, String text) {
        String[] range = text.split(":", -1);
        if (range.length == 3) {
            double from = NumberReader.number("the first time of " + form, range[0]);
            double to = NumberReader.number("the last time of " + form, range[1]);
            int count = NumberReader.wholeNumber("the number of times of " + form, range[2], 2, 100);
            List<Double> even = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                even.add(from + (to - from) * i / (count - 1));
            }
            return ascending(form, even);
        }
        return ascending(form, NumberReader.numbers("a time of " + form, text));
    }

    private static List<Double> ascending(String form, List<Double> times) {
        for (int i = 1; i < times.size(); i++) {
            if (!(times.get(i) > times.get(i - 1))) {
                throw new BadInput(
                        "the times of " + form + " must ascend, found " + times.get(i) + " after " + times.get(i - 1));
            }
        }
        if (times.size() < 2) {
            throw new BadInput(form + " needs at least two times, found " + times.size());
        }
        return times;
    }

    private static String expression(boolean linear, List<Double> times, List<ScheduleConstant> values) {
        StringBuilder text = new StringBuilder(values.get(0).name());
        for (int i = 1; i < times.size(); i++) {
            String rise = "(" + values.get(i).name() + " - " + values.get(i - 1).name() + ")";
            String from = exact(times.get(linear ? i - 1 : i));
            String over = exact(times.get(i) - times.get(i - 1));
            text.append(" + ").append(rise);
            text.append(linear ? " Min[1, Max[0, (t - " + from + ")/" + over + "]]" : " UnitStep[t - " + from + "]");
        }
        return text.toString();
    }

    private static String exact(double value) {
        return "(" + new java.math.BigDecimal(value).toPlainString() + ")";
    }
}
