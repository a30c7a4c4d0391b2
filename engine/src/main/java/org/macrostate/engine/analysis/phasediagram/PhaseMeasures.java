package org.macrostate.engine.analysis.phasediagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.macrostate.engine.analysis.PointBlock;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.solvers.phase.PhaseDiagramSolver;
import org.macrostate.solvers.phase.PhasesOfPoints;

/** {@code phase}, {@code stable fixed points}, and observables of the first stable state. */
final class PhaseMeasures implements PointMeasures {
    private static final String PHASE = "phase";
    private static final String STABLE = "stable fixed points";

    @Override
    public List<String> forms() {
        return List.of("phase", "stable fixed points", "OBSERVABLE (of the stable state)");
    }

    private static List<String> observables(ModelInstance subject) {
        return subject.system().observables().stream().map(o -> o.name()).toList();
    }

    @Override
    public boolean reads(String text, ModelInstance subject) {
        return text.equals(PHASE) || text.equals(STABLE) || observables(subject).contains(text);
    }

    @Override
    public Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances) {
        List<String> observables = observables(subject);
        PhaseDiagramSolver solver = PhaseDiagramSolver.of(subject.compiled()).withSeed(circumstances.seed());
        return new Prepared() {
            @Override
            public boolean likesPlanes() {
                return true;
            }

            @Override
            public List<List<PointValue>> at(PointBlock block) {
                PhasesOfPoints found = block.plane()
                        .map(plane ->
                                solver.withThreads(block.threads()).phases(fixed(block, plane), plane.x(), plane.y()))
                        .orElseGet(() -> solver.phases(IntStream.range(0, block.values().length)
                                .mapToObj(block::parameters)
                                .toList()));
                List<List<PointValue>> values = new ArrayList<>();
                for (int point = 0; point < block.values().length; point++) {
                    List<PointValue> row = new ArrayList<>();
                    for (String text : texts) {
                        row.add(value(text, observables.indexOf(text), found, point));
                    }
                    values.add(row);
                }
                return values;
            }
        };
    }

    /** Of the block all that its plane does not vary. */
    private static Map<String, Double> fixed(PointBlock block, PointBlock.Plane plane) {
        Map<String, Double> fixed =
                new LinkedHashMap<>(block.subject().settings().parameters());
        block.at(0).forEach((name, value) -> {
            if (!name.equals(plane.x().parameter()) && !name.equals(plane.y().parameter())) {
                fixed.put(name, value);
            }
        });
        return fixed;
    }

    private static PointValue value(String text, int observable, PhasesOfPoints found, int point) {
        String doubt = found.notes().get(point);
        if (text.equals(PHASE)) {
            return new PointValue(found.names().get(point), doubt);
        }
        if (text.equals(STABLE)) {
            return new PointValue((double) found.stable()[point], doubt);
        }
        if (found.stable()[point] == 0) {
            return PointValue.none(text + ": no fixed point is stable");
        }
        double value = found.observables()[point][observable];
        return Double.isFinite(value)
                ? new PointValue(value, doubt)
                : PointValue.none(text + " is undefined at the stable state");
    }
}
