package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Reads the shares of fixed vectors in the blocks of the spectra, the blocks' weights where nothing is said, and in which blocks
 * trained vectors have a part, all where nothing is said.
 */
final class BlockShares {
    private static final double ROUNDING = 1e-9;

    private final NameTable names;
    private final Map<Symbol, Double> constants;

    BlockShares(NameTable names, ConstantValues constants) {
        this.names = names;
        this.constants = SpectrumReading.withCopies(names, constants);
    }

    /** @throws BadInput if shares are said without spectra or do not add up to one, or those of trained vectors are neither 0 nor 1 */
    Optional<Expression> read(Entry entry) {
        List<Text> texts = entry.parts("blocks");
        boolean fixed = entry.part("fixed").isPresent();
        if (!texts.isEmpty() && names.blocks().isEmpty()) {
            throw texts.get(0)
                    .located(new BadInput(
                            "vectors " + entry.name() + " cannot have shares in blocks: the model has no spectra"));
        }
        if (names.blocks().isEmpty() || !fixed && texts.isEmpty()) {
            return Optional.empty();
        }
        Index block = new Index(SpectrumReading.LETTER, names.blocks().orElseThrow());
        if (!fixed) {
            Expression part = share(entry, texts, block);
            texts.get(0).located(() -> requireZerosAndOnes(entry, part, block));
            names.share(entry.name(), part);
            return Optional.of(part);
        }
        Expression share = texts.isEmpty() ? names.weight(block) : share(entry, texts, block);
        if (!texts.isEmpty()) {
            texts.get(0).located(() -> require(entry, share, block));
        }
        names.share(entry.name(), share);
        return Optional.of(share);
    }

    /** Whether there is no block, of a number that sizes do not change, in which two families both have a part. */
    static boolean areApart(Optional<Expression> left, Optional<Expression> right, Optional<Expression> blocks) {
        if (left.isEmpty()
                || right.isEmpty()
                || !(blocks.orElse(Rational.ZERO) instanceof Rational count)
                || count.isZero()) {
            return false;
        }
        Index block = new Index(SpectrumReading.LETTER, count);
        return IntStream.rangeClosed(1, count.value().getNumeratorAsInt())
                .mapToObj(b -> Substitution.index(block, new Position(b)))
                .allMatch(at -> at.in(left.get()).isZero() || at.in(right.get()).isZero());
    }

    private Expression share(Entry entry, List<Text> texts, Index block) {
        if (texts.size() == 1 && !isList(texts.get(0))) {
            return Elaborator.elaborate(texts.get(0), new ProblemScope(names, Use.CONSTANTS), List.of(block));
        }
        List<Text> entries = texts.size() == 1 ? BracketList.elements(texts.get(0), "") : texts;
        names.copies(block.extent()).ifPresent(count -> {
            if (count != entries.size()) {
                throw texts.get(0)
                        .located(new BadInput("vectors " + entry.name() + " need a share for each of " + count
                                + " blocks, found " + entries.size()));
            }
        });
        List<Expression> terms = new ArrayList<>();
        for (int n = 0; n < entries.size(); n++) {
            Expression value = Elaborator.elaborate(entries.get(n), new ProblemScope(names, Use.CONSTANTS));
            terms.add(value.times(Delta.of(block, new Position(n + 1))));
        }
        return Plus.of(terms);
    }

    private static boolean isList(Text text) {
        return text.value().strip().startsWith("[");
    }

    /** Trained vectors are in a block or not; what they have there is for learning to find. */
    private Expression requireZerosAndOnes(Entry entry, Expression part, Index block) {
        int blocks = names.copies(block.extent()).orElse(0);
        double sum = 0;
        for (int b = 1; b <= blocks; b++) {
            Expression own = Substitution.index(block, new Position(b)).in(part);
            if (!own.isZero() && !own.isOne()) {
                throw new BadInput("trained vectors " + entry.name()
                        + " have no shares of their own in blocks; a start says where they begin, as in Q[1]=0.3, and"
                        + " blocks: [1, 0] that they have no part in block 2");
            }
            sum += own.isOne() ? 1 : 0;
        }
        if (sum == 0) {
            throw new BadInput("trained vectors " + entry.name() + " need a part in one block at least");
        }
        return part;
    }

    private Expression require(Entry entry, Expression share, Index block) {
        int blocks = names.copies(block.extent()).orElse(0);
        double sum = 0;
        for (int b = 1; b <= blocks; b++) {
            double value = SpectrumCheck.value(
                    Substitution.index(block, new Position(b)).in(share), constants);
            if (!(value >= 0)) {
                throw new BadInput("the share of vectors " + entry.name() + " in block " + b
                        + " must be nonnegative, was " + PlainNumber.shown(value));
            }
            sum += value;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new BadInput("the shares of vectors " + entry.name() + " in the blocks must add up to 1, found "
                    + PlainNumber.shown(sum) + " at the defaults");
        }
        return share;
    }
}
