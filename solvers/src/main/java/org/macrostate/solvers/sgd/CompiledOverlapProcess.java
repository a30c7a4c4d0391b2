package org.macrostate.solvers.sgd;

import org.macrostate.solvers.kernel.Kernel;

/** The overlap process with its whole step compiled. Draws and numbers are those of a {@link OverlapChain} on overlaps. */
final class CompiledOverlapProcess implements OverlapProcess {
    private static final double DIVERGED = 1e100;

    private final BoundModel model;
    private final Kernel kernel;
    private final double[] parameters;
    private final Draws draws;
    private final FactorDraws factors;
    private final double dimension;
    private final int degreesOutside;
    private final double[] in;
    private final double[] out;
    private final double[] work;
    private final double[] gram;
    private final int[] moved;
    private final int firstRandom;
    private final int firstNormal;
    private final int chiSquare;
    private long steps;

    /** @param kernel of {@link OverlapStep#program} */
    CompiledOverlapProcess(
            BoundModel model,
            Kernel kernel,
            Draws draws,
            double[] parameters,
            int dimension,
            double[] gram,
            double[] scalars) {
        this.model = model;
        this.kernel = kernel;
        this.parameters = parameters.clone();
        this.draws = draws;
        this.factors = model.factors().at(parameters);
        this.dimension = dimension;
        this.gram = gram.clone();
        int r = model.vectors().count();
        this.degreesOutside = dimension - r;
        this.in = new double[OverlapStep.inverseDimension(model) + 1];
        this.out = new double[kernel.outputLength()];
        this.work = new double[kernel.workLength()];
        this.moved = OverlapStep.moved(model);
        this.firstRandom = model.inputs().firstRandom();
        this.firstNormal = OverlapStep.firstNormal(model);
        this.chiSquare = OverlapStep.chiSquare(model);
        in[OverlapStep.inverseDimension(model)] = 1.0 / dimension;
        for (int i = 0; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                in[model.inputs().overlap(i, j)] = gram[i * r + j];
            }
        }
        System.arraycopy(scalars, 0, in, model.inputs().firstScalar(), scalars.length);
    }

    @Override
    public boolean advance(long target) {
        while (steps < target) {
            factors.draw(draws, in, firstRandom);
            draws.normals(in, firstNormal, chiSquare);
            if (degreesOutside > 0) {
                in[chiSquare] = draws.chiSquare(degreesOutside);
            }
            kernel.eval(time(), in, parameters, out, work);
            steps++;
            double size = 0;
            for (int k = 0; k < moved.length; k++) {
                in[moved[k]] = out[k];
                size += Math.abs(out[k]);
            }
            if (!(size < DIVERGED)) {
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
    public double time() {
        return steps / dimension;
    }

    @Override
    public double[] gram() {
        int r = model.vectors().count();
        for (int i = model.vectors().fixed(); i < r; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i * r + j] = in[model.inputs().overlap(i, j)];
                gram[j * r + i] = gram[i * r + j];
            }
        }
        return gram;
    }

    @Override
    public double scalar(int i) {
        return in[model.inputs().firstScalar() + i];
    }
}
