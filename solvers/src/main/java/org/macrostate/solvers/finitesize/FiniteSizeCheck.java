package org.macrostate.solvers.finitesize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;

/**
 * Theory against runs at several dimensions. Theory holds for N → ∞ and runs have a bias of order 1/N, so what is
 * tested, at every time and for every quantity, is the deviation extrapolated to 1/N = 0 against its error from the
 * runs (Student's t, Welch's degrees of freedom). Holm's correction keeps the chance that a right theory fails anywhere
 * at or below the level, whatever the correlations between times and quantities.
 *
 * <p>Expansion in 1/N holds where fluctuations are small. A dimension whose N·variance differs from that of the largest
 * one is left out at that point; a point where no two dimensions agree is not judged.
 *
 * @param names of the quantities
 * @param times t = steps / N
 * @param level chance of failing a right theory, for example 1e-3
 * @param tolerance relative error of the theory's numbers, for example 1e-7
 */
public record FiniteSizeCheck(List<String> names, List<Double> times, double level, double tolerance) {
    private static final double SAME_VARIANCE = 0.01;

    public FiniteSizeCheck {
        names = List.copyOf(names);
        times = List.copyOf(times);
    }

    /** At a level of one in a thousand. */
    public static FiniteSizeCheck of(List<String> names, List<Double> times) {
        return new FiniteSizeCheck(names, times, 1e-3, 1e-7);
    }

    /**
     * Judges.
     *
     * @throws BadInput if there are no runs to judge, or fewer than two at a dimension that lost none
     */
    public CheckResult judge(List<Ensemble> ensembles) {
        if (ensembles.isEmpty()) {
            throw new BadInput("a check needs at least one dimension");
        }
        for (Ensemble ensemble : ensembles) {
            int runs = ensemble.simulation().size();
            if (runs + ensemble.lost() < 2) {
                throw new BadInput("a check needs at least 2 runs of each dimension, found " + runs + " at dimension "
                        + ensemble.dimension());
            }
        }
        List<Ensemble> usable =
                ensembles.stream().filter(e -> e.simulation().size() >= 2).toList();
        List<Quantity> quantities = new ArrayList<>();
        List<List<Deviations>> points = new ArrayList<>();
        List<Extrapolation> raw = new ArrayList<>();
        for (int t = 0; t < times.size(); t++) {
            for (int q = 0; q < names.size(); q++) {
                List<Deviations> point = new ArrayList<>();
                for (Ensemble ensemble : usable) {
                    Deviations spread = ensemble.spread(t, q);
                    point.add(spread);
                    quantities.add(row(ensemble, spread, t, q));
                }
                points.add(point);
                extrapolate(point, t, q).ifPresent(raw::add);
            }
        }
        return new Judgement(level, ensembles, points.size(), adjusted(raw))
                .result(quantities, ScalingExponent.of(points), BiasExponent.of(points));
    }

    private Quantity row(Ensemble ensemble, Deviations spread, int t, int q) {
        double predicted = ensemble.predicted()
                .map(p -> p[t][q] / Math.sqrt((double) ensemble.dimension() * spread.runs()))
                .orElse(Double.NaN);
        double error = spread.standardError();
        return new Quantity(
                names.get(q),
                ensemble.dimension(),
                times.get(t),
                spread.theory(),
                spread.theory() + spread.mean(),
                error,
                predicted,
                spread.mean() / Math.hypot(error, tolerance(spread)));
    }

    private double tolerance(Deviations spread) {
        return tolerance * (1 + Math.abs(spread.theory()));
    }

    private Optional<Extrapolation> extrapolate(List<Deviations> point, int t, int q) {
        List<Deviations> alike = alike(point);
        if (alike.isEmpty() || (alike.size() < 2 && point.size() > 1)) {
            return Optional.empty();
        }
        double[] weights = Contrast.intercept(alike);
        double deviation = 0;
        double variance = 0;
        double fourth = 0;
        for (int i = 0; i < weights.length; i++) {
            Deviations spread = alike.get(i);
            double part = weights[i] * weights[i] * spread.variance() / spread.runs();
            deviation += weights[i] * spread.mean();
            variance += part;
            fourth += part * part / (spread.runs() - 1);
        }
        double degrees =
                fourth > 0 ? variance * variance / fourth : alike.get(0).runs() - 1;
        double error = Math.hypot(Math.sqrt(variance), tolerance(alike.get(0)));
        return Optional.of(
                new Extrapolation(names.get(q), times.get(t), alike.size(), deviation, error, degrees, Double.NaN));
    }

    /** The dimensions whose fluctuations scale as those of the largest. */
    private List<Deviations> alike(List<Deviations> point) {
        List<Deviations> descending = point.stream()
                .sorted(Comparator.comparingInt(Deviations::dimension).reversed())
                .toList();
        if (descending.isEmpty()) {
            return descending;
        }
        Deviations largest = descending.get(0);
        double still = Math.pow(tolerance(largest), 2);
        List<Deviations> alike = new ArrayList<>();
        for (Deviations spread : descending) {
            double ratio = spread.dimension() * spread.variance() / (largest.dimension() * largest.variance());
            boolean bothStill = spread.variance() <= still && largest.variance() <= still;
            if (!bothStill
                    && !(TailProbability.variances(ratio, spread.runs() - 1, largest.runs() - 1) >= SAME_VARIANCE)) {
                break;
            }
            alike.add(spread);
        }
        return alike;
    }

    private static List<Extrapolation> adjusted(List<Extrapolation> raw) {
        List<Double> holm = TailProbability.holm(raw.stream()
                .map(e -> TailProbability.student(e.score(), e.degrees()))
                .toList());
        List<Extrapolation> adjusted = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Extrapolation e = raw.get(i);
            adjusted.add(new Extrapolation(
                    e.name(), e.t(), e.dimensions(), e.deviation(), e.standardError(), e.degrees(), holm.get(i)));
        }
        return adjusted;
    }
}
