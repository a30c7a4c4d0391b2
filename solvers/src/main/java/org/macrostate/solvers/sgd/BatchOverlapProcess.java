package org.macrostate.solvers.sgd;

import java.util.Optional;
import org.macrostate.solvers.kernel.BatchKernel;
import org.macrostate.solvers.kernel.Kernel;

/**
 * Overlap processes of up to {@value #LANES} runs side by side, a step of all at once: each moves as a
 * {@link CompiledOverlapProcess} with its seed, bit for bit. Element i of a run is at {@code i * LANES + lane} of the values.
 */
final class BatchOverlapProcess {
    static final int LANES = BatchKernel.POINTS;
    private static final double DIVERGED = 1e100;

    private final BoundModel model;
    private final BatchKernel step;
    private final Kernel irregular;
    private final double[] parameters;
    private final Draws[] draws;
    private final FactorDraws factors;
    private final ScalarDomains domains;
    private final double dimension;
    private final int degreesOutside;
    private final double[] values;
    private final double[] fixedGram;
    private final int[] moved;
    private final int firstNormal;
    private final int chiSquare;
    private final double[] drawn;
    private final Optional<Run.Outcome>[] ended;
    private int running;
    private long steps;

    /**
     * @param step of {@link OverlapStep#regularProgram}
     * @param irregular of {@link OverlapStep#program}
     * @param draws of each run
     */
    BatchOverlapProcess(
            BoundModel model, BatchKernel step, Kernel irregular, Draws[] draws, double[] parameters, int dimension) {
        this.model = model;
        this.step = step;
        this.irregular = irregular;
        this.draws = draws.clone();
        this.parameters = parameters.clone();
        this.factors = model.factors().at(parameters);
        this.domains = ScalarDomains.of(model);
        this.dimension = dimension;
        this.fixedGram = InitialGramMatrix.fixed(model, parameters);
        int r = model.vectors().count();
        this.degreesOutside = dimension - r;
        this.values = new double[step.length()];
        this.moved = OverlapStep.moved(model);
        this.firstNormal = OverlapStep.firstNormal(model);
        this.chiSquare = OverlapStep.chiSquare(model);
        this.drawn = new double[factors.points().size()];
        @SuppressWarnings({"unchecked", "rawtypes"})
        Optional<Run.Outcome>[] none = new Optional[draws.length];
        java.util.Arrays.fill(none, Optional.empty());
        this.ended = none;
        this.running = draws.length;
        int last = OverlapStep.inverseDimension(model) * LANES;
        java.util.Arrays.fill(values, last, last + LANES, 1.0 / dimension);
    }

    /** Puts a run at its start; lanes without a run may start as any other, and draw nothing. */
    void start(int lane, double[] gram, double[] scalars) {
        int r = model.vectors().count();
        for (int i = 0; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                values[model.inputs().overlap(i, j) * LANES + lane] = gram[i * r + j];
            }
        }
        for (int i = 0; i < scalars.length; i++) {
            values[(model.inputs().firstScalar() + i) * LANES + lane] = scalars[i];
        }
    }

    /** Makes steps up to a number of them in all, or until all runs have ended. */
    void advance(long target) {
        while (steps < target && running > 0) {
            draw();
            step.eval(time(), values, parameters);
            redoIrregular();
            steps++;
            int out = step.firstOutput();
            for (int k = 0; k < moved.length; k++) {
                System.arraycopy(values, out + k * LANES, values, moved[k] * LANES, LANES);
            }
            endDiverged(out + moved.length * LANES);
            if (domains.mightLeave(values, model.inputs().firstScalar(), LANES, draws.length)) {
                endOutside();
            }
        }
    }

    private void draw() {
        int first = model.inputs().firstRandom() * LANES;
        for (int lane = 0; lane < draws.length; lane++) {
            Draws own = draws[lane];
            factors.draw(own, drawn, 0);
            for (int i = 0; i < drawn.length; i++) {
                values[first + i * LANES + lane] = drawn[i];
            }
            own.normals(values, firstNormal * LANES + lane, chiSquare * LANES, LANES);
            if (degreesOutside > 0) {
                values[chiSquare * LANES + lane] = own.chiSquare(degreesOutside);
            }
        }
    }

    /** Makes the step of runs in which a direction has no variance by the program that allows for it. */
    private void redoIrregular() {
        int margins = step.firstOutput() + (moved.length + 1) * LANES;
        int end = step.firstOutput() + step.outputLength() * LANES;
        for (int k = margins; k < end; k++) {
            if (!(values[k] > 0) && k % LANES < draws.length) {
                redo(k % LANES);
            }
        }
    }

    private void redo(int lane) {
        double[] in = new double[irregular.stateLength()];
        for (int i = 0; i < in.length; i++) {
            in[i] = values[i * LANES + lane];
        }
        double[] out = irregular.eval(time(), in, parameters);
        double size = 0;
        for (int i = 0; i < out.length; i++) {
            values[step.firstOutput() + i * LANES + lane] = out[i];
            size += Math.abs(out[i]);
        }
        values[step.firstOutput() + out.length * LANES + lane] = size;
    }

    private void endDiverged(int sizes) {
        for (int lane = 0; lane < ended.length; lane++) {
            if (!(values[sizes + lane] < DIVERGED)) {
                end(lane, new Run.Diverged(time()));
            }
        }
    }

    private void endOutside() {
        for (int lane = 0; lane < ended.length; lane++) {
            Optional<String> left = domains.leftBy(overlaps(lane));
            if (left.isPresent()) {
                end(lane, new Run.LeftDomain(time(), left.get()));
            }
        }
    }

    private void end(int lane, Run.Outcome how) {
        if (ended[lane].isEmpty()) {
            ended[lane] = Optional.of(how);
            running--;
        }
    }

    /** How a run ended, if it did. */
    Optional<Run.Outcome> ended(int lane) {
        return ended[lane];
    }

    /** Runs that have not ended. */
    int running() {
        return running;
    }

    long steps() {
        return steps;
    }

    /** t = steps / N. */
    double time() {
        return steps / dimension;
    }

    /** The numbers of one run, read off when they are asked for. */
    Overlaps overlaps(int lane) {
        return new Overlaps() {
            @Override
            public double[] gram() {
                int r = model.vectors().count();
                double[] gram = fixedGram.clone();
                for (int i = model.vectors().fixed(); i < r; i++) {
                    for (int j = 0; j <= i; j++) {
                        gram[i * r + j] = values[model.inputs().overlap(i, j) * LANES + lane];
                        gram[j * r + i] = gram[i * r + j];
                    }
                }
                return gram;
            }

            @Override
            public double scalar(int i) {
                return values[(model.inputs().firstScalar() + i) * LANES + lane];
            }
        };
    }
}
