package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.tune.ScheduleConstant;
import org.macrostate.solvers.tune.Trial;

/**
 * What {@code tune} finds at a point: {@code optimum GOAL with beta=Tanh[gamma t], gamma=1e-5:1} is the goal's value at the
 * best constants, {@code optimal gamma of GOAL with …} that constant.
 */
final class OptimumMeasures implements PointMeasures {
    private static final String GOAL = "optimum ";
    private static final String CONSTANT = "optimal ";
    private static final String OF = " of ";
    private static final String WITH = " with ";
    private static final String FORM = "optimum GOAL with SCHEDULE, CONSTANT=a:b";

    /** @param constant whose value is asked for; the goal's if empty */
    private record Asked(String text, Optional<String> constant, TuneQuestion question) {}

    @Override
    public List<String> forms() {
        return List.of(FORM, "optimal CONSTANT of GOAL with …");
    }

    @Override
    public boolean reads(String text, ModelInstance subject) {
        return isOptimum(text);
    }

    static boolean isOptimum(String text) {
        return text.startsWith(GOAL) || text.startsWith(CONSTANT);
    }

    @Override
    public Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances) {
        List<Asked> asked =
                texts.stream().map(text -> asked(text, circumstances)).toList();
        asked.forEach(one -> one.question().requireFits(subject));
        return block -> {
            List<List<PointValue>> values = new ArrayList<>();
            for (int point = 0; point < block.values().length; point++) {
                ModelInstance at = block.subject(point);
                values.add(asked.stream().map(one -> value(one, at)).toList());
            }
            return values;
        };
    }

    private static Asked asked(String text, Circumstances circumstances) {
        int with = text.indexOf(WITH);
        boolean isGoal = text.startsWith(GOAL);
        int of = isGoal ? 0 : text.indexOf(OF);
        if (with < 0 || of < 0 || of > with) {
            throw new BadInput("expected '" + FORM + "', as in 'optimum time eps_g < 0.1 with beta=Tanh[gamma t], "
                    + "gamma=1e-5:1', found '" + text + "'");
        }
        String goal = isGoal ? text.substring(GOAL.length(), with) : text.substring(of + OF.length(), with);
        Map<String, String> schedules = new LinkedHashMap<>();
        List<ScheduleConstant> constants = new ArrayList<>();
        Assignments.texts(text.substring(with + WITH.length())).forEach((name, value) -> {
            if (value.contains(":") && !value.contains("[")) {
                constants.addAll(TuneQuestion.ranges(name + "=" + value));
            } else {
                schedules.put(name, value);
            }
        });
        boolean isAt = !goal.startsWith("time ") && !goal.startsWith("min");
        TuneQuestion question = new TuneQuestion(
                schedules,
                constants,
                TuneGoal.read(goal.strip(), isAt ? Optional.empty() : circumstances.until()),
                circumstances.start(),
                circumstances.seed());
        if (isGoal) {
            return new Asked(text, Optional.empty(), question);
        }
        String constant = text.substring(CONSTANT.length(), of).strip();
        List<String> known = constants.stream().map(ScheduleConstant::name).toList();
        if (!known.contains(constant)) {
            throw BadInput.unknownName("constant of the schedule", constant, known);
        }
        return new Asked(text, Optional.of(constant), question);
    }

    private static PointValue value(Asked asked, ModelInstance at) {
        TuneAnswer answer = asked.question().answer(at, new ExecutionContext(new Runner(1), Progress.SILENT));
        Optional<Trial> best = answer.landscape().best();
        if (best.isEmpty()) {
            return PointValue.none(asked.text() + ": nothing that was tried reaches the goal");
        }
        double value = asked.constant()
                .map(name -> best.get().constants()[answer.constants().indexOf(name)])
                .orElse(best.get().goal());
        return new PointValue(
                value, answer.notes().isEmpty() ? "" : asked.text() + ": " + String.join(", ", answer.notes()));
    }
}
