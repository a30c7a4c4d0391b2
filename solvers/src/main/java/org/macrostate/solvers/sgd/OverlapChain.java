package org.macrostate.solvers.sgd;

import java.util.Arrays;
import java.util.List;

/**
 * The chain of overlaps and trained scalars, a step at a time. One algebra serves the vectors and the overlap process:
 * with w_i' = w_i + p_i/√N + (1/N) Σ_j L_ij w_j, where L_ij = K_ij + Σ_s F_si c_sj and p_i = Σ_s F_si a_s n_s, the new
 * overlaps are exact in the old ones, the projections p_i·w_j/√N and the products p_i·p_j/N. Where the directions fall into
 * blocks the same holds in each of them (THEORY section 7): p_i is drawn there by a microstate of its own, fields and
 * overlaps that a step depends on are sums over blocks. Not for two threads at once.
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
    private final List<Microstate> blocks;
    private final boolean inBlocks;
    private final double[] parameters;
    private final int measureEvery;
    private final double dimension;
    private final int batch;
    private final int count;
    private final int fixed;
    private final int trained;

    private final double[] gram;
    private final double[] total;
    private final double[] in;
    private final double[] makeUp;
    private final double[] out;
    private final double[] makeUpWork;
    private final double[] stepWork;
    private final double[][] projections;
    private final double[][] amplitudes;
    private final double[][] linear;
    private final double[][] pull;
    private final double[] square;
    private final OverlapMove moves;
    private final double[] scalarRates;
    /** 0 of vectors whose length is free. */
    private final double[] norms;

    private long steps;
    private double origin;

    /**
     * @param blocks what lies beneath the overlaps in each block
     * @param gram B·r·r overlaps at the start
     * @param scalars at the start
     * @param dimension N of the time scale t = steps / N
     */
    OverlapChain(
            BoundModel model,
            List<Microstate> blocks,
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
        this.blocks = List.copyOf(blocks);
        this.inBlocks = model.problem().blocks().isPresent();
        this.measureEvery = blocks.get(0).measureEvery();
        this.parameters = parameters.clone();
        this.dimension = dimension;
        this.batch = model.batch(parameters);
        this.count = model.vectors().count();
        this.fixed = model.vectors().fixed();
        this.trained = model.vectors().trained();
        this.gram = gram.clone();
        this.in = new double[inputs.length()];
        this.makeUp = new double[samples * (count + blocks.size())];
        this.out = new double[kernel.step().outputLength()];
        this.makeUpWork = new double[kernel.makeUp().workLength()];
        this.stepWork = new double[kernel.step().workLength()];
        this.total = new double[count * count];
        this.projections = new double[blocks.size()][samples * count];
        this.amplitudes = new double[blocks.size()][samples * trained];
        this.linear = new double[blocks.size()][trained * count];
        this.pull = new double[blocks.size()][trained * count];
        this.square = new double[trained * trained];
        this.moves = new OverlapMove(this.gram, square, count, fixed, dimension);
        this.scalarRates = new double[inputs.scalarCount()];
        System.arraycopy(scalars, 0, in, firstScalar, scalars.length);
        this.norms = model.norms(parameters);
        keepNorms();
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
        for (int b = 0; b < blocks.size(); b++) {
            Arrays.fill(linear[b], 0);
            Arrays.fill(pull[b], 0);
        }
        Arrays.fill(scalarRates, 0);
        double t = time();
        for (int k = 0; k < batch; k++) {
            sample(t);
            respond();
        }
        for (int b = 0; b < blocks.size(); b++) {
            blocks.get(b).move(linear[b], square);
            moves.move(b, linear[b], pull[b]);
        }
        keepNorms();
        blocks.get(0).turnScalars(scalarRates);
        for (int i = 0; i < scalarRates.length; i++) {
            in[firstScalar + i] += scalarRates[i] / dimension;
        }
        steps++;
        if (steps % measureEvery == 0) {
            measure(blocks, gram);
        }
        return publish();
    }

    /** Replaces the overlaps of each block by measured ones, where there are vectors. */
    static void measure(List<Microstate> blocks, double[] gram) {
        int size = gram.length / blocks.size();
        for (int b = 0; b < blocks.size(); b++) {
            double[] own = Arrays.copyOfRange(gram, b * size, (b + 1) * size);
            blocks.get(b).measure(own);
            System.arraycopy(own, 0, gram, b * size, size);
        }
    }

    private void sample(double t) {
        factors.draw(draws, in, firstRandom);
        kernel.makeUp().eval(t, in, parameters, makeUp, makeUpWork);
        for (int b = 0; b < blocks.size(); b++) {
            blocks.get(b).draw(block(b), projections[b]);
        }
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < count; i++) {
                double field = 0;
                for (int b = 0; b < blocks.size(); b++) {
                    field += amplitude(s, b) * projections[b][s * count + i];
                }
                for (int j = 0; j < count; j++) {
                    field += makeUp[s * count + j] * total[i * count + j];
                }
                in[s * count + i] = field;
            }
        }
        kernel.step().eval(t, in, parameters, out, stepWork);
    }

    private double[] block(int b) {
        return blocks.size() == 1 ? gram : Arrays.copyOfRange(gram, b * total.length, (b + 1) * total.length);
    }

    private double amplitude(int sample, int block) {
        return makeUp[samples * count + sample * blocks.size() + block];
    }

    private void respond() {
        int forces = kernel.forceSample().length;
        for (int b = 0; b < blocks.size(); b++) {
            Arrays.fill(amplitudes[b], 0);
        }
        for (int f = 0; f < forces; f++) {
            int s = kernel.forceSample()[f];
            int i = kernel.forceVector()[f] - fixed;
            double force = out[f] / batch;
            for (int b = 0; b < blocks.size(); b++) {
                double amplitude = force * amplitude(s, b);
                amplitudes[b][s * trained + i] = amplitude;
                for (int j = 0; j < count; j++) {
                    linear[b][i * count + j] += force * makeUp[s * count + j];
                    pull[b][i * count + j] += amplitude * projections[b][s * count + j];
                }
            }
        }
        int terms = kernel.linearRow().length;
        for (int k = 0; k < terms; k++) {
            int place = (kernel.linearRow()[k] - fixed) * count + kernel.linearColumn()[k];
            int only = kernel.linearBlock()[k];
            for (int b = Math.max(0, only); b < (only < 0 ? blocks.size() : only + 1); b++) {
                linear[b][place] += out[forces + k] / batch;
            }
        }
        for (int k = 0; k < kernel.scalar().length; k++) {
            scalarRates[kernel.scalar()[k]] += out[forces + terms + k] / batch;
        }
        for (int b = 0; b < blocks.size(); b++) {
            blocks.get(b).add(amplitudes[b]);
        }
    }

    /** Scales vectors back to the norms that are kept; models with such norms have one block. */
    private void keepNorms() {
        for (int i = fixed; i < count; i++) {
            if (norms[i] > 0) {
                double factor = norms[i] / Math.sqrt(gram[i * count + i]);
                blocks.get(0).scale(i - fixed, factor);
                for (int j = 0; j < count; j++) {
                    moves.set(0, i, j, gram[i * count + j] * factor);
                }
                moves.set(0, i, i, norms[i] * norms[i]);
            }
        }
    }

    private boolean publish() {
        int pairs = count * (count + 1) / 2;
        int next = firstOverlap;
        double size = 0;
        for (int i = 0; i < count; i++) {
            for (int j = i; j < count; j++) {
                double sum = 0;
                for (int b = 0; b < blocks.size(); b++) {
                    double share = gram[(b * count + i) * count + j];
                    if (inBlocks) {
                        in[next + (b + 1) * pairs] = share;
                    }
                    sum += share;
                }
                in[next++] = sum;
                total[i * count + j] = sum;
                total[j * count + i] = sum;
            }
            size += Math.abs(total[i * count + i]);
        }
        for (int i = 0; i < scalarRates.length; i++) {
            size += Math.abs(scalar(i));
        }
        return size < DIVERGED;
    }
}
