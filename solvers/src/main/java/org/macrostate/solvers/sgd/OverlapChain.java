package org.macrostate.solvers.sgd;

import java.util.Arrays;

/**
 * The chain of overlaps and trained scalars, a step at a time. One algebra serves the vectors and the overlap process:
 * with w_i' = w_i + p_i/√N + (1/N) Σ_j L_ij w_j, where L_ij = K_ij + Σ_s F_si c_sj and p_i = Σ_s F_si a_s n_s, the new
 * overlaps are exact in the old ones, the projections p_i·w_j/√N and the products p_i·p_j/N. Not for two threads at
 * once.
 */
final class OverlapChain implements OverlapProcess {
    private static final double DIVERGED = 1e100;

    private final StepKernel kernel;
    private final int samples;
    private final int firstOverlap;
    private final int firstScalar;
    private final int firstRandom;
    private final FactorDraws factors;
    private final Draws draws;
    private final Microstate microstate;
    private final double[] parameters;
    private final int measureEvery;
    private final double dimension;
    private final int batch;
    private final int count;
    private final int fixed;
    private final int trained;

    private final double[] gram;
    private final double[] in;
    private final double[] makeUp;
    private final double[] out;
    private final double[] makeUpWork;
    private final double[] stepWork;
    private final double[] projections;
    private final double[] amplitudes;
    private final double[] linear;
    private final double[] pull;
    private final double[] square;
    private final double[] mixed;
    private final double[] scalarRates;
    private long steps;
    private double origin;

    /**
     * @param gram r·r overlaps at the start
     * @param scalars at the start
     * @param dimension N of the time scale t = steps / N
     */
    OverlapChain(
            BoundModel model,
            Microstate microstate,
            Draws draws,
            double[] parameters,
            int dimension,
            double[] gram,
            double[] scalars) {
        this.kernel = model.kernel();
        StepInputs inputs = model.inputs();
        this.samples = inputs.sampleCount();
        this.firstOverlap = inputs.firstOverlap();
        this.firstScalar = inputs.firstScalar();
        this.firstRandom = inputs.firstRandom();
        this.factors = model.factors().at(parameters);
        this.draws = draws;
        this.microstate = microstate;
        this.measureEvery = microstate.measureEvery();
        this.parameters = parameters.clone();
        this.dimension = dimension;
        this.batch = model.problem().batch();
        this.count = model.vectors().count();
        this.fixed = model.vectors().fixed();
        this.trained = model.vectors().trained();
        this.gram = gram.clone();
        this.in = new double[inputs.length()];
        this.makeUp = new double[samples * (count + 1)];
        this.out = new double[kernel.step().outputLength()];
        this.makeUpWork = new double[kernel.makeUp().workLength()];
        this.stepWork = new double[kernel.step().workLength()];
        this.projections = new double[samples * count];
        this.amplitudes = new double[samples * trained];
        this.linear = new double[trained * count];
        this.pull = new double[trained * count];
        this.square = new double[trained * trained];
        this.mixed = new double[trained * count];
        this.scalarRates = new double[inputs.scalarCount()];
        System.arraycopy(scalars, 0, in, firstScalar, scalars.length);
        publish();
    }

    @Override
    public double time() {
        return origin + steps / dimension;
    }

    /** Puts the chain at a state and time; only for a microstate that has nothing beneath the overlaps. */
    void restart(double t, double[] overlaps, double[] scalars) {
        origin = t;
        steps = 0;
        System.arraycopy(overlaps, 0, gram, 0, gram.length);
        System.arraycopy(scalars, 0, in, firstScalar, scalars.length);
        publish();
    }

    @Override
    public boolean advance(long target) {
        while (steps < target) {
            if (!step()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public double[] gram() {
        return gram;
    }

    @Override
    public double scalar(int i) {
        return in[firstScalar + i];
    }

    /** Makes one step; false if a number has ceased to be finite, after which the chain is of no use. */
    boolean step() {
        Arrays.fill(linear, 0);
        Arrays.fill(pull, 0);
        Arrays.fill(scalarRates, 0);
        double t = time();
        for (int b = 0; b < batch; b++) {
            sample(t);
            respond();
        }
        microstate.move(linear, square);
        microstate.turnScalars(scalarRates);
        for (int i = 0; i < scalarRates.length; i++) {
            in[firstScalar + i] += scalarRates[i] / dimension;
        }
        moveOverlaps();
        steps++;
        if (steps % measureEvery == 0) {
            microstate.measure(gram);
        }
        return publish();
    }

    private void sample(double t) {
        factors.draw(draws, in, firstRandom);
        kernel.makeUp().eval(t, in, parameters, makeUp, makeUpWork);
        microstate.draw(gram, projections);
        for (int s = 0; s < samples; s++) {
            double noise = makeUp[samples * count + s];
            for (int i = 0; i < count; i++) {
                double field = noise * projections[s * count + i];
                for (int j = 0; j < count; j++) {
                    field += makeUp[s * count + j] * gram[i * count + j];
                }
                in[s * count + i] = field;
            }
        }
        kernel.step().eval(t, in, parameters, out, stepWork);
    }

    private void respond() {
        Arrays.fill(amplitudes, 0);
        int forces = kernel.forceSample().length;
        for (int f = 0; f < forces; f++) {
            int s = kernel.forceSample()[f];
            int i = kernel.forceVector()[f] - fixed;
            double force = out[f] / batch;
            double amplitude = force * makeUp[samples * count + s];
            amplitudes[s * trained + i] = amplitude;
            for (int j = 0; j < count; j++) {
                linear[i * count + j] += force * makeUp[s * count + j];
                pull[i * count + j] += amplitude * projections[s * count + j];
            }
        }
        int terms = kernel.linearRow().length;
        for (int k = 0; k < terms; k++) {
            linear[(kernel.linearRow()[k] - fixed) * count + kernel.linearColumn()[k]] += out[forces + k] / batch;
        }
        for (int k = 0; k < kernel.scalar().length; k++) {
            scalarRates[kernel.scalar()[k]] += out[forces + terms + k] / batch;
        }
        microstate.add(amplitudes);
    }

    /** mixed_ij = w_i'·w_j/N, then G_ij' = w_i'·w_j'/N. */
    private void moveOverlaps() {
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < count; j++) {
                double sum = pull[i * count + j];
                for (int k = 0; k < count; k++) {
                    sum += linear[i * count + k] * gram[k * count + j];
                }
                mixed[i * count + j] = gram[(fixed + i) * count + j] + sum / dimension;
            }
        }
        for (int i = 0; i < trained; i++) {
            for (int j = 0; j < fixed; j++) {
                set(fixed + i, j, mixed[i * count + j]);
            }
            for (int j = 0; j <= i; j++) {
                double sum = pull[j * count + fixed + i] + square[i * trained + j];
                double second = 0;
                for (int k = 0; k < count; k++) {
                    sum += linear[j * count + k] * mixed[i * count + k];
                    second += linear[i * count + k] * pull[j * count + k];
                }
                set(fixed + i, fixed + j, mixed[i * count + fixed + j] + (sum + second / dimension) / dimension);
            }
        }
    }

    private void set(int i, int j, double overlap) {
        gram[i * count + j] = overlap;
        gram[j * count + i] = overlap;
    }

    private boolean publish() {
        int next = firstOverlap;
        double size = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                in[next++] = gram[i * count + j];
            }
            size += Math.abs(gram[i * count + i]);
        }
        for (int i = 0; i < scalarRates.length; i++) {
            size += Math.abs(scalar(i));
        }
        return size < DIVERGED;
    }
}
