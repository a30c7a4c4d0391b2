package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Power;

/** Reads what moves: vectors and scalars with their rates, norms and starts, and the fixed vectors beside them. */
final class TrainedReading {
    private final NameTable names;
    private final ProblemStatement told;
    private final boolean hasLoss;

    TrainedReading(NameTable names, ProblemStatement told) {
        this.names = names;
        this.told = told;
        this.hasLoss = told.hasLoss();
    }

    private List<Expression> copiesOf(Entry entry) {
        return names.find(entry.name()).orElseThrow().meaning().extents();
    }

    List<Declaration.Vectors> vectors(BlockShares shares, ConstantValues constants) {
        List<Declaration.Vectors> vectors = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.VECTORS)) {
            Optional<FixedOverlaps> fixed = new FixedGram(names, entry)
                    .withOthers(entry.part("fixed")
                            .map(t -> FixedOverlapsReading.read(names, entry, t, copiesOf(entry), constants)));
            fixed.ifPresent(f -> names.overlaps(entry.name(), f));
            Optional<Expression> rate = rate(entry, "vectors " + entry.name(), fixed.isPresent());
            Optional<Expression> share = shares.read(entry);
            vectors.add(new Declaration.Vectors(
                    entry.name(), copiesOf(entry), fixed, rate, share, norm(entry, fixed.isPresent())));
        }
        return vectors;
    }

    /** What a single trained vector is scaled to after every step. */
    private Optional<Expression> norm(Entry entry, boolean fixed) {
        Optional<Expression> norm = entry.part("norm").map(text -> {
            text.located(() -> {
                String why = fixed
                        ? "are fixed and keep their length anyway"
                        : !copiesOf(entry).isEmpty()
                                ? "have copies: a norm may be kept of single vectors; name each copy"
                                : names.blocks().isPresent()
                                        ? "have overlaps in blocks: a norm may be kept in models without spectra"
                                        : "";
                if (!why.isEmpty()) {
                    throw new BadInput("vectors " + entry.name() + " " + why);
                }
                return why;
            });
            return Elaborator.elaborate(text, new ProblemScope(names, Use.CONSTANTS));
        });
        norm.ifPresent(n -> names.squaredNorm(entry.name(), Power.of(n, 2)));
        return norm;
    }

    /** In the indices of the copies, where there are any. */
    private Optional<Expression> rate(Entry entry, String role, boolean fixed) {
        Optional<Text> text = entry.part("rate");
        boolean updated = hasLoss && isUpdated(entry.name());
        if (updated && text.isPresent()) {
            throw text.get()
                    .located(new BadInput(
                            role + " have a line in 'update' and move by that; a rate has no meaning there"));
        }
        if (text.isPresent() && (fixed || !hasLoss)) {
            throw text.get()
                    .located(new BadInput(role
                            + (fixed
                                    ? " are fixed and cannot have a learning rate"
                                    : " move as stated; a rate has a meaning only under a loss")));
        }
        if (text.isEmpty() && hasLoss && !fixed && !updated) {
            throw entry.nameText()
                    .located(new BadInput("trained " + role + " need a learning rate under a loss: 'rate'"));
        }
        List<Expression> extents = copiesOf(entry);
        List<Index> free = IntStream.range(0, extents.size())
                .mapToObj(i -> new Index(Declaration.RATE_INDICES.get(i), extents.get(i)))
                .toList();
        return text.map(t -> Elaborator.elaborate(t, new ProblemScope(names, Use.CONSTANTS), free));
    }

    private boolean isUpdated(String name) {
        return told.updates().stream()
                .map(line -> line.target().value().strip())
                .anyMatch(target -> target.equals(name) || target.startsWith(name + "["));
    }

    List<Declaration.Scalar> scalars() {
        List<Declaration.Scalar> scalars = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.SCALARS)) {
            Domain domain = DomainReading.of(entry);
            String role = "scalar " + entry.name();
            Optional<Double> start =
                    entry.part("start").map(t -> DomainReading.checked(t, PlainNumber.of(t, role), role, domain));
            scalars.add(new Declaration.Scalar(entry.name(), copiesOf(entry), rate(entry, role, false), start, domain));
        }
        return scalars;
    }
}
