package org.macrostate.solvers.sgd;

import java.util.List;

/**
 * Mean and spread of the overlaps at a start. With independent normal coordinates of variances v_i, the overlaps of
 * trained vectors have {@code N Cov(G_ij, G_kl) = v_i v_j (δ_ik δ_jl + δ_il δ_jk)} (Isserlis) and those with fixed ones
 * {@code N Cov(G_iu, G_ku') = v_i δ_ik G_uu'}, at any N. In a block of weight f the first are f times that, the second
 * have the fixed vectors' shares; different blocks are independent.
 *
 * @param mean one value a column
 * @param covariance of √N times the columns, n·n; zeros where all runs start alike
 */
public record StartMoments(double[] mean, double[] covariance) {

    static StartMoments of(BoundModel model, double[] parameters, Start start) {
        StartValues values = new StartValues(model, start);
        double[] gram = InitialGramMatrix.fixed(model, parameters);
        double[] scalars = values.scalars();
        List<OverlapColumns.Column> columns = model.columns().all();
        double[] covariance = new double[columns.size() * columns.size()];
        if (start instanceof Start.Prescribed) {
            values.overlaps(gram);
            return new StartMoments(mean(model, gram, scalars), covariance);
        }
        int r = model.vectors().count();
        int fixed = model.vectors().fixed();
        double[] weights = Directions.weights(model, parameters);
        double[] variances = values.variances(weights);
        int trained = model.vectors().trained();
        for (int b = 0; b < weights.length; b++) {
            for (int i = 0; i < trained; i++) {
                gram[(b * r + fixed + i) * r + fixed + i] = weights[b] * variances[b * trained + i];
            }
        }
        for (int a = 0; a < columns.size(); a++) {
            int block = columns.get(a).block();
            double[] own = InitialGramMatrix.block(gram, r, block);
            for (int b = 0; b < columns.size(); b++) {
                covariance[a * columns.size() + b] = columns.get(b).block() == block
                        ? covariance(columns.get(a), columns.get(b), own, r, fixed) / weights[block]
                        : 0;
            }
        }
        return new StartMoments(mean(model, gram, scalars), covariance);
    }

    private static double[] mean(BoundModel model, double[] gram, double[] scalars) {
        return model.columns().all().stream()
                .mapToDouble(c ->
                        c.isScalar() ? scalars[c.right()] : gram[model.columns().place(c)])
                .toArray();
    }

    private static double covariance(
            OverlapColumns.Column a, OverlapColumns.Column b, double[] gram, int r, int fixed) {
        if (a.isScalar() || b.isScalar()) {
            return 0;
        }
        int i = Math.max(a.left(), a.right());
        int j = Math.min(a.left(), a.right());
        int k = Math.max(b.left(), b.right());
        int l = Math.min(b.left(), b.right());
        if (j >= fixed && l >= fixed) {
            return gram[i * r + k] * gram[j * r + l] + gram[i * r + l] * gram[j * r + k];
        }
        return j < fixed && l < fixed ? gram[i * r + k] * gram[j * r + l] : 0;
    }
}
