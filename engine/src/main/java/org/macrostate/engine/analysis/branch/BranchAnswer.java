package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.Branch;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.BranchIsotropy;
import org.macrostate.solvers.continuation.BranchMark;
import org.macrostate.solvers.continuation.BranchPoint;
import org.macrostate.solvers.continuation.CurveDiagram;
import org.macrostate.solvers.cycle.CycleDiagram;
import org.macrostate.solvers.cycle.CyclePoint;

/**
 * Branches over a parameter.
 *
 * @param curves of the bifurcations in a second parameter, if asked for
 * @param cycles limit cycles of the Hopf points, if asked for
 * @param marks where quantities have given values
 * @param labels of the state
 * @param observables their names
 * @param shown the one of both that figures show
 * @param undefined where observables are undefined
 */
public record BranchAnswer(
        BranchDiagram diagram,
        Optional<CurveDiagram> curves,
        Optional<CycleDiagram> cycles,
        List<MarkedPoints> marks,
        List<String> labels,
        List<String> observables,
        String shown,
        List<String> undefined)
        implements Answer {
    @Override
    public Outcome outcome() {
        if (diagram.branches().isEmpty()) {
            return new Outcome.NotConverged("no fixed point was found at any of the values of "
                    + diagram.range().parameter() + " that were tried");
        }
        boolean whole = diagram.whole()
                && curves.stream().allMatch(c -> c.notes().isEmpty())
                && cycles.stream().allMatch(c -> c.notes().isEmpty())
                && marks.stream().allMatch(marked -> marked.notes().isEmpty());
        return whole ? Outcome.DONE : new Outcome.NotConverged("the diagram may lack something: see its notes");
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(undefined);
        notes.addAll(diagram.notes());
        curves.ifPresent(c -> notes.addAll(c.notes()));
        cycles.ifPresent(c -> notes.addAll(c.notes()));
        for (MarkedPoints marked : marks) {
            marked.notes()
                    .forEach(note -> notes.add(
                            marked.mark().quantity() + " = " + marked.mark().value() + ": " + note));
            if (marked.points().isEmpty() && marked.notes().isEmpty()) {
                notes.add(marked.mark().quantity() + " = " + marked.mark().value() + " is nowhere on the branches");
            }
        }
        return notes;
    }

    /** The value shown of a point. */
    public double value(BranchPoint point) {
        int place = labels.indexOf(shown);
        return place >= 0 ? point.state()[place] : point.observables()[observables.indexOf(shown)];
    }

    /** The largest, or the least, of what is shown along a limit cycle. */
    double extreme(CyclePoint cycle, boolean most) {
        int place = labels.indexOf(shown);
        double[] values =
                place >= 0 ? most ? cycle.most() : cycle.least() : most ? cycle.mostObserved() : cycle.leastObserved();
        return values[place >= 0 ? place : observables.indexOf(shown)];
    }

    @Override
    public List<DataTable> tables() {
        List<String> columns =
                new ArrayList<>(List.of("branch", "stable", diagram.range().parameter()));
        columns.addAll(labels);
        columns.addAll(observables);
        List<List<Object>> rows = new ArrayList<>();
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.points()) {
                List<Object> row =
                        new ArrayList<>(List.of(branch.number(), Boolean.toString(point.stable()), point.parameter()));
                row.addAll(JsonNumbers.list(point.state()));
                row.addAll(JsonNumbers.list(point.observables()));
                rows.add(row);
            }
        }
        List<DataTable> tables = new ArrayList<>(List.of(new DataTable(BranchQuestion.TABLE, columns, rows)));
        curves.ifPresent(c -> tables.add(new CurveTables(c, labels).curves()));
        cycleTables().ifPresent(c -> tables.add(c.cycles()));
        if (!marks.isEmpty()) {
            tables.add(marked());
        }
        return List.copyOf(tables);
    }

    Optional<CycleTables> cycleTables() {
        return cycles.map(c -> new CycleTables(c, diagram.range().parameter(), labels, observables));
    }

    /** Where quantities have the values asked for. */
    DataTable marked() {
        List<String> columns = new ArrayList<>(
                List.of("mark", "branch", "stable", diagram.range().parameter()));
        columns.addAll(labels);
        columns.addAll(observables);
        List<List<Object>> rows = new ArrayList<>();
        for (MarkedPoints marked : marks) {
            for (BranchMark mark : marked.points()) {
                List<Object> row = new ArrayList<>(List.of(
                        marked.mark().quantity() + " = " + marked.mark().value(),
                        mark.branch(),
                        Boolean.toString(mark.point().stable()),
                        mark.point().parameter()));
                row.addAll(JsonNumbers.list(mark.point().state()));
                row.addAll(JsonNumbers.list(mark.point().observables()));
                rows.add(row);
            }
        }
        return new DataTable(BranchQuestion.MARKS, columns, rows);
    }

    /** The bifurcations as a table for people. */
    public DataTable bifurcations() {
        List<List<Object>> rows = new ArrayList<>();
        for (Bifurcation bifurcation : diagram.bifurcations()) {
            List<Object> row = new ArrayList<>(
                    List.of(named(bifurcation), bifurcation.branch(), broken(bifurcation), bifurcation.parameter()));
            row.addAll(JsonNumbers.list(bifurcation.state()));
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(
                List.of("kind", "branch", "breaks a symmetry", diagram.range().parameter()));
        columns.addAll(labels);
        return new DataTable("bifurcations", columns, rows);
    }

    /** What the branches that leave it keep of its symmetries, where it breaks some. */
    private static String broken(Bifurcation bifurcation) {
        if (!bifurcation.symmetryBreaking()) {
            return "no";
        }
        return bifurcation.leaving().isEmpty() ? "yes" : "yes, to " + leaving(bifurcation);
    }

    /** The symmetries of the branches that leave a point, each with the number of its images. */
    static String leaving(Bifurcation bifurcation) {
        return bifurcation.leaving().stream()
                .map(leaving -> leaving.words() + images(leaving.images()))
                .collect(Collectors.joining(" or "));
    }

    /** How many images, in brackets where there are several. */
    static String images(Optional<Long> count) {
        return count.map(images -> images == 1 ? "" : " (" + images + " images)")
                .orElse("");
    }

    /** The branch with a number. */
    Branch branch(int number) {
        return diagram.branches().get(number - 1);
    }

    /** Its kind, how many eigenvalues pass, and for Hopf points which cycles are born. */
    private static String named(Bifurcation bifurcation) {
        String name = bifurcation.kind().text();
        if (bifurcation.multiplicity() > 1) {
            String what = bifurcation.kind() == Bifurcation.Kind.HOPF ? " pairs" : " eigenvalues";
            name += " of " + bifurcation.multiplicity() + what;
        }
        if (bifurcation.kind() == Bifurcation.Kind.BRANCH_POINT
                && bifurcation.normalForm().isPresent()) {
            return name + ", " + bifurcation.normalForm().get().type().text();
        }
        double cycles = bifurcation.lyapunov();
        return cycles < 0 ? name + ", supercritical" : cycles > 0 ? name + ", subcritical" : name;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bifurcations", diagram.bifurcations().stream().map(this::json).toList());
        json.put("branches", diagram.branches().stream().map(BranchAnswer::json).toList());
        curves.ifPresent(c -> json.putAll(new CurveTables(c, labels).json()));
        cycleTables().ifPresent(c -> json.put("cycles", c.json()));
        if (!marks.isEmpty()) {
            json.put("marks", marks.stream().flatMap(this::json).toList());
        }
        return json;
    }

    private Stream<Map<String, Object>> json(MarkedPoints marked) {
        return marked.points().stream().map(mark -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("quantity", marked.mark().quantity());
            json.put("value", marked.mark().value());
            json.put("at", Map.of(diagram.range().parameter(), mark.point().parameter()));
            json.put("state", JsonNumbers.byName(labels, mark.point().state()));
            json.put("stable", mark.point().stable());
            json.put("branch", mark.branch());
            return json;
        });
    }

    private Map<String, Object> json(Bifurcation bifurcation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", bifurcation.kind().text());
        json.put("at", Map.of(diagram.range().parameter(), bifurcation.parameter()));
        json.put("state", JsonNumbers.byName(labels, bifurcation.state()));
        json.put("branch", bifurcation.branch());
        json.put("multiplicity", bifurcation.multiplicity());
        bifurcation.images().filter(images -> images > 1).ifPresent(images -> json.put("images", images));
        if (bifurcation.kind() == Bifurcation.Kind.HOPF) {
            json.put("frequency", bifurcation.frequency());
            if (Double.isFinite(bifurcation.lyapunov())) {
                json.put("first Lyapunov coefficient", bifurcation.lyapunov());
            }
        } else {
            json.put("breaks a symmetry", bifurcation.symmetryBreaking());
            if (!bifurcation.leaving().isEmpty()) {
                json.put(
                        "leaving",
                        bifurcation.leaving().stream().map(BranchAnswer::json).toList());
            }
            bifurcation.normalForm().ifPresent(form -> {
                json.put("type", form.type().text());
                if (Double.isFinite(form.coefficient())) {
                    json.put("normal form coefficient", form.coefficient());
                }
            });
        }
        return json;
    }

    private static Map<String, Object> json(Branch branch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("branch", branch.number());
        json.put("points", branch.points().size());
        json.put("begins", branch.begin().text());
        json.put("ends", branch.end().text());
        json.put("neutral modes", branch.neutralModes());
        branch.isotropy().ifPresent(isotropy -> json.putAll(json(isotropy)));
        return json;
    }

    private static Map<String, Object> json(BranchIsotropy isotropy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("isotropy", isotropy.words());
        isotropy.images().ifPresent(images -> json.put("images", images));
        return json;
    }
}
