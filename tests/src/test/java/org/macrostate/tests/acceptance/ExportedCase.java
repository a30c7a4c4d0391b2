package org.macrostate.tests.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.macrostate.engine.analysis.derive.DerivedCode;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.code.CodeLanguage;

/**
 * A bundled model at sizes that are not its own, random parameters and states, and what the compiled kernels make of them.
 *
 * @param own the model at its own sizes: what code is written from
 * @param sized at the sizes that the code is then asked for
 */
record ExportedCase(String model, ModelInstance own, ModelInstance sized, double[] parameters, List<double[]> states) {
    private static final int STATES = 3;
    private static final int DIMENSION = 12;

    static ExportedCase of(String model, Map<String, Integer> sizes) {
        return of(model, BundledModels.problem(model), sizes);
    }

    static ExportedCase of(String model, LearningProblem problem, Map<String, Integer> sizes) {
        ModelInstance own = ModelInstance.of(problem, Settings.NONE);
        ModelInstance sized = own.with(new Settings(Map.of(), sizes));
        SplittableRandom random = new SplittableRandom(model.hashCode());
        double[] parameters = sized.parameters();
        for (int i = 0; i < parameters.length; i++) {
            double near = parameters[i] * random.nextDouble(0.8, 1.2);
            parameters[i] = sized.layout().domain(i).contains(near) ? near : parameters[i];
        }
        List<double[]> states = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            states.add(state(sized, random));
        }
        return new ExportedCase(model, own, sized, parameters, states);
    }

    /** Overlaps of vectors that exist: fixed ones orthogonal, trained ones random. */
    private static double[] state(ModelInstance subject, SplittableRandom random) {
        StateLayout layout = subject.compiled().bound().state();
        Map<String, double[]> vectors = new HashMap<>();
        int[] fixed = {0};
        double[] state = new double[layout.length()];
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = layout.elements().get(i);
            if (!element.variable().isOverlap()) {
                state[i] = random.nextDouble(0.5, 2);
                continue;
            }
            List<Integer> places = element.places();
            int split = element.variable().firstOfRight();
            int from = element.variable().blockPlaces();
            String left = Places.label(element.variable().left(), places.subList(from, split));
            String right = Places.label(element.variable().right(), places.subList(split, places.size()));
            double[] a = vectors.computeIfAbsent(
                    left, n -> vector(subject, element.variable().left(), fixed, random));
            double[] b = vectors.computeIfAbsent(
                    right, n -> vector(subject, element.variable().right(), fixed, random));
            for (int k = 0; k < DIMENSION; k++) {
                state[i] += a[k] * b[k];
            }
        }
        return state;
    }

    private static double[] vector(ModelInstance subject, String family, int[] fixed, SplittableRandom random) {
        boolean trained =
                subject.problem().vectors().stream().anyMatch(v -> v.name().equals(family) && v.isTrained());
        double[] vector = new double[DIMENSION];
        if (trained) {
            Arrays.setAll(vector, k -> random.nextDouble(-0.5, 0.5));
        } else {
            vector[fixed[0]++] = 1;
        }
        return vector;
    }

    /** Whether kernels integrate to an accuracy what code sums over fixed nodes. */
    boolean isIntegrated() {
        return !own.system().numericalPieces().isEmpty();
    }

    String code(CodeLanguage language) {
        return DerivedCode.of(own.system(), own, language);
    }

    /** Rates, then observables, for each state. */
    List<double[]> expected() {
        List<double[]> all = new ArrayList<>();
        for (double[] state : states) {
            double[] rates = sized.compiled().rightHandSide().eval(0.25, state, parameters);
            double[] observed = sized.compiled().observables().eval(0.25, state, parameters);
            double[] both = Arrays.copyOf(rates, rates.length + observed.length);
            System.arraycopy(observed, 0, both, rates.length, observed.length);
            all.add(both);
        }
        return all;
    }

    Map<String, Integer> sizes() {
        return sized.sizes().values();
    }

    /** Parameters by name; a list where they have copies. */
    Map<String, List<Double>> parametersByName() {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        List<String> labels = sized.layout().labels();
        for (int i = 0; i < parameters.length; i++) {
            String label = labels.get(i);
            String name = label.contains("[") ? label.substring(0, label.indexOf('[')) : label;
            values.computeIfAbsent(name, n -> new ArrayList<>()).add(parameters[i]);
        }
        return values;
    }

    boolean isCopied(String name) {
        return sized.layout().labels().contains(name + "[1]");
    }
}
