package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.JsonNumbers;
import org.macrostate.solvers.continuation.Bifurcation;
import org.macrostate.solvers.continuation.BranchIsotropy;

/** The bifurcations of a diagram, a row each: types, coefficients, symmetries and states. */
final class BifurcationTable {
    private BifurcationTable() {}

    /**
     * The table; {@code coefficient} is that of the normal form, of Hopf points the first Lyapunov coefficient, {@code isotropy}
     * the symmetries of the branch it is on with the number of the point's images, of which one is listed, {@code leaving} those of the branches that leave it by breaking some.
     */
    static DataTable of(BranchAnswer answer, String name) {
        List<String> columns = new ArrayList<>(List.of(
                "type",
                "branch",
                "multiplicity",
                "coefficient",
                "frequency",
                "isotropy",
                "leaving",
                answer.diagram().range().parameter()));
        columns.addAll(answer.labels());
        List<List<Object>> rows = new ArrayList<>();
        for (Bifurcation bifurcation : answer.diagram().bifurcations()) {
            List<Object> row = new ArrayList<>(List.of(
                    BifurcationType.of(bifurcation).text(),
                    bifurcation.branch(),
                    bifurcation.multiplicity(),
                    bifurcation.kind() == Bifurcation.Kind.HOPF
                            ? bifurcation.lyapunov()
                            : bifurcation
                                    .normalForm()
                                    .map(form -> form.coefficient())
                                    .orElse(Double.NaN),
                    bifurcation.kind() == Bifurcation.Kind.HOPF ? bifurcation.frequency() : Double.NaN,
                    answer.branch(bifurcation.branch())
                            .isotropy()
                            .map(BranchIsotropy::words)
                            .map(words -> words + BranchAnswer.images(bifurcation.images()))
                            .orElse(""),
                    BranchAnswer.leaving(bifurcation),
                    bifurcation.parameter()));
            row.addAll(JsonNumbers.list(bifurcation.state()));
            rows.add(row);
        }
        return new DataTable(name, columns, rows);
    }
}
