package org.macrostate.engine.analysis.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.model.ModelInstance;

/** Numbers of the trajectory from the start, said as goals are: {@code eps_g at 100}, {@code time eps_g < 0.1}. */
final class TrajectoryMeasures implements PointMeasures {
    @Override
    public List<String> forms() {
        return List.of("EXPRESSION at T", "time EXPRESSION < VALUE", "minimum EXPRESSION");
    }

    @Override
    public boolean reads(String text, ModelInstance subject) {
        String last = text.substring(text.lastIndexOf(" at ") + 1);
        boolean isAt =
                last.startsWith("at ") && Character.isDigit(last.charAt(last.length() - 1)) && !last.contains("=");
        return !OptimumMeasures.isOptimum(text)
                && (text.startsWith("time ") || text.startsWith("min ") || text.startsWith("minimum ") || isAt);
    }

    @Override
    public Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances) {
        double[] start = circumstances.start().state(subject);
        List<ScheduledTrajectory> trajectories = new ArrayList<>();
        for (String text : texts) {
            boolean isAt = !text.startsWith("time ") && !text.startsWith("min");
            TuneGoal goal = TuneGoal.read(text, isAt ? Optional.empty() : circumstances.until());
            trajectories.add(ScheduledTrajectory.of(subject, Map.of(), List.of(), goal, start));
        }
        return block -> {
            List<List<PointValue>> values = new ArrayList<>();
            for (int point = 0; point < block.values().length; point++) {
                double[] parameters = block.parameters(point);
                values.add(trajectories.stream()
                        .map(trajectory -> value(trajectory, parameters))
                        .toList());
            }
            return values;
        };
    }

    private static PointValue value(ScheduledTrajectory trajectory, double[] parameters) {
        double value = trajectory.course().goal(trajectory.goal().goal(), parameters);
        if (Double.isFinite(value)) {
            return PointValue.of(value);
        }
        return PointValue.none(
                trajectory.goal().isTime()
                        ? "'" + trajectory.goal().text() + "' does not hold up to t = "
                                + trajectory.goal().goal().end()
                        : "'" + trajectory.goal().text() + "': the trajectory does not reach t = "
                                + trajectory.goal().goal().end());
    }
}
