package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.output.DataTable;
import org.macrostate.solvers.control.SimpleForm;

/** The best schedule beside those of simple forms: what each reaches, and which part of the gain over a constant it gets. */
final class ControlSummary {
    private ControlSummary() {}

    static DataTable of(ControlAnswer answer) {
        List<List<Object>> rows = new ArrayList<>();
        answer.objective()
                .ifPresent(value -> rows.add(List.of(
                        "best of " + answer.asked().starts() + " starts",
                        value,
                        answer.constant().isPresent() ? 1.0 : Double.NaN)));
        for (SimpleForm form : answer.result().forms()) {
            rows.add(List.of(
                    "best " + form.name(), form.objective(), answer.gain(form).orElse(Double.NaN)));
        }
        return new DataTable(
                "summary", List.of("schedule", answer.asked().target().text(), "part of the gain"), rows);
    }
}
