package org.macrostate.equations.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.macrostate.equations.Place;
import org.macrostate.equations.language.Text;

/**
 * States a learning problem piece by piece; every expression is a text in the expression language. Nothing is checked
 * before {@link #build}, so that names may be used before they are declared.
 *
 * <p>Example: {@code LearningProblem.named("oja").fixed("u", "identity").trained("w").parameter("tau", "0.5")
 * .random("c", "normal").sample("x", "c u + noise").field("y", "w . x").update("w", "tau (y x - y^2 w)").build()}.
 */
public final class LearningProblemBuilder {
    private final ProblemStatement told;
    private Optional<Place> place = Optional.empty();

    LearningProblemBuilder(String name) {
        this.told = new ProblemStatement(Text.of(name));
    }

    /** The next declaration stands at this place of the user's input; errors say so. */
    public LearningProblemBuilder at(Place where) {
        place = Optional.of(where);
        return this;
    }

    public LearningProblemBuilder title(String words) {
        told.title(words);
        return this;
    }

    public LearningProblemBuilder cite(String... works) {
        List.of(works).forEach(told::cite);
        return this;
    }

    /** The hash of the text the problem is read from; without it, of what the builder was told. */
    public LearningProblemBuilder hash(String sha256) {
        told.hash(sha256);
        return this;
    }

    /** Samples averaged in one step. */
    public LearningProblemBuilder batch(int samples) {
        return batch(Integer.toString(samples));
    }

    /** A number of samples averaged in one step, or the name of the parameter that is it. */
    public LearningProblemBuilder batch(String samples) {
        told.batch(placed(samples));
        return this;
    }

    public LearningProblemBuilder symmetry(String statement) {
        told.symmetry(statement);
        return this;
    }

    /** LaTeX of a declared name. */
    public LearningProblemBuilder tex(String symbol, String latex) {
        told.tex(placed(symbol), latex);
        return this;
    }

    public LearningProblemBuilder size(String size, int value) {
        return declare(ModelSection.SIZES, size, e -> e.is(Integer.toString(value)));
    }

    public LearningProblemBuilder parameter(String parameter, String value) {
        return parameter(parameter, e -> e.value(value));
    }

    public LearningProblemBuilder parameter(String parameter, String value, Domain domain, String about) {
        return parameter(parameter, e -> e.value(value).domain(domain).about(about));
    }

    public LearningProblemBuilder parameter(String parameter, Consumer<Entry> said) {
        return declare(ModelSection.PARAMETERS, parameter, said);
    }

    /** A single trained vector whose step {@code update} states. */
    public LearningProblemBuilder trained(String vector) {
        return vectors(vector, e -> {});
    }

    /** Trained vectors with an index and a learning rate. */
    public LearningProblemBuilder trained(String vector, String copies, String rate) {
        return vectors(vector, e -> e.copies(copies).rate(rate));
    }

    /** A single fixed vector. */
    public LearningProblemBuilder fixed(String vector, String overlaps) {
        return vectors(vector, e -> e.fixed(overlaps));
    }

    public LearningProblemBuilder fixed(String vector, String copies, String overlaps) {
        return vectors(vector, e -> e.copies(copies).fixed(overlaps));
    }

    /** Vectors of any sort: trained unless {@code fixed} is said of them. */
    public LearningProblemBuilder vectors(String family, Consumer<Entry> said) {
        return declare(ModelSection.VECTORS, family, said);
    }

    public LearningProblemBuilder scalar(String scalar, Consumer<Entry> said) {
        return declare(ModelSection.SCALARS, scalar, said);
    }

    public LearningProblemBuilder random(String factor, String law) {
        return random(factor, e -> e.law(law));
    }

    public LearningProblemBuilder random(String factor, String copies, String law) {
        return random(factor, e -> e.copies(copies).law(law));
    }

    public LearningProblemBuilder random(String factor, Consumer<Entry> said) {
        return declare(ModelSection.RANDOMS, factor, said);
    }

    /** A linear combination of vectors and {@code noise}. */
    public LearningProblemBuilder sample(String sample, String combination) {
        return declare(ModelSection.SAMPLES, sample, e -> e.is(combination));
    }

    /** The name of a field: {@code field("h", "w . x")}. */
    public LearningProblemBuilder field(String field, String dotProduct) {
        return declare(ModelSection.FIELDS, field, e -> e.is(dotProduct));
    }

    /** The name of an overlap: {@code order("m", "w . u")}. */
    public LearningProblemBuilder order(String overlap, String dotProduct) {
        return declare(ModelSection.ORDER, overlap, e -> e.is(dotProduct));
    }

    public LearningProblemBuilder observable(String observable, String value) {
        return declare(ModelSection.OBSERVABLES, observable, e -> e.is(value));
    }

    public LearningProblemBuilder phase(String phase, String condition) {
        return declare(ModelSection.PHASES, phase, e -> e.is(condition));
    }

    public LearningProblemBuilder loss(String value) {
        told.loss(placed(value));
        return this;
    }

    /** The loss by whose gradient one family of vectors or a scalar moves; every trained name needs a line of its own. */
    public LearningProblemBuilder loss(String target, String value) {
        told.loss(placed(target), placed(value));
        return this;
    }

    /** The step of a vector {@code w}, {@code w[k]} or of a scalar. */
    public LearningProblemBuilder update(String target, String step) {
        told.update(placed(target), placed(step));
        return this;
    }

    /** The time derivative of a scalar, which need not be declared otherwise. */
    public LearningProblemBuilder flow(String scalar, String rate) {
        told.flow(placed(scalar), placed(rate));
        return this;
    }

    /** A named state of which nothing is said but its name: all of it is solved for. */
    public LearningProblemBuilder openState(String name) {
        told.state(placed(name));
        return this;
    }

    /** One value of a named state: {@code state("collapsed", "Q[k,l]", "KroneckerDelta[k,l]")}. */
    public LearningProblemBuilder state(String state, String orderParameter, String value) {
        told.state(placed(state), placed(orderParameter), placed(value));
        return this;
    }

    /**
     * The problem, with every name resolved.
     *
     * @throws org.macrostate.equations.BadInput if anything is wrong with it
     */
    public LearningProblem build() {
        return new ProblemAssembly(told).problem();
    }

    private LearningProblemBuilder declare(ModelSection section, String declared, Consumer<Entry> said) {
        Entry entry = new Entry(placed(declared));
        said.accept(entry);
        place.ifPresent(entry::placeAll);
        place = Optional.empty();
        told.declare(section, entry);
        return this;
    }

    private Text placed(String text) {
        return place.map(p -> Text.of(text).or(p)).orElse(Text.of(text));
    }
}
