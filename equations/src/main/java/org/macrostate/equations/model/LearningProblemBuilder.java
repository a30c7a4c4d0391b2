package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Text name;
    private final Map<Section, List<Entry>> entries = new EnumMap<>(Section.class);
    private final List<Line> updates = new ArrayList<>();
    private final List<Line> flow = new ArrayList<>();
    private final Map<Text, List<Line>> states = new LinkedHashMap<>();
    private final Map<Text, String> tex = new LinkedHashMap<>();
    private final List<String> cite = new ArrayList<>();
    private final List<String> symmetries = new ArrayList<>();
    private Optional<Text> loss = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private Text batch = Text.of("1");
    private String title = "";
    private String hash = "";

    /** A line {@code target: expression}. */
    record Line(Text target, Text value) {
        @Override
        public String toString() {
            return target.value() + ": " + value.value();
        }
    }

    LearningProblemBuilder(Text name) {
        this.name = name;
        for (Section section : Section.values()) {
            entries.put(section, new ArrayList<>());
        }
    }

    /** The next declaration stands at this place of the user's input; errors say so. */
    public LearningProblemBuilder at(Place where) {
        place = Optional.of(where);
        return this;
    }

    public LearningProblemBuilder title(String words) {
        title = words;
        return this;
    }

    public LearningProblemBuilder cite(String... works) {
        cite.addAll(List.of(works));
        return this;
    }

    /** The hash of the text the problem is read from; without it, of what the builder was told. */
    public LearningProblemBuilder hash(String sha256) {
        hash = sha256;
        return this;
    }

    /** Samples averaged in one step. */
    public LearningProblemBuilder batch(int samples) {
        return batch(Text.of(Integer.toString(samples)));
    }

    public LearningProblemBuilder symmetry(String statement) {
        symmetries.add(statement);
        return this;
    }

    /** LaTeX of a declared name. */
    public LearningProblemBuilder tex(String symbol, String latex) {
        return tex(placed(symbol), latex);
    }

    public LearningProblemBuilder size(String size, int value) {
        return declare(Section.SIZES, size, e -> e.is(Integer.toString(value)));
    }

    public LearningProblemBuilder parameter(String parameter, String value) {
        return parameter(parameter, e -> e.value(value));
    }

    public LearningProblemBuilder parameter(String parameter, String value, Domain domain, String about) {
        return parameter(parameter, e -> e.value(value).domain(domain).about(about));
    }

    public LearningProblemBuilder parameter(String parameter, Consumer<Entry> said) {
        return declare(Section.PARAMETERS, parameter, said);
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
        return declare(Section.VECTORS, family, said);
    }

    public LearningProblemBuilder scalar(String scalar, Consumer<Entry> said) {
        return declare(Section.SCALARS, scalar, said);
    }

    public LearningProblemBuilder random(String factor, String law) {
        return random(factor, e -> e.law(law));
    }

    public LearningProblemBuilder random(String factor, String copies, String law) {
        return random(factor, e -> e.copies(copies).law(law));
    }

    public LearningProblemBuilder random(String factor, Consumer<Entry> said) {
        return declare(Section.RANDOMS, factor, said);
    }

    /** A linear combination of vectors and {@code noise}. */
    public LearningProblemBuilder sample(String sample, String combination) {
        return declare(Section.SAMPLES, sample, e -> e.is(combination));
    }

    /** The name of a field: {@code field("h", "w . x")}. */
    public LearningProblemBuilder field(String field, String dotProduct) {
        return declare(Section.FIELDS, field, e -> e.is(dotProduct));
    }

    /** The name of an overlap: {@code order("m", "w . u")}. */
    public LearningProblemBuilder order(String overlap, String dotProduct) {
        return declare(Section.ORDER, overlap, e -> e.is(dotProduct));
    }

    public LearningProblemBuilder observable(String observable, String value) {
        return declare(Section.OBSERVABLES, observable, e -> e.is(value));
    }

    public LearningProblemBuilder phase(String phase, String condition) {
        return declare(Section.PHASES, phase, e -> e.is(condition));
    }

    public LearningProblemBuilder loss(String value) {
        return loss(placed(value));
    }

    /** The step of a vector {@code w}, {@code w[k]} or of a scalar. */
    public LearningProblemBuilder update(String target, String step) {
        return update(placed(target), placed(step));
    }

    /** The time derivative of a scalar, which need not be declared otherwise. */
    public LearningProblemBuilder flow(String scalar, String rate) {
        return flow(placed(scalar), placed(rate));
    }

    /** A named state of which nothing is said but its name: all of it is solved for. */
    public LearningProblemBuilder openState(String name) {
        state(placed(name));
        return this;
    }

    /** One value of a named state: {@code state("collapsed", "Q[k,l]", "KroneckerDelta[k,l]")}. */
    public LearningProblemBuilder state(String state, String orderParameter, String value) {
        return state(placed(state), placed(orderParameter), placed(value));
    }

    /**
     * The problem, with every name resolved.
     *
     * @throws org.macrostate.equations.BadInput if anything is wrong with it
     */
    public LearningProblem build() {
        return new ProblemAssembly(this).problem();
    }

    /** Everything that was said, in one text: what the hash is of when there is no file. */
    String statement() {
        StringBuilder text = new StringBuilder(name.value()).append('\n').append(title);
        entries.forEach((section, list) -> list.forEach(
                e -> text.append('\n').append(section.key()).append(' ').append(e)));
        loss.ifPresent(l -> text.append("\nloss ").append(l.value()));
        updates.forEach(l -> text.append("\nupdate ").append(l));
        flow.forEach(l -> text.append("\nflow ").append(l));
        states.forEach((s, lines) ->
                text.append("\nstate ").append(s.value()).append(' ').append(lines));
        return text.append("\nbatch ")
                .append(batch.value())
                .append(cite)
                .append(symmetries)
                .toString();
    }

    private LearningProblemBuilder declare(Section section, String declared, Consumer<Entry> said) {
        Entry entry = new Entry(placed(declared));
        said.accept(entry);
        place.ifPresent(entry::placeAll);
        place = Optional.empty();
        return declare(section, entry);
    }

    private Text placed(String text) {
        return place.map(p -> Text.of(text).or(p)).orElse(Text.of(text));
    }

    LearningProblemBuilder declare(Section section, Entry entry) {
        entriesOf(section).add(entry);
        return this;
    }

    LearningProblemBuilder batch(Text samples) {
        batch = samples;
        return this;
    }

    LearningProblemBuilder tex(Text symbol, String latex) {
        tex.put(symbol, latex);
        return this;
    }

    LearningProblemBuilder loss(Text value) {
        loss = Optional.of(value);
        return this;
    }

    LearningProblemBuilder update(Text target, Text step) {
        updates.add(new Line(target, step));
        return this;
    }

    LearningProblemBuilder flow(Text scalar, Text rate) {
        flow.add(new Line(scalar, rate));
        return this;
    }

    LearningProblemBuilder state(Text state, Text orderParameter, Text value) {
        state(state).add(new Line(orderParameter, value));
        return this;
    }

    /** The lines of a state, which may stay without any. */
    List<Line> state(Text state) {
        Optional<Text> known = states.keySet().stream()
                .filter(s -> s.value().equals(state.value()))
                .findFirst();
        return states.computeIfAbsent(known.orElse(state), s -> new ArrayList<>());
    }

    Text name() {
        return name;
    }

    List<Entry> entriesOf(Section section) {
        return entries.getOrDefault(section, List.of());
    }

    Optional<Text> loss() {
        return loss;
    }

    List<Line> updates() {
        return updates;
    }

    List<Line> flow() {
        return flow;
    }

    Map<Text, List<Line>> states() {
        return states;
    }

    Map<Text, String> tex() {
        return tex;
    }

    List<String> cite() {
        return cite;
    }

    List<String> symmetries() {
        return symmetries;
    }

    Text batch() {
        return batch;
    }

    String title() {
        return title;
    }

    String hash() {
        return hash;
    }
}
