package org.macrostate.solvers.finitesize;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From extrapolated deviations to a verdict, with its reasons in words. */
record Judgement(double level, List<Ensemble> ensembles, int points, List<Extrapolation> extrapolations) {

    CheckResult result(List<Quantity> quantities, ScalingExponent exponent, BiasExponent bias) {
        CheckResult.Verdict verdict = verdict();
        String words = words(verdict) + lost() + spread(exponent) + bias(bias);
        return new CheckResult(
                verdict,
                quantities,
                extrapolations,
                exponent.value(),
                exponent.error(),
                bias.value(),
                bias.error(),
                words);
    }

    private Optional<Extrapolation> worst() {
        return extrapolations.stream()
                .min(Comparator.comparingDouble(Extrapolation::adjusted)
                        .thenComparing(Comparator.comparingDouble((Extrapolation e) -> Math.abs(e.score()))
                                .reversed()));
    }

    private CheckResult.Verdict verdict() {
        if (worst().isPresent() && worst().get().adjusted() < level) {
            return CheckResult.Verdict.FAILED;
        }
        boolean lost = ensembles.stream().anyMatch(e -> e.lost() > 0);
        boolean few = 2 * extrapolations.size() < points;
        return lost || few ? CheckResult.Verdict.INCONCLUSIVE : CheckResult.Verdict.PASSED;
    }

    private String words(CheckResult.Verdict verdict) {
        String judged = extrapolations.size() + " of " + points + " points judged";
        if (worst().isEmpty()) {
            return judged + ".";
        }
        Extrapolation e = worst().get();
        String limit = e.dimensions() > 1 ? " for N to infinity" : " (one dimension: its finite-N bias is part of it)";
        String deviation = String.format(
                Locale.ROOT,
                "%s at t = %s deviates by %.3g +- %.2g%s, t-score %.2f, probability %.2g after correction for %d"
                        + " comparisons",
                e.name(),
                e.t(),
                e.deviation(),
                e.standardError(),
                limit,
                e.score(),
                e.adjusted(),
                extrapolations.size());
        return switch (verdict) {
            case PASSED -> "Theory and simulation agree: " + judged + "; the largest deviation: " + deviation + ".";
            case FAILED -> "Theory and simulation disagree: " + deviation + ".";
            case INCONCLUSIVE -> "No verdict: " + judged + "; the largest deviation: " + deviation + ".";
        };
    }

    private String lost() {
        StringBuilder words = new StringBuilder();
        for (Ensemble e : ensembles) {
            if (e.lost() > 0) {
                words.append(String.format(
                        Locale.ROOT,
                        " At N = %d, %d of %d runs did not reach the end.",
                        e.dimension(),
                        e.lost(),
                        e.lost() + e.simulation().size()));
            }
        }
        return words.toString();
    }

    private String spread(ScalingExponent exponent) {
        StringBuilder words = new StringBuilder();
        if (extrapolations.size() < points) {
            words.append(
                    " Where points are not judged, fluctuations are not small at these dimensions: larger N, earlier"
                            + " times or a start further from unstable states can be judged.");
        }
        if (Double.isFinite(exponent.value())) {
            words.append(String.format(
                    Locale.ROOT, " The spread of runs falls as N^(%.3f +- %.3f).", exponent.value(), exponent.error()));
        }
        return words.toString();
    }

    private static String bias(BiasExponent bias) {
        return Double.isFinite(bias.value())
                ? String.format(
                        Locale.ROOT, " The mean deviation falls as N^(%.2f +- %.2f).", bias.value(), bias.error())
                : "";
    }
}
