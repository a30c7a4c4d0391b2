package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.solvers.tune.ScheduleConstant;

/**
 * The best schedule of a simpler form than the free one that was asked for: a constant, or a straight line from the first of
 * its times to the last.
 *
 * @param form {@code constant} or {@code ramp}
 * @param values of its constants, by name
 * @param goal +∞ if none of the form reaches it
 */
public record SimplerForm(String form, Map<String, Double> values, double goal) {
    static final String CONSTANT = "constant";
    static final String RAMP = "ramp";

    public SimplerForm {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The simpler forms of schedules, by their names; none if no schedule is of free form. */
    static Map<String, FreeForm> of(Map<String, String> stated, List<ScheduleConstant> vary) {
        Map<String, FreeForm> forms = new LinkedHashMap<>();
        if (stated.values().stream().anyMatch(FreeForm::isFree)) {
            forms.put(CONSTANT, constant(stated, vary));
            Map<String, String> lines = new LinkedHashMap<>();
            stated.forEach((parameter, text) -> lines.put(parameter, FreeForm.ramp(text)));
            if (!lines.equals(stated)) {
                forms.put(RAMP, FreeForm.of(lines, vary));
            }
        }
        return forms;
    }

    private static FreeForm constant(Map<String, String> stated, List<ScheduleConstant> vary) {
        Map<String, String> schedules = new LinkedHashMap<>();
        List<ScheduleConstant> constants = new ArrayList<>(vary);
        stated.forEach((parameter, text) -> {
            String name = parameter + "1";
            boolean free = FreeForm.isFree(text);
            schedules.put(parameter, free ? name : text);
            constants.replaceAll(
                    c -> free && c.name().equals(parameter) ? new ScheduleConstant(name, c.from(), c.to()) : c);
        });
        return new FreeForm(schedules, constants, List.of());
    }

    /** In words, without numbers that have no meaning. */
    String words() {
        if (!(goal < Double.POSITIVE_INFINITY)) {
            return "no " + form + " reaches the goal";
        }
        List<String> assigned = new ArrayList<>();
        values.forEach((name, value) -> assigned.add(name + " = " + value));
        return "the best " + form + ", " + String.join(", ", assigned) + ", gives " + goal;
    }
}
