package org.macrostate.solvers.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be said of the best constants a search found: that they lie on an edge, or are one optimum of several. */
public final class OptimumNotes {
    private static final double AT_EDGE = 1e-6;
    private static final int MOST_EDGES = 3;

    /** Goals that differ by less than this part of all that were met are the same. */
    private static final double SAME = 1e-6;

    /** A plateau is at least this part of the range. */
    private static final double PLATEAU = 0.05;

    private OptimumNotes() {}

    /** In words; empty if the optimum of one constant is inside its range and nothing speaks for another. */
    public static List<String> of(Landscape landscape) {
        List<String> notes = new ArrayList<>();
        Optional<Trial> best = landscape.best();
        if (!landscape.whole()) {
            notes.add("the time limit ended the search after "
                    + landscape.trials().size() + " trials: this is the best of them");
        }
        if (landscape.isFlat()) {
            notes.add(flat(landscape));
        } else if (best.isPresent()) {
            notes.addAll(edges(landscape.constants(), best.get().constants()));
            if (landscape.constants().size() == 1) {
                valleys(landscape).or(() -> plateau(landscape)).ifPresent(notes::add);
            } else {
                notes.add(several(landscape));
            }
        }
        return notes;
    }

    private static String flat(Landscape landscape) {
        String names = String.join(
                ", ", landscape.constants().stream().map(ScheduleConstant::name).toList());
        long reached = landscape.trials().stream().filter(Trial::reached).count();
        int all = landscape.trials().size();
        return reached < all
                ? "no optimum: the goal is the same, within the tolerance of the trajectories, for the " + reached
                        + " of " + all + " trials that reach it"
                : "no optimum: the goal is the same for all " + all
                        + " trials within the tolerance of the trajectories; it does not depend on " + names
                        + ", or not within the range";
    }

    /** One note each of few constants, one of all of many: there the values of a free form are meant. */
    private static List<String> edges(List<ScheduleConstant> constants, double[] values) {
        List<String> each = new ArrayList<>();
        List<String> assigned = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Optional<String> edge = edge(constants.get(i), values[i]);
            edge.ifPresent(each::add);
            if (edge.isPresent()) {
                assigned.add(constants.get(i).name() + " = " + values[i]);
            }
        }
        return each.size() <= MOST_EDGES
                ? each
                : List.of("optimum on the edge of its range: " + String.join(", ", assigned)
                        + "; beyond it the goal may be better still");
    }

    private static Optional<String> edge(ScheduleConstant constant, double value) {
        double coordinate = constant.coordinate(value);
        return coordinate > AT_EDGE && coordinate < 1 - AT_EDGE
                ? Optional.empty()
                : Optional.of("optimum on the edge of its range: " + constant.name() + " = " + value
                        + ", searched from " + constant.from() + " to " + constant.to()
                        + "; beyond it the goal may be better still");
    }

    /** Of several constants no search of this kind can say that its optimum is global. */
    private static String several(Landscape landscape) {
        List<Trial> others = landscape.elsewhere();
        String tried = "the best of " + landscape.trials().size() + " trials, no proof of a global optimum";
        if (landscape.searches() <= 1) {
            return tried;
        }
        return others.isEmpty()
                ? tried + ": " + landscape.searches() + " local searches from points far apart found no other"
                : "local optimum among several: " + others.size() + " of " + landscape.searches()
                        + " local searches ended at others, with goals from "
                        + others.get(0).goal() + " to "
                        + others.get(others.size() - 1).goal() + "; " + tried;
    }

    /** Constants that serve as well as the best. */
    private static Optional<String> plateau(Landscape landscape) {
        List<Trial> reached = landscape.trials().stream().filter(Trial::reached).toList();
        double least = reached.stream().mapToDouble(Trial::goal).min().orElse(0);
        double most = reached.stream().mapToDouble(Trial::goal).max().orElse(0);
        double[] alike = reached.stream()
                .filter(trial -> trial.goal() - least <= SAME * (most - least))
                .mapToDouble(trial -> trial.constants()[0])
                .toArray();
        ScheduleConstant constant = landscape.constants().get(0);
        double from = java.util.Arrays.stream(alike).min().orElse(0);
        double to = java.util.Arrays.stream(alike).max().orElse(0);
        return to - from <= PLATEAU * (constant.to() - constant.from())
                ? Optional.empty()
                : Optional.of("no single optimum: " + alike.length + " of the values tried, from " + constant.name()
                        + " = " + from + " to " + to + ", serve the goal equally well");
    }

    /** Trials of one constant are sorted: a valley is a run of lower goals between higher ones. */
    private static Optional<String> valleys(Landscape landscape) {
        double[] goals = landscape.trials().stream()
                .filter(Trial::reached)
                .mapToDouble(Trial::goal)
                .toArray();
        double least = java.util.Arrays.stream(goals).min().orElse(0);
        double most = java.util.Arrays.stream(goals).max().orElse(0);
        double same = SAME * (most - least);
        int valleys = 0;
        boolean falling = true;
        double turn = Double.POSITIVE_INFINITY;
        for (double goal : goals) {
            if (falling && goal > turn + same) {
                valleys++;
                falling = false;
                turn = goal;
            } else if (!falling && goal < turn - same) {
                falling = true;
                turn = goal;
            } else {
                turn = falling ? Math.min(turn, goal) : Math.max(turn, goal);
            }
        }
        valleys += falling ? 1 : 0;
        return valleys > 1
                ? Optional.of("local optimum among several: the goal has " + valleys
                        + " minima among the values tried, of which the least is given")
                : Optional.empty();
    }
}
