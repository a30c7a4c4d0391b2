package org.macrostate.solvers.kernel;

/**
 * The Jacobian of a large system: its columns one by one, each the derivative along a unit vector. Allocates two
 * vectors an evaluation, nothing beside n evaluations of a large program.
 */
final class ColumnwiseJacobian implements Kernel {
    private final Kernel directional;
    private final int length;

    /** @param directional n outputs from a state of 2n elements: the state and the direction */
    ColumnwiseJacobian(Kernel directional) {
        this.directional = directional;
        this.length = directional.outputLength();
    }

    /** n outputs: the Jacobian times a direction, from a state of 2n elements: the state and the direction. */
    Kernel directional() {
        return directional;
    }

    @Override
    public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
        Kernel.requireLength("state", state, length);
        Kernel.requireLength("out", out, outputLength());
        double[] point = new double[2 * length];
        double[] column = new double[length];
        System.arraycopy(state, 0, point, 0, length);
        for (int j = 0; j < length; j++) {
            point[length + j] = 1;
            directional.eval(t, point, parameters, column, work);
            point[length + j] = 0;
            for (int i = 0; i < length; i++) {
                out[i * length + j] = column[i];
            }
        }
    }

    @Override
    public int outputLength() {
        return Math.multiplyExact(length, length);
    }

    @Override
    public int workLength() {
        return directional.workLength();
    }

    @Override
    public int stateLength() {
        return length;
    }

    @Override
    public int parameterLength() {
        return directional.parameterLength();
    }
}
