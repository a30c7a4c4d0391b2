package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;

/** Reads further expressions about a problem: values, schedules, goals, as options and study files state them. */
public final class ExpressionReader {
    private ExpressionReader() {}

    /** A parameter's course in time: an expression in parameters, sizes and {@code t} = steps / N. */
    public static Expression schedule(LearningProblem problem, Text text) {
        return Elaborator.elaborate(text, new ProblemScope(names(problem), Use.SCHEDULE));
    }

    /**
     * An expression in order parameters, scalars, parameters, sizes and observables without a mean. Overlaps stand in it
     * as overlaps of vectors; for symbols of a derived system read it in a {@code SystemScope}.
     */
    public static Expression ofOrderParameters(LearningProblem problem, Text text) {
        return Elaborator.elaborate(text, new ProblemScope(names(problem), Use.PHASE));
    }

    private static NameTable names(LearningProblem problem) {
        NameTable names = new NameTable();
        problem.sizes().forEach(s -> {
            quantity(names, s.name(), Use.Sort.SIZE, Kind.SIZE, Optional.empty());
            names.size(s.name(), s.value());
        });
        problem.parameters().forEach(p -> quantity(names, p.name(), Use.Sort.PARAMETER, Kind.PARAMETER, p.copies()));
        problem.scalars()
                .forEach(s -> names.declare(
                        Text.of(s.name()), Use.Sort.SCALAR, new Meaning.Quantity(Kind.SCALAR, s.copies())));
        problem.randoms().forEach(r -> quantity(names, r.name(), Use.Sort.RANDOM, Kind.RANDOM, r.copies()));
        problem.vectors().forEach(v -> {
            names.declare(Text.of(v.name()), Use.Sort.VECTOR, new Meaning.Vector(v.copies()));
            v.fixed().ifPresent(f -> names.overlaps(v.name(), f));
            v.squaredNorm().ifPresent(n -> names.squaredNorm(v.name(), n));
        });
        problem.order().forEach(o -> {
            List<Expression> left =
                    problem.vectors(o.left()).map(Declaration.Vectors::copies).orElseThrow();
            List<Expression> all = new ArrayList<>(left);
            all.addAll(
                    problem.vectors(o.right()).map(Declaration.Vectors::copies).orElseThrow());
            names.declare(
                    Text.of(o.name()), Use.Sort.ORDER, new Meaning.NamedOverlap(o.left(), o.right(), all, left.size()));
        });
        problem.observables()
                .forEach(o -> names.declare(
                        Text.of(o.name()),
                        OutcomeReading.hasMean(o.value()) ? Use.Sort.MEAN : Use.Sort.OBSERVABLE,
                        new Meaning.Defined(o.value())));
        return names;
    }

    private static void quantity(NameTable names, String name, Use.Sort sort, Kind kind, Optional<Expression> copies) {
        names.declare(Text.of(name), sort, new Meaning.Quantity(kind, extents(copies)));
    }

    private static List<Expression> extents(Optional<Expression> copies) {
        return copies.map(List::of).orElse(List.of());
    }
}
