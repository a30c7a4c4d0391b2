package org.macrostate.engine.analysis.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.control.Control;
import org.macrostate.solvers.control.ControlFeasibility;

/** A control as a user states it: {@code beta=0:3}. */
public record ControlRange(String name, double lower, double upper) {
    /**
     * Reads ranges by parameters.
     *
     * @throws BadInput if one is no range
     */
    static List<ControlRange> read(Map<String, String> texts) {
        List<ControlRange> ranges = new ArrayList<>();
        texts.forEach((name, text) -> {
            String[] ends = text.split(":", -1);
            if (ends.length != 2) {
                throw new BadInput("expected PARAMETER=FROM:TO, found '" + name + "=" + text + "'");
            }
            double lower = NumberReader.number("begin of " + name, ends[0].strip());
            double upper = NumberReader.number("end of " + name, ends[1].strip());
            ranges.add(new ControlRange(name, lower, upper));
        });
        return ranges;
    }

    /**
     * The control in a model.
     *
     * @throws BadInput if there is no such parameter, or the range is empty or leaves its domain
     */
    Control in(ModelInstance subject) {
        List<String> labels = subject.layout().labels();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).equals(name) || labels.get(i).startsWith(name + "[")) {
                positions.add(i);
            }
        }
        if (positions.isEmpty()) {
            refuse(subject);
            throw BadInput.unknownName("parameter", name, labels);
        }
        Control control = new Control(name, positions, lower, upper);
        for (int position : positions) {
            for (double end : new double[] {lower, upper}) {
                if (!subject.layout().domain(position).closureContains(end)) {
                    throw outside(subject.layout().domain(position), end);
                }
            }
        }
        return control;
    }

    /**
     * An end on the edge of an open domain, such as a learning rate of zero, is admitted where the equations exist there.
     *
     * @param search at whose start the equations are looked at
     * @throws BadInput if they do not
     */
    void requireDefinedEnds(ModelInstance subject, ControlFeasibility search, int control) {
        Domain domain = subject.layout()
                .domain(search.problem()
                        .system()
                        .controls()
                        .get(control)
                        .positions()
                        .get(0));
        for (boolean end : new boolean[] {false, true}) {
            double value = end ? upper : lower;
            if (!domain.contains(value) && !search.isDefinedAt(control, end)) {
                throw outside(domain, value);
            }
        }
    }

    private BadInput outside(Domain domain, double end) {
        return new BadInput("the control " + name + " must stay " + domain.words() + ", its range has the end " + end);
    }

    /** @throws BadInput if the name is that of something which is no number that could follow a function of time */
    private void refuse(ModelInstance subject) {
        LearningProblem problem = subject.problem();
        String only = "; a control is a parameter, or the batch size";
        if (problem.sizes().stream().anyMatch(size -> size.name().equals(name))) {
            throw new BadInput(
                    "the control " + name + " is a size: a number of copies cannot be relaxed to a real" + only);
        }
        if (problem.scalar(name).isPresent() || problem.vectors(name).isPresent()) {
            throw new BadInput("the control " + name + " is trained: its course follows from the equations" + only);
        }
        if (problem.randoms().stream().anyMatch(random -> random.name().equals(name))) {
            throw new BadInput(
                    "the control " + name + " is drawn at random: its law's probabilities may contain a parameter"
                            + " that is controlled" + only);
        }
    }
}
