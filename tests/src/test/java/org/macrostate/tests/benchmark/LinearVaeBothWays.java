package org.macrostate.tests.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The derived and compiled linear VAE beside the one written by hand, at one state. */
final class LinearVaeBothWays {
    static final LinearVaeByHand.Parameters PARAMETERS = new LinearVaeByHand.Parameters(1, 0.8, 1.1, 0.05, 0.01, 0.02);

    final int latents;
    final CompiledSystem compiled;
    final double[] parameters;
    final double[] state;
    final double[] rates;
    final double[] work;
    final LinearVaeByHand byHand;
    final double[] stateByHand;
    final double[] ratesByHand;
    private final int[] places;

    /** @param sizes latents and signals as in {@code 2x1} */
    static LinearVaeBothWays of(String sizes) {
        String[] numbers = sizes.split("x", -1);
        return new LinearVaeBothWays(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    LinearVaeBothWays(int latents, int signals) {
        this.latents = latents;
        OrderParameterSystem system = Derivation.of(BundledModels.problem("linear-vae"));
        BoundSystem bound = BoundSystem.of(system, Sizes.of(system.problem(), Map.of("M", latents, "Ms", signals)));
        compiled = CompiledSystem.of(bound);
        parameters = bound.parameters()
                .with(Map.of("rho", 1.0, "eta", 0.8, "beta", 1.1, "lambda", 0.05, "tau", 0.01, "tauD", 0.02));
        byHand = LinearVaeByHand.of(latents, signals);
        places = places(bound, latents, signals);
        stateByHand = new Random(5).doubles(places.length, 0.1, 0.9).toArray();
        ratesByHand = new double[places.length];
        state = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            state[places[i]] = stateByHand[i];
        }
        rates = new double[places.length];
        work = new double[compiled.rightHandSide().workLength()];
        requireEqual();
    }

    void evaluateCompiled() {
        compiled.rightHandSide().eval(0, state, parameters, rates, work);
    }

    void evaluateByHand() {
        byHand.rates(stateByHand, PARAMETERS, ratesByHand);
    }

    /** Elements of a vector of the derived system, in the hand-written order. */
    double[] inOrder(double[] vector) {
        double[] ordered = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            ordered[i] = vector[places[i]];
        }
        return ordered;
    }

    private void requireEqual() {
        evaluateCompiled();
        evaluateByHand();
        for (int i = 0; i < places.length; i++) {
            double difference = Math.abs(rates[places[i]] - ratesByHand[i]);
            if (!(difference <= 1e-13 * (1 + Math.abs(ratesByHand[i])))) {
                throw new IllegalStateException(
                        "element " + i + " differs by hand: " + rates[places[i]] + " and " + ratesByHand[i]);
            }
        }
    }

    /** For each element in the hand-written order, its place in the derived system's state. */
    private static int[] places(BoundSystem bound, int latents, int signals) {
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.concat(
                                        full(bound, "m", latents, signals), full(bound, "d", latents, signals)),
                                IntStream.concat(triangle(bound, "Q", latents), triangle(bound, "E", latents))),
                        IntStream.concat(
                                full(bound, "R", latents, latents),
                                IntStream.rangeClosed(1, latents)
                                        .map(k -> bound.state().position("D", List.of(k)))))
                .toArray();
    }

    private static IntStream full(BoundSystem bound, String name, int rows, int columns) {
        return IntStream.range(0, rows * columns)
                .map(i -> bound.state().position(name, List.of(i / columns + 1, i % columns + 1)));
    }

    private static IntStream triangle(BoundSystem bound, String name, int size) {
        return IntStream.rangeClosed(1, size).flatMap(k -> IntStream.rangeClosed(k, size)
                .map(l -> bound.state().position(name, List.of(k, l))));
    }
}
